/** What a description still lacks before it answers what people ask. Pure. */
import { isDocument, listOf, type Document } from '#platform/document-form/fields.ts';
import type { Description, DraftPart } from './draft.ts';

export const PROFILE_NEEDS = ['summary', 'contact', 'openingHours', 'coverage', 'locations', 'targetGroups', 'languages', 'accessibility', 'staff', 'interests'] as const;
export const PROGRAMME_NEEDS = ['stages', 'length', 'group', 'access', 'prices', 'waiting'] as const;
export type ProfileNeed = (typeof PROFILE_NEEDS)[number];
export type ProgrammeNeed = (typeof PROGRAMME_NEEDS)[number];

export type Missing = { part: DraftPart } & ({ need: ProfileNeed | 'programmes' } | { need: ProgrammeNeed; title: unknown });

export interface Completeness {
  /** In the order in which people ask. */
  missing: Missing[];
  there: number;
  of: number;
}

const said = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : isDocument(value) ? Object.values(value).some(said) : value !== undefined && value !== null && value !== '';

const PROFILE_RULES: Readonly<Record<ProfileNeed, { part: DraftPart; there: (profile: Document) => boolean }>> = {
  summary: { part: { section: 'basics' }, there: (profile) => said(profile['summary']) },
  contact: { part: { section: 'contact-details' }, there: (profile) => said(profile['contact']) },
  openingHours: { part: { section: 'contact-details' }, there: (profile) => said(profile['openingHours']) },
  coverage: { part: { section: 'area' }, there: (profile) => said(profile['coverage']) },
  // Who helps at a distance alone need not have an address.
  locations: { part: { section: 'places' }, there: (profile) => said(profile['locations']) || profile['remote'] === true },
  targetGroups: { part: { section: 'people' }, there: (profile) => said(profile['targetGroups']) },
  languages: { part: { section: 'access' }, there: (profile) => said(profile['languages']) },
  // "None of these" is an answer too.
  accessibility: { part: { section: 'access' }, there: (profile) => Array.isArray(profile['accessibility']) },
  staff: { part: { section: 'staff' }, there: ({ staff }) => isDocument(staff) && (said(staff['advisers']) || said(staff['participantsPerAdviser'])) },
  interests: { part: { section: 'basics' }, there: (profile) => said(profile['interests']) },
};

const stagesOf = (programme: Document): readonly Document[] => listOf(programme['stages']).filter(isDocument);
const alone = ({ format }: Document) => format === 'individual' || format === 'self-paced';

const PROGRAMME_RULES: Readonly<Record<ProgrammeNeed, { part: 'content' | 'access'; there: (programme: Document) => boolean }>> = {
  stages: { part: 'content', there: (programme) => stagesOf(programme).length > 0 },
  length: { part: 'content', there: (programme) => stagesOf(programme).every((stage) => said(stage['hours']) || said(stage['weeks']) || (said(stage['days']) && said(stage['hoursPerDay']))) },
  group: { part: 'content', there: (programme) => stagesOf(programme).every((stage) => alone(stage) || said(stage['groupSize'])) },
  access: { part: 'access', there: (programme) => said(programme['access']) },
  prices: { part: 'access', there: (programme) => said(programme['prices']) },
  waiting: { part: 'access', there: (programme) => said(programme['waitingWeeks']) },
};

function missingOfProgramme(programme: Document): Missing[] {
  return PROGRAMME_NEEDS.filter((need) => !PROGRAMME_RULES[need].there(programme)).map((need) => ({
    need, title: programme['title'], part: { programme: String(programme['code']), part: PROGRAMME_RULES[need].part },
  }));
}

/** Programmes that have ended need nothing more. @param day YYYY-MM-DD, today */
export function completeness({ profile, programmes }: Description, day: string): Completeness {
  const open = programmes.filter(({ endedOn }) => typeof endedOn !== 'string' || endedOn > day);
  const own = PROFILE_NEEDS.filter((need) => !PROFILE_RULES[need].there(profile)).map((need): Missing => ({ need, part: PROFILE_RULES[need].part }));
  const none: Missing[] = open.length === 0 ? [{ need: 'programmes', part: { programme: '', part: 'basics' } }] : [];
  const missing = [...own, ...none, ...open.flatMap(missingOfProgramme)];
  const of = PROFILE_NEEDS.length + Math.max(1, open.length * PROGRAMME_NEEDS.length);
  return { missing, there: of - missing.length, of };
}
