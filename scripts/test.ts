/** `npm test`: everything. Finds what it needs, and says at the end what it could not run and why. */
import { existsSync } from 'node:fs';
import { browserPath } from '../playwright.config.ts';
import { chromium } from '@playwright/test';
import { buildIfNeeded } from './support/build.ts';
import { finish, note, step } from './support/steps.ts';

await step('types', ['node_modules/astro/bin/astro.mjs', 'check', '--minimumSeverity', 'error', '--minimumFailingSeverity', 'error']);
await step('lint and boundaries', ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0']);
await step('unit tests', ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', '--reporter=dot'], { APPROVAL_RUNS: process.env['APPROVAL_RUNS'] ?? '10000' });
buildIfNeeded();
await step('integration and contract tests', ['node_modules/vitest/vitest.mjs', 'run', '--project', 'integration', '--reporter=default']);
if (!process.env['MEILI_URL']) note('the Meilisearch half of the search contract and relevance suites: set MEILI_URL (and MEILI_KEY) to run it.');
if (browserPath() || existsSync(chromium.executablePath())) {
  await step('browser tests', ['node_modules/@playwright/test/cli.js', 'test']);
} else {
  note('the browser tests: no Chromium found. Install it (`npx playwright install chromium`, or your system’s package) or set CHROMIUM_PATH.');
  if (process.env['CI']) process.exitCode = 1;
}
finish();
