/** The shipped files as rows of the register tables. Pure. */
import { LOCALES, type Locale, type LocalisedText } from '#platform/input.ts';
import { OWN_LANGUAGE, type Region } from '../model.ts';
import { bareKey, nameKey } from '../names.ts';
import type { MunicipalityFile, PostcodeLists, RegionFile, RegisterFiles } from './register-files.ts';

type Country = 'dk' | 'se' | 'nl' | 'fi';
const SCHEMES = {
  dk: { region: 'dk-region', municipality: 'dk-kommune' },
  se: { region: 'se-lan', municipality: 'se-kommun' },
  nl: { region: 'nl-provincie', municipality: 'nl-gemeente' },
  fi: { region: 'fi-maakunta', municipality: 'fi-kunta' },
} as const;
const COUNTRIES = Object.keys(SCHEMES) as Country[];
const languageOf = (country: string): Locale => OWN_LANGUAGE[country] ?? 'en';

/** `source_id` null is written too: what ships takes over a code that a catalogue had brought before. */
export type RegionRecord = Region & { source_id: null };

const populationOf = (place: RegionFile | MunicipalityFile) =>
  place.population2022 ?? place.population2021 ?? place.population2019 ?? place.population2018 ?? null;

const trimmed = (names: LocalisedText): LocalisedText =>
  Object.fromEntries(Object.entries(names).flatMap(([lang, name]) => (name === undefined ? [] : [[lang, name.trim()]])));

/** Everyday names of several places together, turned round: place to names. A part of the country named like its region adds nothing. */
function areaNames(files: RegisterFiles): Map<string, string[]> {
  const regional = new Set(files.dkRegions.regions.flatMap((region) => Object.values(region.names).map((name) => bareKey(nameKey(name ?? '')).key)));
  const byPlace = new Map<string, string[]>();
  const add = (place: string, name: string) => byPlace.set(place, [...(byPlace.get(place) ?? []), name]);
  for (const [name, places] of Object.entries(files.placeNames.areas)) for (const place of places) add(place, name);
  for (const part of files.dkRegions.landsdele) {
    if (regional.has(nameKey(part.name))) continue;
    for (const each of files.dkMunicipalities.municipalities) {
      if (each.landsdel === part.code) for (const name of new Set([part.name, part.nameEn])) add(`dk-kommune:${each.code}`, name);
    }
  }
  return byPlace;
}

/**
 * A place with names in some languages only would show, say, its English name on a Danish page. Danish takes the Swedish name of
 * a Finnish place and Dutch the English one, as the regions' names in the files do; elsewhere the place's own name stands in.
 */
function spread(country: string, names: LocalisedText): LocalisedText {
  if (Object.keys(names).length < 2) return names;
  if (country === 'fi') return { ...names, da: names.da ?? names.sv, nl: names.nl ?? names.en };
  const own = names[languageOf(country)];
  return Object.fromEntries(LOCALES.map((locale) => [locale, names[locale] ?? own]));
}

/** `Københavns Kommune` is a name of its own; `Ballerup Kommune` says no more than `Ballerup`. */
function officialNames(place: MunicipalityFile): string[] {
  const { officialName } = place;
  return officialName === undefined || bareKey(nameKey(officialName)).key === nameKey(place.name) ? [] : [officialName];
}

export function regionRecords(files: RegisterFiles): RegionRecord[] {
  const { placeNames } = files;
  const areas = areaNames(files);
  const finish = (record: Omit<Region, 'aliases'>, aliases: string[]): RegionRecord => ({
    ...record,
    names: spread(record.country, { ...trimmed(record.names), ...placeNames.names[record.code] }),
    aliases: [...new Set([...aliases, ...(placeNames.aliases[record.code] ?? []), ...(areas.get(record.code) ?? [])])],
    source_id: null,
  });
  return COUNTRIES.flatMap((country) => {
    const scheme = SCHEMES[country];
    const file = country === 'dk' ? { ...files.dkRegions, ...files.dkMunicipalities } : files[country];
    const itself = finish(
      { code: country, scheme: country, country, parent: null, names: placeNames.countries[country] ?? {}, lat: null, lon: null, population: null, neighbours: [] },
      [],
    );
    const regions = file.regions.map((each) =>
      finish(
        { code: `${scheme.region}:${each.code}`, scheme: scheme.region, country, parent: country, names: each.names, lat: null, lon: null, population: populationOf(each), neighbours: [] },
        [],
      ),
    );
    const municipalities = file.municipalities.map((each) =>
      finish(
        {
          code: `${scheme.municipality}:${each.code}`, scheme: scheme.municipality, country, parent: `${scheme.region}:${each.region}`,
          names: each.names ?? { [languageOf(country)]: each.name, ...each.exonyms }, lat: each.lat, lon: each.lon, population: populationOf(each),
          neighbours: each.neighbours.map((code) => `${scheme.municipality}:${code}`),
        },
        officialNames(each),
      ),
    );
    return [itself, ...regions, ...municipalities];
  });
}

/** GeoNames puts the Dutch code 9999 in four municipalities at the ends of the country: a placeholder, not a place. */
const NOT_SHARED = '9999';

function listed(country: Country, lists: PostcodeLists) {
  const row = (code: string, municipality: string, main: boolean) => ({
    country, code, region: `${SCHEMES[country].municipality}:${municipality}`, place: null, main, area_share: null, lat: null, lon: null,
  });
  return [
    ...Object.entries(lists.postcodesByMunicipality).flatMap(([municipality, codes]) => codes.split(' ').map((code) => row(code, municipality, true))),
    ...Object.entries(lists.alsoIn ?? {}).flatMap(([code, others]) => (code === NOT_SHARED ? [] : others.map((other) => row(code, other, false)))),
  ];
}

export function postcodeRecords(files: RegisterFiles): Record<string, unknown>[] {
  const danish = files.dkPostcodes.postcodes.flatMap((each) => {
    const row = (municipality: string, main: boolean, share: number | null) => ({
      country: 'dk', code: each.postcode, region: `dk-kommune:${municipality}`, place: each.place, main, area_share: share, lat: each.lat, lon: each.lon,
    });
    return [row(each.municipality, true, each.areaShare ?? null), ...(each.others ?? []).map((other) => row(other.code, false, other.areaShare))];
  });
  return [...danish, ...listed('se', files.sePostcodes), ...listed('nl', files.nlPostcodes), ...listed('fi', files.fiPostcodes)];
}

/** method.md 2.2: 20 hours unless the list says otherwise; null there means the person's assessed hours. */
const USUAL_HOURS = 20;

export function targetGroupRecords({ targetGroups }: RegisterFiles): Record<string, unknown>[] {
  return [...targetGroups.legalGroups, ...targetGroups.crossCuttingGroups].map((group, position) => ({
    code: group.id, kind: group.kind, list_version: targetGroups._meta.version, names: group.names, description: group.description ?? null,
    sensitive: group.sensitive, primary_outcome: group.primaryOutcome ?? 'job',
    hours_threshold: group.hoursThreshold === undefined ? USUAL_HOURS : group.hoursThreshold, position, source_id: null,
  }));
}

export function sectorRecords(files: RegisterFiles): Record<string, unknown>[] {
  const of = (classification: string) => (each: { code: string; names: LocalisedText; short?: LocalisedText }) =>
    ({ code: each.code, classification, names: each.names, short: each.short ?? null });
  return [...files.sectors.sections.map(of('nace-2')), ...files.occupations.subMajorGroups.map(of('isco-08'))].map((each, position) => ({ ...each, position }));
}
