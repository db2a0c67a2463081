/** The choice sheet in words. Pure. */
import { formatList, messages, type Locale, type SpokenText } from '#i18n/index.ts';
import { groupNames } from '#features/providers/view.ts';
import { cardFacts, citizenPriceLines, waitingText } from '#features/programmes/view.ts';
import { verdictText } from '#features/results/compared.ts';
import { resultSentence } from '#features/results/view.ts';
import { reviewsLine } from '#features/reviews/showing/view.ts';
import type { Register } from '#features/regions/register.ts';
import type { Reason, SheetEntry } from './choice.ts';

interface Reader {
  locale: Locale;
  register: Register;
  /** As the visitor would call it; used where a place was given. */
  placeName: string;
}

function codesText({ locale, register }: Reader, reason: Extract<Reason, { about: 'group' | 'service' }>): string {
  const { terms } = messages(locale);
  const names = reason.about === 'group' ? groupNames(locale, reason.codes.map((code) => ({ code })), register).map(({ text }) => text) : reason.kinds.map((kind) => terms.programmeKind[kind]);
  return formatList(locale, names, 'disjunction');
}

export function fitText(reader: Reader, reason: Reason): string {
  const t = messages(reader.locale).choice.fit;
  switch (reason.about) {
    case 'group':
    case 'service':
      return t[reason.about](codesText(reader, reason));
    case 'place':
      return t.place(reader.placeName);
    case 'placeRemote':
    case 'free':
    case 'self':
      return t[reason.about];
    default:
      return '';
  }
}

export function doubtText(reader: Reader, reason: Reason): string {
  const t = messages(reader.locale).choice.doubt;
  switch (reason.about) {
    case 'group':
    case 'service':
      return t[reason.about](codesText(reader, reason));
    case 'place':
    case 'placePartly':
      return t[reason.about](reader.placeName);
    case 'closed':
    case 'mandated':
      return t[reason.about];
    default:
      return '';
  }
}

export interface SheetFact {
  label: string;
  /** null: not known. */
  lines: (string | SpokenText)[] | null;
}

/** The few facts that belong on paper. */
export function sheetFacts(locale: Locale, { compared }: SheetEntry): SheetFact[] {
  const { choice, compare, experiences, terms } = messages(locale);
  const { offer, headline, leading } = compared;
  const said = reviewsLine(locale, compared.experiences);
  const wait = waitingText(locale, offer.waitingWeeks);
  const sentence = headline === null ? null : resultSentence(locale, headline);
  const [only] = offer.open.length === 1 ? offer.open : [];
  const length = only ? cardFacts(locale, only).length : null;
  return [
    { label: choice.facts.programmes, lines: [...offer.services.map((kind) => terms.programmeKind[kind]), ...(length === null ? [] : [length])] },
    { label: choice.facts.access, lines: offer.access.map((way) => terms.access[way]) },
    { label: choice.facts.price, lines: citizenPriceLines(locale, offer.price) },
    { label: choice.facts.wait, lines: wait === null ? null : [wait] },
    { label: choice.facts.results, lines: sentence === null ? null : [sentence] },
    { label: experiences.card.label, lines: said === null ? null : [said] },
    ...(leading === null ? [] : [{ label: compare.row.verdict, lines: [verdictText(locale, leading)] }]),
  ];
}
