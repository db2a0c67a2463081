/** The fact list of one programme, in the order in which a person asks. Pure. */
import { formatDay, formatList, messages, pickText, type Locale, type SpokenText } from '#i18n/index.ts';
import { coverageText, groupNames, languageNames, remoteText } from '#features/providers/view.ts';
import type { ProviderProfile } from '#features/providers/input.ts';
import type { Register } from '#features/regions/register.ts';
import { programmeUnits } from './model.ts';
import { aftercareText, amountText, cardFacts, matchingText } from './view.ts';
import type { Programme } from './input.ts';

export interface ProgrammeFact {
  label: string;
  /** null: not known. */
  lines: (string | SpokenText)[] | null;
  /** Said to be unknown where it stands; the others are gathered in one line. */
  important: boolean;
}

type Lines = ProgrammeFact['lines'];
const said = (...texts: (string | null | undefined)[]): Lines => {
  const lines = texts.flatMap((text) => (text ? [text] : []));
  return lines.length > 0 ? lines : null;
};
const some = <T extends string | SpokenText>(lines: readonly T[] | undefined): Lines => (lines && lines.length > 0 ? [...lines] : null);

/** Programme fields that are absent stand for the provider's (catalogue-format.md). */
export function programmeFacts(locale: Locale, programme: Programme, profile: ProviderProfile, register: Register): ProgrammeFact[] {
  const { programme: t, terms } = messages(locale);
  const units = programmeUnits(programme);
  const card = cardFacts(locale, programme);
  const coverage = programme.coverage ?? profile.coverage;
  const languages = programme.languages ?? profile.languages ?? [];
  const remote = programme.delivery === undefined || programme.delivery.includes('remote') ? remoteText(locale, { coverage, remote: profile.remote }, register) : null;
  const perCoach = units.participantsPerCoach;
  const facts: [keyof typeof t.field, Lines, important?: true][] = [
    ['who', some(groupNames(locale, programme.targetGroups ?? profile.targetGroups ?? [], register)), true],
    ['length', said(card.length), true],
    ['intensity', said(card.intensity)],
    ['plannedMaxDays', said(programme.plannedMaxDays === undefined ? null : amountText(locale, 'calendarDays', programme.plannedMaxDays))],
    ['group', said(card.group), true],
    ['perCoach', said(perCoach === null ? null : amountText(locale, 'participants', perCoach))],
    ['matched', said(matchingText(locale, programme.stages))],
    ['access', some(card.access ?? []), true],
    ['attendance', said(programme.attendance && terms.attendance[programme.attendance])],
    ['price', some(card.price ?? []), true],
    ['wait', said(card.wait), true],
    ['capacity', said(programme.capacity === undefined ? null : amountText(locale, 'places', programme.capacity))],
    ['aftercare', said(aftercareText(locale, programme.aftercareMonths))],
    ['followUp', some([pickText(programme.individualFollowUp, locale)].filter((text) => text !== null))],
    ['area', said(coverageText(locale, coverage, register).text, remote)],
    ['place', some(programme.delivery?.map((way) => terms.delivery[way]))],
    ['languages', said(languages.length === 0 ? null : formatList(locale, languageNames(locale, languages)))],
    ['purposes', some(programme.purposes?.map((purpose) => terms.purpose[purpose]))],
    ['started', said(programme.startedOn && formatDay(locale, programme.startedOn))],
  ];
  return facts.map(([field, lines, important = false]) => ({ label: t.field[field], lines, important }));
}

/** What a programme does not say, beside the facts that say so where they stand. In the middle of a sentence. */
export function unsaidOfProgramme(locale: Locale, programme: Programme, facts: readonly ProgrammeFact[]): string[] {
  const { programme: t } = messages(locale);
  const sections: [string, boolean][] = [
    [t.phases.heading, !programme.phases?.length],
    [t.methods.heading, !programme.methods?.length],
    [t.goals, programme.goals === undefined],
    [t.specialists, programme.specialists === undefined],
  ];
  const labels = [
    ...facts.filter(({ lines, important }) => lines === null && !important).map(({ label }) => label),
    ...sections.filter(([, missing]) => missing).map(([label]) => label),
  ];
  return labels.map((label) => label.charAt(0).toLocaleLowerCase(locale) + label.slice(1));
}
