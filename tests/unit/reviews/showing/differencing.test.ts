/**
 * Somebody who keeps every page that was ever published, and subtracts. They know each review that is shown one by one, with
 * its answers; what must stay hidden is what fewer than five people said in the totals alone, and who of the shown chose.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Attendance, Rating, Ratings } from '#features/reviews/content.ts';
import { CLASSINGS, releaseAttendance, sideOf, type AttendanceRelease } from '#features/reviews/showing/attendance.ts';
import { addDimensions, barsOf, countsOf, leftoverCounts, NO_BARS, perDimension, SMALLEST, sumOf, type Bars, type DimensionBars } from '#features/reviews/showing/counts.ts';
import { batchPlan, shuffled } from '#features/reviews/showing/plan.ts';
import { scoreRows, type AttendanceDocument, type CountedBatch, type ScoreDocument } from '#features/reviews/showing/score.ts';

interface Written {
  id: number;
  programme: string;
  ratings: Ratings;
  attendance: Attendance;
}
interface Pool {
  programme: string;
  issued: number;
  ready: Written[];
}
/** What stands on the pages after one day of publication. */
interface Page {
  total: ScoreDocument | null;
  programmes: Map<string, ScoreDocument>;
  chosen: AttendanceDocument | null;
  others: AttendanceDocument | null;
  items: Written[];
}

const rating = fc.option(fc.constantFrom<Rating>(1, 2, 3, 4, 5), { freq: 8 });
const written = fc.record({ ratings: fc.record({ fit: rating, heard: rating, able: rating, contacts: rating, closer: rating, again: rating }), attendance: fc.constantFrom<Attendance>('chosen', 'mandated', 'unsure') });
/** Each: into which pool, how many write, and whether its round ends that day. */
const story = fc.array(fc.record({ pool: fc.nat(4), arrivals: fc.array(written, { maxLength: 14 }), ends: fc.boolean() }), { minLength: 2, maxLength: 14 });

/** The site, with the same pure rules as the commands; one day after another. */
function play(days: readonly { pool: number; arrivals: readonly Omit<Written, 'id' | 'programme'>[]; ends: boolean }[]): Page[] {
  const pools: Pool[] = Array.from({ length: 5 }, (_, n) => ({ programme: n < 3 ? 'a' : 'b', issued: n === 4 ? 7 : 30, ready: [] }));
  const batches: (CountedBatch & { items: Written[] })[] = [];
  let [leftovers, pending]: [Written[], Written[]] = [[], []];
  let serial = 0;
  return days.map(({ pool: n, arrivals, ends }): Page => {
    const pool = pools[n] as Pool;
    pool.ready.push(...arrivals.map((each) => ({ ...each, id: serial++, programme: pool.programme })));
    const plan = batchPlan({ ready: pool.ready.length, open: 0, issued: pool.issued, endedDaysAgo: ends ? 1 : null });
    if (plan.what === 'totals') leftovers.push(...pool.ready.splice(0));
    if (plan.what === 'publish') {
      const items = shuffled(pool.ready, (limit) => serial % limit).slice(plan.keep);
      pool.ready = pool.ready.filter((each) => !items.includes(each));
      pending.push(...items);
      batches.push({ quarter: '2026Q4', counts: countsOf(pool.programme, items.map((each) => each.ratings)), byAttendance: null, items });
    }
    if (leftovers.length >= SMALLEST) {
      batches.push({ quarter: '2026Q4', counts: leftoverCounts(leftovers.map((each) => each.ratings)), byAttendance: null, items: [] });
      leftovers = [];
    }
    const side = (which: 'chosen' | 'others') => barsOf(pending.filter((each) => sideOf(each.attendance) === which).map((each) => each.ratings.again));
    const last = batches.findLast((each) => each.items.length > 0);
    const released = releaseAttendance({ chosen: side('chosen'), others: side('others') });
    if (released && last && last.byAttendance === null) {
      last.byAttendance = released;
      pending = [];
    }
    const rows = scoreRows(batches, perDimension(() => NO_BARS), '2026Q4');
    const document = <D>(programme: string, attendance: string) => (rows.find((row) => row.programmeCode === programme && row.attendance === attendance)?.document ?? null) as D | null;
    return {
      total: document<ScoreDocument>('', ''), chosen: document<AttendanceDocument>('', 'chosen'), others: document<AttendanceDocument>('', 'mandated'),
      programmes: new Map(rows.flatMap((row) => (row.programmeCode === '' ? [] : [[row.programmeCode, row.document as ScoreDocument] as const]))),
      items: batches.flatMap((each) => each.items),
    };
  });
}

