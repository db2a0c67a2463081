/** Reads the fixture of invented providers and the queries that were written for it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '#platform/input.ts';
import type { ProgrammeKind } from '#features/programmes/input.ts';
import type { Accessibility, ProviderKind } from '#features/providers/input.ts';
import type { Register } from '#features/regions/register.ts';
import type { ProviderSummary } from '#features/search/model.ts';
import { aProviderSummary } from '#tests/factories/summary.ts';

interface FixtureProvider {
  slug: string;
  lang: Locale;
  country: 'dk' | 'se' | 'nl' | 'fi';
  name: string;
  kind: ProviderKind;
  areas: string[];
  at?: [string, string, string];
  summary: string;
  description: string;
  programmes: [string, ProgrammeKind][];
  groups: string[];
  languages?: string[];
  acc?: Accessibility[];
  sectors?: string[];
  remote?: boolean;
  free?: boolean;
  price?: number;
  wait?: number;
}

const CODES = { dk: 'dk-kommune:', se: 'se-kommun:', nl: 'nl-gemeente:GM', fi: 'fi-kunta:' } as const;
const COUNTRY: Readonly<Record<Locale, string>> = { da: 'dk', en: 'dk', sv: 'se', nl: 'nl', fi: 'fi' };

const read = (name: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8'));

export function fixtureSummaries(register: Register): ProviderSummary[] {
  const { providers } = read('providers.json') as { providers: FixtureProvider[] };
  return providers.map((each, i) => {
    const code = (area: string) => (area.length === 2 ? area : `${CODES[each.country]}${area}`);
    for (const area of [...each.areas, ...(each.at ? [each.at[0]] : [])]) {
      if (!register.region(code(area))) throw new Error(`${each.slug}: there is no ${code(area)}`);
    }
    return aProviderSummary(
      register,
      {
        id: i + 1,
        name: each.name,
        covers: each.areas.map(code),
        ...(each.at ? { at: [code(each.at[0]), each.at[1], each.at[2]] as const } : {}),
        says: { [each.lang]: each.summary },
        more: { [each.lang]: each.description },
        offers: each.programmes.map(([title, kind]) => [{ [each.lang]: title }, kind] as const),
        helps: each.groups,
      },
      {
        slug: each.slug,
        kind: each.kind,
        languages: each.languages ?? [each.lang],
        accessibility: each.acc ?? [],
        sectors: each.sectors ?? [],
        remote: each.remote ?? null,
        delivery: each.remote ? ['remote'] : ['onsite'],
        freeForCitizen: each.free ? true : each.price === undefined ? null : false,
        lowestPrice: each.price === undefined ? null : { amount: each.price, currency: 'DKK', paidBy: 'citizen' },
        waitingWeeks: each.wait ?? null,
      },
    );
  });
}

export interface JudgedQuery {
  text: string;
  expected: string[];
}

export const QUERY_LOCALES = ['da', 'en', 'sv', 'nl', 'fi'] as const satisfies readonly Locale[];

/** `first`: written before the lexicon. `later`: written after it and before they were first run; nothing was tuned to them. */
export type QuerySet = 'first' | 'later';

export function judgedQueries(locale: Locale, set: QuerySet): JudgedQuery[] {
  const all = read(set === 'first' ? 'queries.json' : 'queries-later.json') as Record<Locale, [string, string[]][]>;
  return all[locale].map(([text, expected]) => ({ text, expected }));
}

export const nonsenseQueries = (): string[] => (read('queries.json') as { nonsense: string[] }).nonsense;
export const countryFor = (locale: Locale): string => COUNTRY[locale];
