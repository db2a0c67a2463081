/** A description that is still being written: profile and programmes, not whole yet. Pure but for a hash. */
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Problem } from '#platform/form.ts';
import type { Document, Entries, Field, Tab } from '#platform/document-form/fields.ts';
import { formProblems } from '#platform/document-form/problems.ts';
import { fromEntries } from '#platform/document-form/read.ts';
import { entriesKey, toEntries } from '#platform/document-form/write.ts';
import { providerProfile, type ProviderProfile } from '#features/providers/input.ts';
import { closeProfile, openProfile, PROFILE_FIELDS, PROFILE_SECTIONS, type ProfileSection } from '#features/providers/sections.ts';
import { slugOf } from '#features/providers/slug.ts';
import { daysAtFault } from '#features/providers/week.ts';
import { programme, type Programme } from './input.ts';
import { PROGRAMME_FIELDS, PROGRAMME_PARTS, type ProgrammePart } from './sections.ts';

export interface Description {
  profile: Document;
  programmes: readonly Document[];
}

export interface Draft extends Description {
  /** Grows with every change. */
  revision: number;
  /** The version that it began from; null: nothing was shown yet. */
  versionId: number | null;
  changedBy: string;
  changedAt: Date;
}

/** One page of the desk. `programme` is a code; '' is a programme to be added. */
export type DraftPart = { section: ProfileSection } | { programme: string; part: ProgrammePart };

export const ALL_SECTIONS: readonly DraftPart[] = PROFILE_SECTIONS.map((section) => ({ section }));

export function partsOf(code: string): DraftPart[] {
  return PROGRAMME_PARTS.map((part) => ({ programme: code, part }));
}

export function fieldsOf(part: DraftPart): readonly Field[] {
  return 'section' in part ? PROFILE_FIELDS[part.section] : PROGRAMME_FIELDS[part.part];
}

function programmeOf({ programmes }: Description, code: string): Document | undefined {
  return code === '' ? undefined : programmes.find((each) => each['code'] === code);
}

/** The document that a page shows, as its fields have it; null: there is no such programme. */
export function shownDocument(description: Description, part: DraftPart): Document | null {
  if ('section' in part) return openProfile(description.profile);
  return part.programme === '' ? {} : (programmeOf(description, part.programme) ?? null);
}

/** Tells whether somebody changed meanwhile what a form showed. Other pages and other languages do not count. */
export function partKey(description: Description, part: DraftPart, tab: Tab): string {
  const entries = toEntries(fieldsOf(part), shownDocument(description, part) ?? {}, tab);
  return createHash('sha256').update(entriesKey(entries)).digest('base64url').slice(0, 22);
}

/** A code for a new programme, from its title; never one that was used before. */
export function newCode(title: unknown, used: ReadonlySet<string>): string {
  const texts = Object.values((title ?? {}) as Document).filter((each) => typeof each === 'string');
  const base = slugOf(texts[0] ?? '', 'programme');
  for (let number = 1; ; number++) {
    const code = number === 1 ? base : `${base}-${number}`;
    if (!used.has(code)) return code;
  }
}

export interface Written {
  description: Description;
  /** Of a programme page: its code, also where it was just given. */
  code: string | null;
  problems: Problem[];
}

/**
 * The description with what a form says, and what is wrong with that form. Faults elsewhere are none of its business.
 * @param used codes that a new programme may not have
 */
export function writePart(description: Description, part: DraftPart, entries: Entries, tab: Tab, used: ReadonlySet<string>): Written {
  return 'section' in part ? writeSection(description, part.section, entries, tab) : writeProgramme(description, part, entries, tab, used);
}

function writeSection(description: Description, section: ProfileSection, entries: Entries, tab: Tab): Written {
  const fields = PROFILE_FIELDS[section];
  const form = fromEntries(fields, entries, openProfile(description.profile), tab);
  const profile = closeProfile(form, description.profile);
  const times = section === 'contact-details' ? daysAtFault(form['openingHours']) : [];
  return {
    description: { ...description, profile },
    code: null,
    problems: [...formProblems(issuesOf(providerProfile, profile), fields, form), ...times.map((day) => ({ field: `openingHours.${day}`, reason: 'times' }))],
  };
}

function writeProgramme(description: Description, { programme: code, part }: { programme: string; part: ProgrammePart }, entries: Entries, tab: Tab, used: ReadonlySet<string>): Written {
  const fields = PROGRAMME_FIELDS[part];
  const before = programmeOf(description, code);
  const form = fromEntries(fields, entries, before ?? { stages: [] }, tab);
  const fresh = before ? form : { code: newCode(form['title'], used), ...form };
  const programmes = before ? description.programmes.map((each) => (each === before ? fresh : each)) : [...description.programmes, fresh];
  return { description: { ...description, programmes }, code: String(fresh['code']), problems: formProblems(issuesOf(programme, fresh), fields, fresh) };
}

function issuesOf(schema: z.ZodType, value: unknown): z.core.$ZodIssue[] {
  const parsed = schema.safeParse(value, { reportInput: true });
  return parsed.success ? [] : parsed.error.issues;
}

export interface Ready {
  profile: ProviderProfile;
  programmes: Programme[];
}

export interface PartFault {
  part: DraftPart;
  problems: Problem[];
}

/** The description as it can be published, or the pages on which something is not right. */
export function readyDescription(description: Description): Ready | PartFault[] {
  const profile = providerProfile.safeParse(description.profile, { reportInput: true });
  const programmes = description.programmes.map((each) => programme.safeParse(each, { reportInput: true }));
  const faults = [
    ...(profile.success ? [] : partFaults(ALL_SECTIONS, openProfile(description.profile), profile.error.issues)),
    ...description.programmes.flatMap((each, index) => {
      const parsed = programmes[index];
      return parsed === undefined || parsed.success ? [] : partFaults(partsOf(String(each['code'])), each, parsed.error.issues);
    }),
    ...claimFaults(description),
  ];
  if (faults.length > 0 || !profile.success) return faults;
  return { profile: profile.data, programmes: programmes.flatMap((each) => (each.success ? [each.data] : [])) };
}

function partFaults(parts: readonly DraftPart[], document: Document, issues: readonly z.core.$ZodIssue[]): PartFault[] {
  const faults = parts.map((part) => ({ part, problems: formProblems(issues, fieldsOf(part), document) })).filter(({ problems }) => problems.length > 0);
  // A fault in something that no page shows is still a fault: the first page says so.
  const [first] = parts;
  return faults.length > 0 || issues.length === 0 || !first ? faults : [{ part: first, problems: [{ field: null, reason: 'invalid' }] }];
}

/** A claim names a programme that there is. */
function claimFaults({ profile, programmes }: Description): PartFault[] {
  const codes = new Set(programmes.map((each) => each['code']));
  const claims = Array.isArray(profile['claims']) ? (profile['claims'] as Document[]) : [];
  const problems = claims.flatMap(({ programme: code }, index) => (code === undefined || codes.has(code) ? [] : [{ field: `claims.${index}.programme`, reason: 'choose' }]));
  return problems.length > 0 ? [{ part: { section: 'claims' }, problems }] : [];
}

/** What is good enough to be looked at: programmes that are not whole yet are left out. null: not even the profile is. */
export function previewOf(description: Description): (Ready & { left: number }) | null {
  const profile = providerProfile.safeParse(description.profile);
  if (!profile.success) return null;
  const programmes = description.programmes.flatMap((each) => programme.safeParse(each).data ?? []);
  return { profile: profile.data, programmes, left: description.programmes.length - programmes.length };
}