const barsIn = (document: ScoreDocument | null): DimensionBars => perDimension((each) => document?.dimensions[each]?.bars ?? NO_BARS);
const minus = (a: Bars, b: Bars) => a.map((value, i) => value - (b[i] ?? 0));

it('what is counted and not shown is never told of fewer than five, on any page or between two', () => {
  fc.assert(
    fc.property(story, (days) => {
      const hidden = play(days).flatMap(({ total, items }) => (total ? [{ people: total.reviewers - items.length, bars: perDimension((each) => minus(barsIn(total)[each], barsOf(items.map((item) => item.ratings[each])))), told: total }] : []));
      for (const [n, now] of hidden.entries()) {
        expect(now.people === 0 || now.people >= SMALLEST).toBe(true);
        for (const before of hidden.slice(0, n)) {
          expect(now.people - before.people === 0 || now.people - before.people >= SMALLEST).toBe(true);
          for (const each of Object.keys(now.bars) as (keyof DimensionBars)[]) {
            if (now.told.dimensions[each] === null || before.told.dimensions[each] === null) continue;
            const more = sumOf(now.bars[each]) - sumOf(before.bars[each]);
            expect(more === 0 || more >= SMALLEST, `${each}: ${more}`).toBe(true);
          }
        }
      }
    }),
    { numRuns: 400 },
  );
});

it('no two tables differ by fewer than five people: of all and of programmes, of one day and the next', () => {
  fc.assert(
    fc.property(story, (days) => {
      const pages = play(days);
      pages.forEach(({ total, programmes }, n) => {
        const apart = sumOf([...programmes.values()].map((each) => each.reviewers));
        const rest = (total?.reviewers ?? 0) - apart;
        if (programmes.size > 0) expect(rest === 0 || rest >= SMALLEST).toBe(true);
        const before = pages[n - 1];
        for (const [now, then] of [[total, before?.total], ...[...programmes].map(([code, each]) => [each, before?.programmes.get(code)])]) {
          const more = (now?.reviewers ?? 0) - (then?.reviewers ?? 0);
          expect(more === 0 || more >= SMALLEST).toBe(true);
        }
      });
    }),
    { numRuns: 400 },
  );
});

it('of no review that is shown does any table, or the difference of two, tell whether its author chose', () => {
  let tables = 0;
  fc.assert(
    fc.property(story, (days) => {
      const pages = play(days);
      let [before, seen]: [Page | null, number] = [null, 0];
      for (const page of pages) {
        const grown = page.chosen !== null && page.others !== null && JSON.stringify([page.chosen.counts, page.others.counts]) !== JSON.stringify([before?.chosen?.counts, before?.others?.counts]);
        if (!grown || !page.chosen || !page.others) continue;
        tables += 1;
        const { classing } = page.chosen;
        // As coarse as the coarser of the two, which is all that can be subtracted.
        const then = (side: 'chosen' | 'others') => (before?.[side] ? regroup(before[side].classing, before[side].counts, classing) : CLASSINGS[classing].map(() => 0));
        const [chosen, others] = [minusAll(page.chosen.counts, then('chosen')), minusAll(page.others.counts, then('others'))];
        CLASSINGS[classing].forEach((values, i) => {
          const shownSince = page.items.slice(seen).filter((each) => each.ratings.again !== null && (values as readonly number[]).includes(each.ratings.again)).length;
          if (shownSince === 0) return;
          expect(chosen[i], `${shownSince} shown`).toBeGreaterThanOrEqual(3);
          expect(others[i]).toBeGreaterThanOrEqual(3);
        });
        [before, seen] = [page, page.items.length];
      }
    }),
    { numRuns: 600 },
  );
  expect(tables).toBeGreaterThan(20);
});

const minusAll = (a: readonly number[], b: readonly number[]) => a.map((value, i) => value - (b[i] ?? 0));
function regroup(from: AttendanceRelease['classing'], counts: readonly number[], to: AttendanceRelease['classing']): number[] {
  return CLASSINGS[to].map((wanted) => sumOf(CLASSINGS[from].map((values, i) => ((wanted as readonly number[]).includes(values[0]) ? (counts[i] ?? 0) : 0))));
}

it('a careless site would be caught: with leftovers counted one by one the attacker finds them', () => {
  const one = leftoverCounts([perDimension(() => 1 as Rating)]);
  const shown = Array.from({ length: 5 }, () => perDimension(() => 4 as Rating));
  const total = addDimensions([countsOf('a', shown).dimensions, countsOf(null, [perDimension(() => 1 as Rating)]).dimensions]);
  expect(minus(total.again, barsOf(shown.map((each) => each.again)))).toEqual([1, 0, 0, 0, 0]);
  expect(one.dimensions.again).toEqual(NO_BARS);
});
