import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkStays, readStays } from '#features/reviews/pools/stay-table.ts';
import { looksLikePersonalNumber } from '#features/reviews/stay-input.ts';
import da from '#i18n/da/index.ts';
import { markOf } from '#tests/support/issuer-marks.ts';

const PERIOD = { from: '2026-07-01', to: '2026-09-30' };
const TODAY = '2026-11-26';
const read = (text: string) => readStays(text, PERIOD, TODAY);
const faultsIn = (text: string) => {
  const table = read(text);
  return table.ok ? [] : table.faults;
};
const row = (mark = markOf(1), started = '2026-07-06', ended = '') => `${mark};${started};${ended}`;

describe('a table of stays', () => {
  it('is taken with any mark between cells, in any order, with a mark of Unicode, capitals in the mark, and without last days', () => {
    const wanted = { ok: true, stays: [{ stay: markOf(1), startedOn: '2026-07-06', endedOn: '2026-08-20' }] };
    expect(read(`stay;started;ended\n${row(markOf(1), '2026-07-06', '2026-08-20')}`)).toEqual(wanted);
    expect(read(`\uFEFFEnded,Started,STAY\r\n2026-08-20,2026-07-06,${markOf(1).toUpperCase()}\r\n`)).toEqual(wanted);
    expect(read(`ophold\tstart_dag\n${markOf(2)}\t2026-07-06\n`)).toEqual({ ok: true, stays: [{ stay: markOf(2), startedOn: '2026-07-06', endedOn: null }] });
    expect(readStays(Buffer.from(`stay;started\n${markOf(1)};2026-07-06`), PERIOD, TODAY).ok).toBe(true);
  });

  it.each([
    ['', 'nothing', 0], ['stay;started;ended\n', 'nothing', 0], [`name;started\nx;2026-07-06`, 'header', 1], [`stay;started;ended;name\n${row()};Jens`, 'header', 1],
    [`stay;started\n${row()}`, 'cells', 2], ['stay;started\n"a;b', 'quote', 2],
    [`stay;started;ended\n010190-1234;2026-07-06;`, 'personal-number', 2], [`stay;started;ended\n0101901234;2026-07-06;`, 'personal-number', 2], [`stay;started;ended\nSag 17;2026-07-06;`, 'not-hmac', 2],
    [`stay;started;ended\n${row(markOf(1).slice(1))}`, 'not-hmac', 2], [`stay;started;ended\n${row(markOf(1), '6/7 2026')}`, 'day', 2], [`stay;started;ended\n${row(markOf(1), '2026-07-06', 'nej')}`, 'day', 2],
    [`stay;started;ended\n${row(markOf(1), '2026-02-30')}`, 'day', 2], [`stay;started;ended\n${row(markOf(1), '2026-07-06', '2026-07-05')}`, 'order', 2], [`stay;started;ended\n${row(markOf(1), '2026-07-06', '2026-11-27')}`, 'order', 2],
    [`stay;started;ended\n${row(markOf(1), '2026-06-30')}`, 'period', 2], [`stay;started;ended\n${row(markOf(1), '2026-10-01')}`, 'period', 2],
    [`stay;started;ended\n${row(markOf(1), '2026-07-06', '2026-07-18')}`, 'too-short', 2], [`stay;started;ended\n${row()}\n${row()}`, 'twice', 3],
  ])('%o: %s', (text, reason, line) => {
    expect(faultsIn(text)).toEqual([{ line, reason }]);
    expect(da.pools.faults).toHaveProperty(reason);
  });

  it('a stay of fourteen days is long enough', () => {
    expect(read(`stay;started;ended\n${row(markOf(1), '2026-07-06', '2026-07-19')}`).ok).toBe(true);
    // One that goes on is counted to this day.
    const present = { from: '2026-10-01', to: '2026-12-31' };
    expect([12, 13].map((ago) => readStays(`stay;started\n${markOf(1)};2026-11-${26 - ago}`, present, TODAY).ok)).toEqual([false, true]);
  });

  it('tells every fault, up to fifty, and takes nothing of a table with one', () => {
    const table = read(['stay;started;ended', row(), ...Array.from({ length: 60 }, () => 'nothing;2026-07-06;')].join('\n'));
    expect(table).toMatchObject({ ok: false, more: 10 });
    expect(table.ok ? [] : table.faults).toHaveLength(50);
    expect(checkStays(Array.from({ length: 50_001 }, (_, n) => ({ line: n, stay: '', started: '', ended: '' })), PERIOD, TODAY)).toMatchObject({ ok: false, faults: [{ reason: 'too-many' }] });
  });

  it('never takes a personal number, however it is written', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 0, max: 9_999 }), fc.constantFrom('', '-', '+', ' '), (first, last, between) => {
      const text = `${String(first).padStart(6, '0')}${between}${String(last).padStart(4, '0')}`;
      expect(looksLikePersonalNumber(text)).toBe(true);
      expect(faultsIn(`stay;started\n${text};2026-07-06`)).toEqual([{ line: 2, reason: 'personal-number' }]);
    }));
    expect(looksLikePersonalNumber(markOf(1))).toBe(false);
  });
});
