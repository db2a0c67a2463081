/** `npm run verify`: what a developer runs before a commit. Types, boundaries and unit tests; no database. */
import { step, finish } from './support/steps.ts';

await step('types', ['node_modules/astro/bin/astro.mjs', 'check', '--minimumSeverity', 'error', '--minimumFailingSeverity', 'error']);
await step('lint', ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0', '--cache', '--cache-location', 'node_modules/.cache/eslint']);
await step('unit tests', ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', '--reporter=dot']);
finish();
