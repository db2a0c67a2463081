/** The comparison in words: the same cells for the page and the CSV file. Pure. */
import { formatDay, formatList, formatMoment, formatNumber, messages, pickText, type Locale, type SpokenText } from '#i18n/index.ts';
import { addressText, contactsOf, coverageText, figure, groupNames, languageNames, remoteText } from '#features/providers/view.ts';
import { aftercareSpreadText, amountText, citizenPriceLines, groupSpreadText, spreadText, waitingText } from '#features/programmes/view.ts';
import { answerShareText, answerTimeText, confirmedText, openingText } from '#features/enquiries/view.ts';
import { countText, likelyRange, newerText, periodText, resultSentence, unknownText } from '#features/results/view.ts';
import { reviewsLine } from '#features/reviews/showing/view.ts';
import type { Register } from '#features/regions/register.ts';
import { expectedFigures, verdictText, type SaidOfComparison } from '#features/results/compared.ts';
import { pairs } from './pairs.ts';
import { measuredText, pairText, type PairText } from './pairs-view.ts';
import { ROW_GROUPS, type Compared, type Obstacle, type RowGroup, type RowId } from './compare.ts';

export interface CellLine extends SpokenText {
  /** Path without language. */
  href?: string;
  /** Its shape stands before the words. */
  verdict?: SaidOfComparison['code'];
}

export interface ComparedRow {
  id: RowId;
  label: string;
  /** One a provider; null: not known. */
  cells: (CellLine[] | null)[];
  /** All say the same, or nobody says anything. */
  same: boolean;
  /** Nobody says anything. */
  empty: boolean;
}

export interface ComparedGroup {
  id: RowGroup;
  label: string;
  rows: ComparedRow[];
}

interface Reader {
  locale: Locale;
  register: Register;
}
type Cell = (compared: Compared, reader: Reader) => CellLine[] | null;

const own = (locale: Locale, texts: readonly (string | null | undefined)[]): CellLine[] | null => {
  const lines = texts.flatMap((text) => (text === null || text === undefined || text === '' ? [] : [{ text, lang: locale }]));
  return lines.length > 0 ? lines : null;
};
const joined = (locale: Locale, texts: readonly string[]) => (texts.length === 0 ? null : formatList(locale, texts));

const programmeLines: Cell = ({ page, offer }, { locale }) => {
  const lines = offer.open.flatMap((programme): CellLine[] => {
    const title = pickText(programme.title, locale);
    return title ? [{ ...title, href: `/providers/${page.slug}/programmes/${encodeURIComponent(programme.code)}` }] : [];
  });
  return lines.length > 0 ? lines : null;
};

const methodLines: Cell = ({ offer }, { locale }) => {
  const names = offer.open.flatMap((programme) => (programme.methods ?? []).flatMap((method) => pickText(method.name, locale) ?? []));
  const once = [...new Map(names.map((name) => [name.text, name])).values()];
  return once.length > 0 ? once : null;
};

const resultLines: Cell = ({ headline, results }, { locale }) => {
  const t = messages(locale).compare;
  if (headline === null) return results.length > 0 ? own(locale, [t.onlyQuoted]) : null;
  const sentence = resultSentence(locale, headline);
  if (sentence !== null) return own(locale, [sentence, newerText(locale, results, headline)]);
  const period = periodText(locale, headline);
  const short = countText(locale, headline.count).short;
  return own(locale, [period === null ? short : `${period}: ${short}`]);
};

const sureLines: Cell = ({ headline }, { locale }) => {
  if (headline?.count.state !== 'shown') return null;
  const [low, high] = likelyRange(headline.count);
  const t = messages(locale).results;
  return own(locale, [t.interval(formatNumber(locale, low), formatNumber(locale, high)), unknownText(locale, headline.count)]);
};

const verdictLines: Cell = ({ leading }, { locale }) =>
  leading === null ? null : [{ text: verdictText(locale, leading), lang: locale, verdict: leading.code }];

