/** Everything that may be published of one provider: the last step before nothing else is known. Pure. */
import type { ComparedMeasure, PublishedComparison, PublishedEstimate, PublishedResult } from '../model.ts';
import { cohortResults, countResult, hasNumber, rowHashes, sameNumber } from './cohort-results.ts';
import { sumTotals, type CountedMeasure, type Totals } from './cohorts.ts';
import { heldBack, openCount, primaryKind } from './disclosure.ts';
import { exitsOf, funnelScope, windowFunnel, type FunnelScope } from './funnels.ts';
import { decideHalves, type Halves } from './halves.ts';
import type { Dated, Memory, Published, Sourced } from './memory.ts';
import { publishComparison, verdictOf, waits, type Verdict } from './one-comparison.ts';
import { stepFrom, type Step } from './over-time.ts';
import { quotedResults } from './quoted.ts';
import { gradeIn, type Prepared } from './rows.ts';
import { publishTable } from './table.ts';
import { overlap } from './tally.ts';
import { openWindow, type OpenWindow } from './window-results.ts';
import type { ProviderRelease, World } from './world.ts';
import { COMPARED_MEASURES } from '../model.ts';

const isWindow = ({ document }: Sourced<PublishedResult>) => document.kind === 'window';

/** Whether the window total goes out anew, for all measures at once: they count the same people. */
function windowStep(prepared: Prepared, halves: Halves, before: Published, sameRows: boolean): Step {
  const old = before.results.some(isWindow);
  const { totals } = before.memory;
  if (halves.unsafe) return old ? 'keep' : 'withhold';
  const steps = [...halves.totals].map(([measure, total]): Step =>
    stepFrom(totals[measure], {
      halfYears: halves.halfYears,
      total,
      part: (half) => prepared.cohorts.find((each) => each.half === half)?.counts.get(measure) ?? null,
      least: halves.least,
      sameRows,
    }),
  );
  if (steps.includes('withhold')) return 'withhold';
  return steps.includes('keep') ? (old ? 'keep' : 'withhold') : 'new';
}

function sourceOf(halves: Halves): number {
  return halves.cohorts[0]?.rows[0]?.sourceId ?? 0;
}

/** Window totals of all measures that have one. @param open false: they are withheld */
function totalResults(halves: Halves, before: Published, open: boolean, scope: FunnelScope, world: World): Sourced<PublishedResult>[] {
  const { from, to } = world.frame.window;
  const rows = halves.cohorts.flatMap((each) => each.rows);
  const place = { kind: 'window', from, to, grade: gradeIn(halves.cohorts) } as const;
  const totals: [CountedMeasure, PublishedResult['count']][] = [
    ...[...halves.totals].map(([measure, total]): [CountedMeasure, PublishedResult['count']] => [measure, open ? openCount(total) : { state: 'hidden' }]),
    ...[...halves.primary].map(([measure, kind]): [CountedMeasure, PublishedResult['count']] => [measure, heldBack(sumOf(halves, measure), kind, true)]),
  ];
  return totals.map(([measure, count]) => {
    const isHeadline = measure === halves.headline && count.state === 'shown';
    const document = countResult({
      ...place, measure, count,
      funnel: count.state === 'shown' ? windowFunnel(halves.cohorts, scope) : null,
      exits: isHeadline && scope !== 'none' && exitsMayGoOut(halves, before) ? exitsOf(rows, halves.least) : null,
    });
    return { sourceId: sourceOf(halves), release: world.now, document };
  });
}

function sumOf(halves: Halves, measure: CountedMeasure): Totals {
  return sumTotals(halves.cohorts.flatMap((each) => each.counts.get(measure) ?? []));
}

/** Reasons for leaving are few each, so two windows that overlap are not both told of. */
function exitsMayGoOut({ halfYears }: Halves, { memory }: Published): boolean {
  const last = memory.tables.exits;
  return !last || !overlap({ halfYears }, last);
}

