/** What Stryker runs: the tests of the method, the policy, the audit chain and the protocol of reviews alone, without the projects that need a database. */
import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { include: ['tests/unit/results/method/**/*.test.ts', 'tests/unit/accounts/policy.test.ts', 'tests/unit/platform/audit/**/*.test.ts', 'tests/unit/reviews/rv1/**/*.test.ts'], testTimeout: 60_000 } });