const expectedLines: Cell = ({ leading, headline }, { locale }) => {
  const figures = leading && expectedFigures(leading);
  if (!figures) return null;
  const { n, O, E } = figures;
  const t = messages(locale).compare;
  const [all, placed, expected] = [n, O, E].map((value) => formatNumber(locale, Math.round(value)));
  const fewer = headline?.count.state === 'shown' && headline.count.n !== n;
  return own(locale, [t.expected(expected ?? '', placed ?? '', all ?? ''), measuredText(locale, leading), fewer ? t.onlyCompared : null]);
};

const funnelLine: Cell = ({ headline }, { locale }) => {
  const funnel = headline?.funnel;
  if (!funnel) return null;
  const number = (value: number) => formatNumber(locale, value);
  return own(locale, [messages(locale).results.funnel.sentence(number(funnel.started), number(funnel.completed), number(funnel.started - funnel.completed))]);
};

const CELLS: Record<RowId, Cell> = {
  kind: ({ page }, { locale }) => own(locale, [messages(locale).terms.providerKind[page.profile.kind]]),
  groups: ({ offer }, { locale, register }) => {
    const names = groupNames(locale, offer.groups, register);
    return names.length > 0 ? names : null;
  },
  access: ({ offer }, { locale }) => own(locale, offer.access.map((way) => messages(locale).terms.access[way])),
  attendance: ({ offer }, { locale }) => own(locale, offer.attendance.map((rule) => messages(locale).terms.attendance[rule])),
  languages: ({ offer }, { locale }) => own(locale, [joined(locale, languageNames(locale, offer.languages))]),
  accessibility: ({ page }, { locale }) => own(locale, (page.profile.accessibility ?? []).map((each) => messages(locale).terms.accessibility[each])),
  services: ({ offer }, { locale }) => own(locale, offer.services.map((kind) => messages(locale).terms.programmeKind[kind])),
  programmes: programmeLines,
  methods: methodLines,
  weeks: ({ offer }, { locale }) => own(locale, [spreadText(locale, 'weeks', offer.weeks)]),
  hours: ({ offer }, { locale }) => own(locale, [spreadText(locale, 'hours', offer.hours)]),
  groupSize: ({ offer }, { locale }) => own(locale, [groupSpreadText(locale, offer.groupMax)]),
  perCoach: ({ offer }, { locale }) => own(locale, [spreadText(locale, 'participants', offer.participantsPerCoach)]),
  aftercare: ({ offer }, { locale }) => own(locale, [aftercareSpreadText(locale, offer.aftercareMonths)]),
  price: ({ offer }, { locale }) => own(locale, citizenPriceLines(locale, offer.price) ?? []),
  wait: ({ offer }, { locale }) => own(locale, [waitingText(locale, offer.waitingWeeks)]),
  nextStart: ({ nextStart }, { locale, register }) => own(locale, nextStart ? [openingText(locale, nextStart, register), confirmedText(locale, nextStart)] : []),
  answers: ({ answers }, { locale }) => own(locale, [answerTimeText(locale, answers), answers && answerShareText(locale, answers)]),
  capacity: ({ offer }, { locale }) => own(locale, [spreadText(locale, 'places', offer.capacity)]),
  area: ({ page }, { locale, register }) =>
    own(locale, [coverageText(locale, page.profile.coverage, register).text, remoteText(locale, page.profile, register)]),
  address: ({ page }, { locale }) => own(locale, (page.profile.locations ?? []).map(addressText)),
  delivery: ({ offer }, { locale }) => own(locale, offer.delivery.map((way) => messages(locale).terms.delivery[way])),
  advisers: ({ page }, { locale }) => own(locale, [page.profile.staff?.advisers === undefined ? null : figure(locale, page.profile.staff.advisers)]),
  perAdviser: ({ page }, { locale }) => {
    const count = page.profile.staff?.participantsPerAdviser;
    return own(locale, [count === undefined ? null : amountText(locale, 'participants', count)]);
  },
  turnover: ({ page }, { locale }) => {
    const percent = page.profile.staff?.turnoverPercent;
    return own(locale, [percent === undefined ? null : messages(locale).profile.staff.turnoverText(figure(locale, percent))]);
  },
  result: resultLines,
  sure: sureLines,
  verdict: verdictLines,
  expected: expectedLines,
  funnel: funnelLine,
  grade: ({ headline }, { locale }) =>
    own(locale, [headline === null || headline.count.state === 'unreported' ? null : messages(locale).terms.grade[headline.grade]]),
  experiences: ({ page, experiences }, { locale }) => {
    const text = reviewsLine(locale, experiences);
    return text === null ? null : [{ text, lang: locale, href: `/providers/${page.slug}/reviews` }];
  },
  approved: ({ page, approvedBy }, { locale }) => {
    const { compare: { approvedUntil }, decisions: { profile } } = messages(locale);
    const lines = approvedBy.map(({ authority, validTo, conditional }) => ({ text: approvedUntil(conditional ? profile.byWithConditions(authority) : authority, formatDay(locale, validTo)), lang: locale, href: `/providers/${page.slug}/approvals` }));
    return lines.length > 0 ? lines : null;
  },
  claims: ({ page }, { locale }) => {
    const claims = (page.profile.claims ?? []).flatMap((claim) => pickText(claim.text, locale) ?? []);
    return claims.length > 0 ? claims : own(locale, [messages(locale).compare.noClaims]);
  },
  source: ({ page }, { locale }) => own(locale, [`${page.source.title} (${page.source.publisher})`, formatMoment(locale, page.activatedAt)]),
};

