import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rows, type OpenDatabase } from '#db/client.ts';
import { loadRegisters } from '#features/regions/commands/load-registers.ts';
import { domainErrorCode } from '#platform/errors.ts';
import { aFullFile } from '#tests/factories/catalogue.ts';
import { exported, take } from '#tests/support/catalogue.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';

/** Every place in a document, as the steps to it. */
function places(value: unknown, at: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, each]) => places(each, [...at, Array.isArray(value) ? Number(key) : key]))];
}

function holderOf(root: object, steps: readonly (string | number)[]): Record<string | number, unknown> {
  return steps.slice(0, -1).reduce<unknown>((each, step) => (each as Record<string | number, unknown>)[step], root) as Record<string | number, unknown>;
}

const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom('\ud800', '\0', '', ' ', '__proto__', 'dk-kommune:0265', '9999-12-31', '0000-01-01', '\u202e', "'; drop table provider; --"));
const value = fc.oneof(
  text,
  fc.double(),
  fc.constantFrom(0, -0, -1, 1e308, 5e-324, 2 ** 53, 2_147_483_648, null, true, [], {}),
  fc.jsonValue({ maxDepth: 3 }),
);
const change = fc.record({ at: fc.nat(), how: fc.constantFrom('put', 'put', 'put', 'remove', 'add', 'twice'), value, key: text });

function changed(changes: readonly { at: number; how: string; value: unknown; key: string }[]): object {
  const file = aFullFile() as object;
  for (const { at, how, value, key } of changes) {
    const all = places(file).slice(1);
    const steps = all[at % all.length];
    const last = steps?.at(-1);
    if (!steps || last === undefined) continue;
    const holder = holderOf(file, steps);
    if (how === 'remove') delete holder[last];
    else if (how === 'twice' && Array.isArray(holder)) holder.push(holder[last as number]);
    else if (how === 'add') Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
    else holder[last] = value;
  }
  return file;
}

describe.each(ENGINES)('whatever stands in the file, on %s', (engine) => {
  let open: OpenDatabase;
  beforeAll(async () => {
    open = await freshDatabase(engine);
    await loadRegisters(open.db);
  });
  afterAll(() => open.close());

  /** A report with sound numbers, or a reason that people can read; never anything else. */
  async function answered(content: unknown, partial: boolean, dryRun: boolean): Promise<void> {
    const report = await take(open.db, content, { partial, dryRun }).catch((error: unknown) => {
      if (domainErrorCode(error) === null) throw error;
      return null;
    });
    if (!report) return;
    expect(report.faultCount).toBeGreaterThanOrEqual(report.faults.length);
    expect(report.outcome === 'refused').toBe(report.faultCount > 0 && (!partial || report.counts.providers.refused === report.counts.providers.read || report.counts.providers.refused === 0));
    for (const fault of report.faults) expect(fault).toEqual({ pointer: expect.stringMatching(/^(\/.*)?$/s), field: expect.any(String), value: fault.value, expected: expect.stringMatching(/./) });
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  }

  it('a changed file is taken or its faults are named', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), fc.boolean(), fc.boolean(), (changes, partial, dryRun) => answered(changed(changes), partial, dryRun)),
      { numRuns: 250 },
    );
  });

  it('and a cut or bent text', { timeout: 300_000 }, async () => {
    const bytes = Buffer.from(JSON.stringify(aFullFile()));
    const bent = fc.record({ at: fc.nat(bytes.length - 1), byte: fc.nat(255), cut: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(bent, ({ at, byte, cut }) => {
        const copy = Buffer.from(bytes);
        copy[at] = byte;
        return answered(cut ? copy.subarray(0, at) : copy, false, false);
      }),
      { numRuns: 150 },
    );
  });

  it('and any JSON at all', { timeout: 300_000 }, async () => {
    const any = fc.oneof(fc.json(), fc.jsonValue().map((providers) => JSON.stringify({ ...aFullFile(), providers })));
    await fc.assert(fc.asyncProperty(any, fc.boolean(), (content, partial) => answered(content, partial, false)), { numRuns: 100 });
  });

  it('and what was taken can be exported, and read again without a change', { timeout: 300_000 }, async () => {
    expect(await rows(open.db, sql`select count(*)::int as n from provider_version where state = 'staged'`)).toEqual([{ n: 0 }]);
    for (const content of Object.values(await exported(open.db, true))) {
      expect(await take(open.db, content)).toMatchObject({ outcome: 'unchanged', faultCount: 0 });
    }
    await exported(open.db, false);
  });
});