function breakdownResults(halves: Halves, window: OpenWindow, before: Published, world: World): Sourced<PublishedResult>[] {
  const { headline, least } = halves;
  if (headline === null) return [];
  const { from, to } = world.frame.window;
  const place = { kind: 'window', measure: headline, from, to, grade: gradeIn(halves.cohorts) } as const;
  const fresh = window.breakdowns.flatMap(({ field, parts, sayWhy }) =>
    parts.flatMap(({ key, totals, kind, open }): Sourced<PublishedResult>[] => {
      if (key === '') return [];
      const count = open ? openCount(totals) : heldBack(totals, kind ?? primaryKind(totals, least), sayWhy);
      return [{ sourceId: sourceOf(halves), release: world.now, document: countResult({ ...place, [field]: key, count }) }];
    }),
  );
  const kept = before.results.filter((each) => isWindow(each) && window.keepFields.some((field) => each.document[field] !== null));
  return [...fresh, ...kept];
}

interface Compared {
  comparisons: Dated<PublishedComparison>[];
  verdicts: Memory['verdicts'];
}

function compareResults({ provider: { slug } }: Prepared, verdicts: readonly Verdict[], shown: ReadonlySet<ComparedMeasure>, kept: ReadonlySet<ComparedMeasure>, before: Published, world: World): Compared {
  const remembered: Partial<Record<ComparedMeasure, { code: 'better' | 'worse'; since: string }>> = {};
  const comparisons = verdicts.map((verdict): Dated<PublishedComparison> => {
    const { measure, decision } = verdict;
    const old = before.comparisons.find((each) => each.document.measure === measure);
    if (kept.has(measure) && old) {
      const known = before.memory.verdicts[measure];
      if (known) remembered[measure] = known;
      return old;
    }
    const open = shown.has(measure);
    const wait = waits(verdict, before.memory, world.now.day);
    if (open && wait.since !== null && (decision?.code === 'better' || decision?.code === 'worse')) remembered[measure] = { code: decision.code, since: wait.since };
    const withheld = decision === null || (open && !wait.waits) ? null : open ? 'first' : 'disclosure';
    return { release: world.now, document: publishComparison(verdict, withheld, world.ranks[measure].get(slug) ?? null) };
  });
  return { comparisons, verdicts: remembered };
}

/** One for each group and area of the checked table, from the narrowest part that is shown (10). */
function estimateResults(prepared: Prepared, window: OpenWindow, world: World): PublishedEstimate[] {
  const { table } = window;
  const { slug } = prepared.provider;
  if (!table) return [];
  const { open, groups, bands, cells } = table;
  const ofAll = open.has('t') ? world.estimates.provider(slug) : null;
  return groups.flatMap((group, i) => {
    const wide = (open.has(`r:${i}`) ? world.estimates.group(slug, group) : null) ?? (ofAll && { ...ofAll, group });
    const narrow = bands.flatMap((band, j) => {
      const key = `c:${i}:${j}`;
      if (open.has(key) && cells[i]?.[j]?.n === 0) return [];
      return (open.has(key) ? world.estimates.cell(slug, group, band) : null) ?? (wide && { ...wide, band }) ?? [];
    });
    return wide ? [...narrow, wide] : narrow;
  });
}

function withPrevious(results: readonly Sourced<PublishedResult>[], before: Published, prepared: Prepared, world: World): { results: Sourced<PublishedResult>[]; corrections: ProviderRelease['corrections'] } {
  const corrections: ProviderRelease['corrections'][number][] = [];
  const dated = results.map((each): Sourced<PublishedResult> => {
    const old = before.results.find(({ document }) => sameNumber(document, each.document));
    if (!old || old === each) return each;
    const [was, is] = [old.document.count, each.document.count];
    if (JSON.stringify(sorted(was)) === JSON.stringify(sorted(is))) return { ...each, document: { ...each.document, previous: old.document.previous ?? null } };
    if (!hasNumber(was) && !hasNumber(is)) return each;
    const { measure, programme, attendance, from, to } = each.document;
    const reason = world.reasonOf(prepared.provider.id, each.document);
    corrections.push({ measure, programme, attendance, from, to, before: was, after: is, reason });
    return { ...each, document: { ...each.document, previous: { count: was, released: old.release.day, reason } } };
  });
  return { results: dated, corrections };
}

const sorted = (value: object) => Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));