const key = (cell: CellLine[] | null) => (cell === null ? '' : cell.map((line) => line.text).join('\n'));

function comparedRow(id: RowId, compared: readonly Compared[], reader: Reader): ComparedRow {
  const cells = compared.map((each) => CELLS[id](each, reader));
  const keys = new Set(cells.map(key));
  return { id, label: messages(reader.locale).compare.row[id], cells, same: keys.size === 1, empty: cells.every((cell) => cell === null) };
}

/** All rows in their groups; rows that nobody says anything about are `empty`, for one line of their own. */
export function comparedGroups(compared: readonly Compared[], locale: Locale, register: Register): ComparedGroup[] {
  const reader = { locale, register };
  return (Object.keys(ROW_GROUPS) as RowGroup[]).map((id) => ({
    id,
    label: messages(locale).compare.group[id],
    rows: ROW_GROUPS[id].map((row) => comparedRow(row, compared, reader)),
  }));
}

/** What the table shows: groups without rows and rows that nobody fills fall away, and those alike where only differences are asked for. */
export function visibleGroups(groups: readonly ComparedGroup[], onlyDifferences: boolean): ComparedGroup[] {
  return groups
    .map((group) => ({ ...group, rows: group.rows.filter((row) => !row.empty && !(onlyDifferences && row.same)) }))
    .filter((group) => group.rows.length > 0);
}

export function obstacleText(locale: Locale, { reason, about }: Obstacle, compared: readonly Compared[]): string {
  const names = compared.filter(({ page }) => about.includes(page.slug)).map(({ page }) => page.profile.name);
  return messages(locale).compare.obstacle[reason](formatList(locale, names), names.length);
}

function pairRow({ names, said, because }: PairText, columns: number, heading: string): string[] {
  return [heading, names, [said, ...because].join(' '), ...Array.from({ length: columns - 1 }, () => '')];
}

/** Rows of the CSV file: group, what, then a column a provider; not known is an empty field, as in the open data. Below them a row for every two. */
export function csvRows(compared: readonly Compared[], groups: readonly ComparedGroup[], locale: Locale): string[][] {
  const t = messages(locale).compare;
  const contact = (each: Compared) => contactsOf(each.page.profile).map(({ text }) => text).join('; ');
  return [
    [t.csv.group, t.csv.what, ...compared.map(({ page }) => page.profile.name)],
    [t.csv.contact, '', ...compared.map(contact)],
    ...groups.flatMap((group) => group.rows.map((row) => [group.label, row.label, ...row.cells.map((cell) => key(cell).replaceAll('\n', '; '))])),
    ...pairs(compared).map((pair) => pairRow(pairText(locale, pair), compared.length, t.pairs.heading)),
  ];
}
