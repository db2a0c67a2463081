/** The open data: what anybody may download. Shapes and tables; pure. */
import { z } from 'zod';
import { LOCALES, localisedText, type LocalisedText } from '#platform/input.ts';
import { programme, type Programme } from '#features/programmes/input.ts';
import { programmeUnits } from '#features/programmes/model.ts';
import type { StoredSource } from '#features/providers/commands/ensure-source.ts';
import { providerProfile } from '#features/providers/input.ts';
import type { Opening } from '#features/enquiries/model.ts';
import { COUNTED_OVER, MEASURES, COHORT_ATTENDANCE } from '#features/results/input.ts';
import type { PublishedResult } from '#features/results/model.ts';
import { openCountSchema, openExits, openPrevious } from '#features/results/open-release.ts';
import type { Cell } from '#platform/csv.ts';
import type { ExportedVersion } from './exported.ts';
import { catalogueRegion, catalogueSource, catalogueTargetGroup } from './input.ts';

export const PROVIDERS_FORMAT = 'vejviser.open-data.providers/1';
export const RESULTS_FORMAT = 'vejviser.open-data.results/1';

const numberedSource = z.strictObject({ id: z.int(), ...catalogueSource.shape });

const openProvider = z.strictObject({
  slug: z.string(),
  source: z.int(),
  ...providerProfile.shape,
  programmes: z.array(programme).optional(),
});

export const openProviders = z.strictObject({
  format: z.literal(PROVIDERS_FORMAT),
  sources: z.array(numberedSource),
  regions: z.array(catalogueRegion),
  targetGroups: z.array(catalogueTargetGroup),
  providers: z.array(openProvider),
});

const whole = z.int().min(0);

const openResult = z.strictObject({
  provider: z.string(),
  source: z.int(),
  kind: z.enum(['cohort', 'window', 'quoted']),
  programme: z.string().nullable(),
  measure: z.enum(MEASURES),
  measureName: localisedText.nullable(),
  countedOver: z.enum(COUNTED_OVER),
  attendance: z.enum(COHORT_ATTENDANCE).nullable(),
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  grade: z.enum(['A', 'B', 'C', 'D']),
  count: openCountSchema,
  funnel: z.strictObject({ referred: whole.nullable(), started: whole, completed: whole }).nullable(),
  note: localisedText.nullable(),
});

/** In the file each row also names the release it comes from (its input hash), reasons for leaving, and the value it replaces. */
const openResultRow = openResult.extend({ exits: openExits, previous: openPrevious, release: z.string() });

export const openResults = z.strictObject({
  format: z.literal(RESULTS_FORMAT),
  release: z.strictObject({ methodVersion: z.string(), inputHash: z.string(), releasedAt: z.string() }).nullable(),
  sources: z.array(numberedSource),
  results: z.array(openResultRow),
});

export const openProviderSchema = openProvider;
export const openResultSchema = openResult;
export const openResultRowSchema = openResultRow;
export const openSourceSchema = numberedSource;

/** The text a table shows, by the rule of the format, and its language. */
function firstText(text: LocalisedText | null | undefined): [text: string | null, language: string | null] {
  const language = LOCALES.find((each) => text?.[each] !== undefined);
  return text && language ? [text[language] ?? null, language] : [null, null];
}

const list = (values: readonly string[] | undefined): Cell => values?.join(' ');

export const PROVIDER_COLUMNS = [
  'slug', 'id_scheme', 'id_value', 'name', 'legal_name', 'kind', 'summary', 'summary_language', 'website', 'email', 'phone',
  'coverage', 'remote', 'languages', 'accessibility', 'target_groups', 'sectors', 'locations', 'closed_on', 'programmes',
  'source', 'source_title', 'source_publisher', 'source_licence',
];

/** Lists in a cell are parted by blanks: their codes have none. */
export function providerCells({ slug, profile, programmes }: ExportedVersion, source: StoredSource): Cell[] {
  return [
    slug, profile.id.scheme, profile.id.value, profile.name, profile.legalName, profile.kind, ...firstText(profile.summary),
    profile.contact?.website, profile.contact?.email, profile.contact?.phone,
    list(profile.coverage), profile.remote, list(profile.languages), list(profile.accessibility),
    list(profile.targetGroups?.map((each) => each.code)), list(profile.sectors), profile.locations?.length, profile.closedOn, programmes.length,
    source.id, source.title, source.publisher, source.licence,
  ];
}

export const PROGRAMME_COLUMNS = [
  'provider', 'code', 'title', 'title_language', 'kind', 'purposes', 'attendance', 'access', 'delivery', 'stages', 'hours', 'weeks', 'group_max',
  'planned_max_days', 'aftercare_months', 'target_groups', 'coverage', 'languages', 'waiting_weeks', 'capacity', 'started_on', 'ended_on', 'source',
];

export function programmeCells(slug: string, each: Programme, sourceId: number): Cell[] {
  const units = programmeUnits(each);
  return [
    slug, each.code, ...firstText(each.title), each.kind, list(each.purposes), each.attendance, list(each.access), list(each.delivery),
    each.stages.length, units.hours, units.weeks, units.groupMax, each.plannedMaxDays, each.aftercareMonths, list(each.targetGroups?.map((group) => group.code)),
    list(each.coverage), list(each.languages), each.waitingWeeks, each.capacity, each.startedOn, each.endedOn, sourceId,
  ];
}

export const OPENING_COLUMNS = [
  'provider', 'programme', 'starts_on', 'free_places', 'language', 'region', 'delivery', 'note', 'note_language', 'confirmed_on',
];

/** starts_on empty: at any time. */
export function openingCells(slug: string, each: Opening): Cell[] {
  return [slug, each.programme, each.startsOn, each.freePlaces, each.language, each.region, each.delivery, ...firstText(each.note), each.confirmedOn];
}

export const RESULT_COLUMNS = [
  'provider', 'programme', 'kind', 'measure', 'measure_name', 'measure_name_language', 'counted_over', 'attendance', 'from', 'to', 'grade',
  'state', 'n', 'placed', 'not_placed', 'unknown', 'lower', 'upper', 'extreme', 'limit_percent',
  'referred', 'started', 'completed', 'note', 'note_language', 'method_version', 'input_hash', 'released_on', 'source', 'source_title', 'source_publisher', 'source_licence',
];

export function resultCells(slug: string, each: PublishedResult, release: { methodVersion: string; inputHash: string; day: string }, source: StoredSource): Cell[] {
  const { count, funnel } = each;
  const numbers = 'n' in count ? [count.n, count.placed, count.notPlaced, count.unknown] : [null, null, null, null];
  const interval = count.state === 'shown' ? [count.lower, count.upper] : [null, null];
  const extreme = count.state === 'extreme' ? [count.kind, count.limitPercent] : [null, null];
  return [
    slug, each.programme, each.kind, each.measure, ...firstText(each.measureName), each.countedOver, each.attendance, each.from, each.to, each.grade,
    count.state, ...numbers, ...interval, ...extreme, funnel?.referred, funnel?.started, funnel?.completed, ...firstText(each.note),
    release.methodVersion, release.inputHash, release.day, source.id, source.title, source.publisher, source.licence,
  ];
}