function remember(before: Published, halves: Halves, window: OpenWindow | null, step: Step, prepared: Prepared, results: readonly Sourced<PublishedResult>[], verdicts: Memory['verdicts'], told: Memory['tables']): Memory {
  const { memory } = before;
  const shown = results.flatMap(({ document }) => prepared.cohorts.flatMap(({ half, from }) => (half !== null && document.kind === 'cohort' && document.from === from && hasNumber(document.count) ? [half] : [])));
  const published = step === 'new' && halves.headline !== null;
  const hashes = rowHashes(prepared);
  const stay = step === 'new' ? {} : Object.fromEntries(Object.entries(memory.rows).filter(([half]) => halves.halfYears.includes(half)));
  const union = (a: readonly string[], b: Iterable<string>) => [...new Set([...a, ...b])].sort();
  const sums = published && !memory.sums.some((sum) => sum.join() === halves.halfYears.join()) ? [...memory.sums, halves.halfYears] : memory.sums;
  const totals = published ? Object.fromEntries([...halves.totals].map(([measure, { n, placed }]) => [measure, { halfYears: halves.halfYears, n, placed }])) : {};
  const compared = Object.fromEntries((window?.verdicts ?? []).flatMap(({ measure, basis, window: { halfYears } }) => (basis && window?.figures.has(measure) ? [[measure, { halfYears, n: basis.n, placed: basis.O }]] : [])));
  return {
    shown: union(memory.shown, shown),
    held: published ? union(memory.held, halves.held) : memory.held,
    sums,
    rows: { ...memory.rows, ...hashes, ...stay },
    totals: { ...memory.totals, ...totals },
    compared: { ...memory.compared, ...compared },
    tables: { ...memory.tables, ...window?.tables, ...told },
    verdicts: step === 'keep' ? memory.verdicts : verdicts,
  };
}

export function releaseProvider(prepared: Prepared, before: Published, world: World): ProviderRelease {
  const { provider } = prepared;
  const halves = decideHalves(prepared, world.frame, before.memory);
  const hashes = rowHashes(prepared);
  const sameRows = halves.halfYears.every((half) => before.memory.rows[half] === undefined || before.memory.rows[half] === hashes[half]);
  const step = windowStep(prepared, halves, before, sameRows);
  const scope = funnelScope(halves, before);
  const window = step === 'new' ? openWindow(prepared, halves, before, sameRows, world) : null;
  const verdicts = window?.verdicts ?? COMPARED_MEASURES.flatMap((measure) => verdictOf(prepared, measure, world) ?? []);
  const compared = compareResults(prepared, verdicts, window?.figures ?? new Set(), step === 'keep' ? new Set(COMPARED_MEASURES) : (window?.keepFigures ?? new Set()), before, world);
  const windows = step === 'keep' ? before.results.filter(isWindow) : [...totalResults(halves, before, step === 'new', scope, world), ...(window ? breakdownResults(halves, window, before, world) : [])];
  const quoted = quotedResults(provider.rows).map((each) => ({ ...each, release: world.now }));
  const { results, corrections } = withPrevious([...windows, ...cohortResults(prepared, halves, before, scope, world), ...quoted], before, prepared, world);
  const keepTable = step === 'keep' || (window?.keepTable ?? false);
  const fresh = results.filter((each) => isWindow(each) && each.release === world.now);
  const told: Memory['tables'] = {
    ...(fresh.some(({ document }) => (document.exits ?? null) !== null) ? { exits: { halfYears: halves.halfYears, open: false } } : {}),
    ...(fresh.some(({ document }) => document.funnel !== null) ? { funnel: { halfYears: halves.halfYears, open: scope === 'all' } } : {}),
  };
  return {
    providerId: provider.id,
    slug: provider.slug,
    results,
    comparisons: compared.comparisons,
    table: keepTable ? before.table : window?.table ? { release: world.now, document: publishTable(window.table, { ...world.frame.window, halfYears: halves.halfYears }) } : null,
    estimates: keepTable ? before.estimates : window ? estimateResults(prepared, window, world).map((document) => ({ release: world.now, document })) : [],
    corrections,
    memory: remember(before, halves, window, step, prepared, results, compared.verdicts, told),
  };
}
