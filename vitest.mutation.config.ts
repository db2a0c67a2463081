/** What Stryker runs: the tests of the method and of the policy alone, without the projects that need a database. */
import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { include: ['tests/unit/results/method/**/*.test.ts', 'tests/unit/accounts/policy.test.ts'], testTimeout: 60_000 } });
