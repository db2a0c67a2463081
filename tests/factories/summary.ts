/** Summaries of invented providers, in the field's own words; each call gives its own objects, so tests may change them. */
import type { LocalisedText } from '#platform/input.ts';
import type { ProgrammeKind } from '#features/programmes/input.ts';
import type { Register } from '#features/regions/register.ts';
import type { ProviderSummary } from '#features/search/model.ts';

const UNKNOWN: Omit<ProviderSummary, 'id' | 'slug' | 'name'> = {
  kind: 'private',
  demo: true,
  summary: null,
  countries: [],
  areas: [],
  locations: [],
  remote: null,
  groups: [],
  programmeGroups: [],
  services: [],
  languages: [],
  accessibility: [],
  delivery: [],
  sectors: [],
  freeForCitizen: null,
  lowestPrice: null,
  waitingWeeks: null,
  nextStart: null,
  answers: null,
  programmes: [],
  headline: null,
  compared: null,
  experiences: null,
  approved: null,
  tiers: { results: 'cannot-tell', experiences: 'cannot-tell' },
  texts: { programmes: [], descriptions: [] },
};

/** Of whom nothing is known but a name, unless `changes` say more. */
export function aSummary(changes: Partial<ProviderSummary> & { id: number }): ProviderSummary {
  return { ...structuredClone(UNKNOWN), slug: `provider-${changes.id}`, name: `Provider ${changes.id}`, ...changes };
}

export interface ProviderWords {
  id: number;
  name: string;
  /** Region codes as a catalogue gives them: municipalities, regions, a country. */
  covers: readonly string[];
  /** Municipality, town and postcode of its premises; a point is taken from the register. */
  at?: readonly [region: string, city: string, postcode: string];
  says?: LocalisedText;
  more?: LocalisedText;
  offers?: readonly (readonly [title: LocalisedText, kind: ProgrammeKind])[];
  /** Each offered programme is for these groups. */
  helps?: readonly string[];
}

/** As the projection would make it of a provider that says this of itself. */
export function aProviderSummary(register: Register, { id, name, covers, at, says, more, offers, helps }: ProviderWords, changes: Partial<ProviderSummary> = {}): ProviderSummary {
  const { areas } = register.expand(covers);
  const premises = at ? register.region(at[0]) : null;
  return aSummary({
    id,
    name,
    summary: says ?? null,
    countries: [...new Set(areas.map((code) => code.slice(0, 2)))],
    areas,
    locations: at ? [{ region: at[0], city: at[1], postcode: at[2], lat: premises?.lat ?? null, lon: premises?.lon ?? null }] : [],
    groups: [...(helps ?? [])],
    programmeGroups: offers && offers.length > 0 ? [...(helps ?? [])] : [],
    services: [...new Set((offers ?? []).map(([, kind]) => kind))],
    programmes: (offers ?? []).map(([title, kind], i) => ({ code: `p${i + 1}`, title, kind, totalHours: null, weeks: null })),
    texts: { programmes: [], descriptions: more ? [more] : [] },
    ...changes,
  });
}
