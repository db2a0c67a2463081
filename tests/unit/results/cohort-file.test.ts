/** A table is small: a file of 200 MB is refused after ten, whoever sends it; and the empty one to fill in. */
import type { APIContext } from 'astro';
import { describe, expect, it } from 'vitest';
import { MAX_BYTES, parseCohortCsv } from '#features/results/cohort-csv.ts';
import { readCohortFile } from '#features/results/cohort-file.ts';
import { GET } from '#src/pages/[...lang]/data/results-template.csv.ts';

const MB = 1024 * 1024;

describe('reading a table', () => {
  it('puts the pieces together', async () => {
    async function* pieces() {
      for (const piece of ['half_', 'year,sta', '', 'rted\n']) yield Buffer.from(piece);
    }
    expect(Buffer.from(await readCohortFile(pieces(), 'a.csv')).toString()).toBe('half_year,started\n');
  });

  it('of just as many bytes as a table may have reads it, and one byte more refuses it', async () => {
    async function* bytes(count: number) {
      yield Buffer.alloc(count);
    }
    expect((await readCohortFile(bytes(MAX_BYTES), 'a.csv')).length).toBe(MAX_BYTES);
    await expect(readCohortFile(bytes(MAX_BYTES + 1), 'a.csv')).rejects.toMatchObject({ domainCode: 'too-large', message: expect.stringContaining('a.csv is larger than 10 MB') });
  });

  it('of 200 MB refuses it without reading on, and lets go of it', async () => {
    let [sent, closed] = [0, false];
    async function* large() {
      try {
        for (; sent < 200 * MB; sent += MB) yield Buffer.alloc(MB, '2025H1,40\n');
      } finally {
        closed = true;
      }
    }
    await expect(readCohortFile(large(), 'large.csv')).rejects.toMatchObject({ domainCode: 'too-large' });
    expect(sent).toBeLessThanOrEqual(MAX_BYTES + MB);
    expect(closed).toBe(true);
  });
});

describe('the template to download', () => {
  it.each([['da', 'halvår;forløb;målgruppe;', 'resultater-skabelon.csv'], ['en', 'half_year,programme,target_group,', 'results-template.csv'], ['fi', 'half_year,', 'results-template.csv']])('in %s has the headings that the parser knows', async (currentLocale, begins, name) => {
    const answer = await GET({ currentLocale } as APIContext);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toContain(name);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(new TextDecoder().decode(bytes).startsWith(begins)).toBe(true);
    // Nothing is wrong with it but that nothing is filled in yet.
    const table = parseCohortCsv(bytes, { programmes: new Set(), groups: new Set(), isMunicipality: () => false });
    expect(table).toEqual({ ok: false, more: 0, faults: [expect.objectContaining({ line: 2, expected: 'at least one line of figures' })] });
  });
});
