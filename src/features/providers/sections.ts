/** What a provider fills in about itself, page by page: which fields stand together. Pure. */
import type { Document, Field } from '#platform/document-form/fields.ts';
import { openWeek, weekHours } from './week.ts';

/** Not `contact`: an address that ends so is the site's own page. */
export const PROFILE_SECTIONS = ['basics', 'contact-details', 'places', 'area', 'people', 'access', 'staff', 'claims', 'closing'] as const;
export type ProfileSection = (typeof PROFILE_SECTIONS)[number];

const DAYS: readonly Field[] = (['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const).map((name) => ({ kind: 'line', name }));

const LOCATIONS: readonly Field[] = [
  { kind: 'line', name: 'name' },
  { kind: 'line', name: 'street' },
  { kind: 'line', name: 'postcode' },
  { kind: 'line', name: 'city' },
  { kind: 'choice', name: 'region', options: 'municipality', rule: 'unknown-region' },
  { kind: 'yesNo', name: 'wheelchairAccess' },
];

const DEVELOPMENT: readonly Field[] = [
  { kind: 'words', name: 'title', must: true },
  { kind: 'wordList', name: 'elements', always: true },
  { kind: 'words', name: 'externalObserver' },
  { kind: 'wordList', name: 'partners' },
  { kind: 'day', name: 'started' },
  {
    kind: 'rows', name: 'funding', fields: [
      { kind: 'line', name: 'from', must: true },
      { kind: 'money', name: 'amount', must: true },
      { kind: 'choice', name: 'currency', options: 'currency', preset: 'DKK' },
    ],
  },
];

export const PROFILE_FIELDS: Readonly<Record<ProfileSection, readonly Field[]>> = {
  basics: [
    { kind: 'line', name: 'name', must: true },
    { kind: 'line', name: 'legalName' },
    { kind: 'choice', name: 'kind', options: 'providerKind', must: true },
    { kind: 'words', name: 'summary', lines: 2 },
    { kind: 'words', name: 'description', lines: 6 },
    { kind: 'words', name: 'interests', lines: 6 },
  ],
  'contact-details': [
    { kind: 'group', name: 'contact', fields: [{ kind: 'line', name: 'phone' }, { kind: 'line', name: 'email' }, { kind: 'line', name: 'website' }] },
    { kind: 'group', name: 'openingHours', fields: [...DAYS, { kind: 'text', name: 'other' }] },
  ],
  places: [{ kind: 'rows', name: 'locations', fields: LOCATIONS }],
  area: [
    { kind: 'checks', name: 'coverage', options: 'coverage', always: true, byArea: true },
    { kind: 'yesNo', name: 'remote' },
  ],
  people: [
    { kind: 'picks', name: 'targetGroups', key: 'code', options: 'targetGroup', fields: [{ kind: 'day', name: 'since' }, { kind: 'words', name: 'note' }] },
    { kind: 'checks', name: 'sectors', options: 'sector' },
  ],
  access: [
    { kind: 'checks', name: 'languages', options: 'language' },
    { kind: 'checks', name: 'accessibility', options: 'accessibility', none: true },
  ],
  staff: [
    {
      kind: 'group', name: 'staff', fields: [
        { kind: 'number', name: 'advisers' },
        { kind: 'number', name: 'participantsPerAdviser' },
        { kind: 'number', name: 'turnoverPercent' },
        { kind: 'wordList', name: 'backgrounds' },
        { kind: 'rows', name: 'development', fields: DEVELOPMENT },
      ],
    },
  ],
  claims: [
    {
      kind: 'rows', name: 'claims', fields: [
        { kind: 'words', name: 'text', must: true, lines: 2 },
        { kind: 'choice', name: 'programme', options: 'programme' },
        { kind: 'day', name: 'date' },
        { kind: 'line', name: 'sourceUrl' },
      ],
    },
  ],
  closing: [
    { kind: 'day', name: 'closedOn' },
    { kind: 'group', name: 'succeededBy', fields: [{ kind: 'choice', name: 'scheme', options: 'scheme', preset: 'dk-cvr' }, { kind: 'line', name: 'value', rule: 'organisation-number' }] },
  ],
};

export function isProfileSection(value: string | undefined): value is ProfileSection {
  return (PROFILE_SECTIONS as readonly (string | undefined)[]).includes(value);
}

/** The profile as the forms show it: opening hours by day. */
export function openProfile(profile: Document): Document {
  return { ...profile, openingHours: openWeek(profile['openingHours']) };
}

/** The profile as it is stored. A point on the map stays only where its address does. */
export function closeProfile(form: Document, before: Document): Document {
  const { openingHours, locations, ...others } = form;
  const hours = weekHours(openingHours);
  const places = locations === undefined ? undefined : withoutOldPoints(locations, before['locations']);
  return { ...others, ...(hours === undefined ? {} : { openingHours: hours }), ...(places === undefined ? {} : { locations: places }) };
}

function withoutOldPoints(locations: unknown, before: unknown): unknown {
  const address = (each: unknown) => {
    const { street, postcode, city, region } = (each ?? {}) as Document;
    return JSON.stringify([street, postcode, city, region]);
  };
  const known = new Set((Array.isArray(before) ? before : []).map(address));
  return (locations as Document[]).map((each) => {
    const { lat: _lat, lon: _lon, ...rest } = each;
    return known.has(address(each)) ? each : rest;
  });
}
