import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbedded, type OpenDatabase } from '#db/client.ts';
import { catalogueCommands } from '#features/catalogue/remote.ts';
import { loadRegisters } from '#features/regions/commands/load-registers.ts';
import { serveCommands, type CommandServer } from '#platform/command-socket.ts';
import { aFile, aProvider } from '#tests/factories/catalogue.ts';
import { contextOf } from '#tests/support/catalogue.ts';
import { freshDatabase } from '#tests/support/database.ts';

const folder = mkdtempSync(join(tmpdir(), 'vejviser-cli-'));
const dataDir = join(folder, 'data');
const good = join(folder, 'good.json');
const bad = join(folder, 'bad.json');
writeFileSync(good, JSON.stringify(aFile()));
writeFileSync(bad, JSON.stringify(aFile({ providers: [aProvider({ id: { scheme: 'test', value: '2' } }), aProvider({ kind: 'firm' as never })] })));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function command(script: string, args: string[], env: Record<string, string> = {}): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [`scripts/${script}.ts`, ...args], {
    env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: '', DATA_DIR: dataDir, LOG_LEVEL: 'error', ...env }, stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk) => (out += String(chunk)));
  child.stderr.on('data', (chunk) => (err += String(chunk)));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, out, err };
}

describe('import and export on a terminal', { timeout: 300_000 }, () => {
  it('say how they are called', async () => {
    expect(await command('import', ['--help'])).toMatchObject({ code: 0, out: expect.stringContaining('Usage: npm run import -- FILE') });
    expect(await command('export', ['--help'])).toMatchObject({ code: 0, out: expect.stringContaining('Usage: npm run export -- FOLDER') });
    for (const args of [[], ['a', 'b'], ['--wrong', 'a']]) {
      expect(await command('import', args)).toMatchObject({ code: 2, out: '', err: expect.stringContaining('Usage:') });
    }
    expect(await command('export', [])).toMatchObject({ code: 2, err: expect.stringContaining('Name one folder.') });
  });

  it('make no database for a file that does not exist', async () => {
    expect(await command('import', [join(folder, 'none.json')])).toMatchObject({ code: 1, err: expect.stringContaining('There is no file') });
    expect(await command('import', [folder])).toMatchObject({ code: 1, err: expect.stringContaining('is a folder') });
    expect(existsSync(dataDir)).toBe(false);
  });

  it('work on a stopped site, and keep what they have taken', async () => {
    expect(await command('import', [good])).toMatchObject({ code: 0, out: expect.stringMatching(/^Imported\.\n.*providers {6}1 read: 1 new/s), err: expect.stringContaining('reading: 1 of 1 providers') });
    expect(await command('import', [good])).toMatchObject({ code: 0, out: expect.stringMatching(/^Nothing changed/) });
    const out = join(folder, 'out');
    expect(await command('export', [out, '--full'])).toMatchObject({ code: 0, out: expect.stringContaining('001-test-catalogue.json') });
    expect(readdirSync(out)).toEqual(['001-test-catalogue.json']);
    expect(await command('export', [good])).toMatchObject({ code: 1, err: expect.stringMatching(/is not a folder/) });
  });

  describe('beside a running site', () => {
    let open: OpenDatabase;
    let server: CommandServer;
    beforeAll(async () => {
      open = await openEmbedded(dataDir);
      await loadRegisters(open.db);
      if (!open.lock) throw new Error('no lock');
      server = await serveCommands(open.lock, catalogueCommands(() => contextOf(open.db)));
    });
    afterAll(async () => {
      await server.close();
      await open.close();
    });

    it('go through its process', async () => {
      expect(await command('import', [good])).toMatchObject({ code: 0, out: expect.stringMatching(/^Nothing changed/) });
      const refused = await command('import', [bad]);
      expect(refused).toMatchObject({ code: 1, out: expect.stringContaining('/providers/1/kind: "firm" where one of private, municipality') });
      expect(refused.out).toMatch(/^Refused: 1 fault\. Nothing was changed\./);
      expect(await command('import', [bad, '--partial', '--dry-run'])).toMatchObject({ code: 1, out: expect.stringMatching(/^This file can be imported, but 1 provider refused\. Nothing was changed\./) });
      expect(await command('import', [bad, '--partial'])).toMatchObject({ code: 1, out: expect.stringContaining('2 read: 1 new, 1 refused') });
      writeFileSync(join(folder, 'text.json'), 'no JSON');
      expect(await command('import', [join(folder, 'text.json')])).toMatchObject({ code: 1, out: '', err: expect.stringContaining('text.json is not JSON: line 1') });
      const out = join(folder, 'open');
      expect(await command('export', [out])).toMatchObject({ code: 0, out: expect.stringContaining('providers.csv') });
      expect(readdirSync(out)).toContain('README.md');
    });
  });

  it('open a Postgres directly', async () => {
    const open = await freshDatabase('postgres');
    try {
      const env = { DATABASE_URL: open.url ?? '' };
      expect(await command('import', [good], env)).toMatchObject({ code: 0, out: expect.stringMatching(/^Imported/) });
      expect(await command('import', [good, '--dry-run'], env)).toMatchObject({ code: 0, out: expect.stringMatching(/^Nothing would change/) });
    } finally {
      await open.close();
    }
  });
});
