/** The rules of eslint.config.js must really fail on what they forbid: in .ts and in the frontmatter of .astro. */
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const eslint = new ESLint();

async function faults(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath });
  return (result?.messages ?? []).map((message) => message.ruleId ?? message.message);
}

const astro = (script: string) => `---\n${script}\n---\n<p>x</p>\n`;

describe('import boundaries', () => {
  it.each([
    ['src/features/providers/queries.ts', "import { x } from '#features/search/model.ts';\nexport { x };"],
    ['src/features/accounts/model.ts', "import { x } from '#features/regions/model.ts';\nexport { x };"],
    ['src/features/results/components/Card.astro', astro("import { x } from '#features/search/model.ts';\nx();")],
    ['src/features/search/model.ts', "import { sql } from 'drizzle-orm';\nexport { sql };"],
    ['src/features/providers/view.ts', "import { readFileSync } from 'node:fs';\nexport { readFileSync };"],
    ['src/features/providers/queries.ts', "import { x } from '../../boot/runtime.ts';\nexport { x };"],
    ['src/platform/cache.ts', "import { x } from '#features/regions/model.ts';\nexport { x };"],
    ['src/pages/[...lang]/x.astro', astro("import { sql } from 'drizzle-orm';\nsql``;")],
    ['src/pages/[...lang]/x.astro', astro("import { x } from '#features/catalogue/commands/import-catalogue.ts';\nx();")],
    ['src/components/ui/X.astro', astro("import { x } from '#features/regions/model.ts';\nx();")],
    ['db/x.ts', "import { x } from '#platform/clock.ts';\nexport { x };"],
  ])('%s refuses %s', async (file, code) => {
    expect(await faults(file, code)).toContain('no-restricted-imports');
  });

  it.each([
    ['src/features/search/queries.ts', "import { x } from '#features/providers/model.ts';\nexport { x };"],
    ['src/pages/[...lang]/x.astro', astro("import { x } from '#features/search/queries.ts';\nx();")],
    ['src/features/providers/queries.ts', "import { sql } from 'drizzle-orm';\nexport { sql };"],
  ])('%s allows %s', async (file, code) => {
    expect(await faults(file, code)).toEqual([]);
  });

  it.each([
    ['new Date()', 'src/features/providers/queries.ts', 'export const x = new Date();'],
    ['Date.now()', 'src/pages/[...lang]/x.astro', astro('const x = Date.now(); x.toFixed();')],
    ['SQL now()', 'src/features/providers/queries.ts', 'export const x = `select now()`;'],
    ['new Intl', 'src/features/providers/view.ts', "export const x = new Intl.NumberFormat('da');"],
  ])('time and formats have one room: %s', async (_what, file, code) => {
    expect(await faults(file, code)).toContain('no-restricted-syntax');
  });

  it('types are not given up', async () => {
    expect(await faults('src/platform/x.ts', 'export const x: any = 1;')).toContain('@typescript-eslint/no-explicit-any');
  });
});
