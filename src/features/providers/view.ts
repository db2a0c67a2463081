/** What a provider says of itself, in words. Pure; null means that it is not known, and the page says so. */
import { collator, formatList, formatNumber, languageName, messages, pickText, type Locale, type SpokenText } from '#i18n/index.ts';
import { isMunicipality } from '#features/regions/model.ts';
import type { Register } from '#features/regions/register.ts';
import { summariseCoverage, type CoverageSummary } from './coverage.ts';
import { parseOpeningHours, runsOfDays, type OpeningTimes } from './opening-hours.ts';
import type { ProviderLocation, ProviderProfile } from './input.ts';

/** An address that may become a link: http(s) as it is, a bare host with https; null: show it as text. */
export function websiteLink(website: string): string | null {
  const text = website.trim();
  const bare = /^[a-z0-9][a-z0-9.-]*\.[a-z]{2,}(?::\d+)?(?:[/?#]\S*)?$/i.test(text);
  try {
    const url = new URL(bare ? `https://${text}` : text);
    return (url.protocol === 'https:' || url.protocol === 'http:') && url.username === '' && url.password === '' ? url.href : null;
  } catch {
    return null;
  }
}

/** One telephone number as a `tel:` link; null where it is not plainly one. */
export function phoneLink(phone: string): string | null {
  const text = phone.trim();
  if (!/^\+?[\d\s().-]{5,24}$/.test(text)) return null;
  const digits = text.replace(/[^\d+]/g, '');
  return digits.length >= 5 && digits.length <= 16 ? `tel:${digits}` : null;
}

export function mailLink(email: string): string | null {
  const match = /^([^\s@<>"',;:]+)@([a-z0-9-]+(?:\.[a-z0-9-]+)+)$/i.exec(email.trim());
  return match?.[1] && match[2] ? `mailto:${encodeURIComponent(match[1])}@${match[2]}` : null;
}

export interface Contact {
  kind: 'website' | 'phone' | 'email';
  text: string;
  href: string | null;
}

/** In the order in which most people get an answer. */
export function contactsOf({ contact }: Pick<ProviderProfile, 'contact'>): Contact[] {
  const { phone, email, website } = contact ?? {};
  return [
    ...(phone === undefined ? [] : [{ kind: 'phone' as const, text: phone, href: phoneLink(phone) }]),
    ...(email === undefined ? [] : [{ kind: 'email' as const, text: email, href: mailLink(email) }]),
    ...(website === undefined ? [] : [{ kind: 'website' as const, text: website.replace(/^https?:\/\//, '').replace(/\/$/, ''), href: websiteLink(website) }]),
  ];
}

function clock(minutes: number, separator: string): string {
  return `${Math.floor(minutes / 60)}${separator}${String(minutes % 60).padStart(2, '0')}`;
}

function openingLine(locale: Locale, { days, times }: OpeningTimes): string {
  const { profile, terms } = messages(locale);
  const t = profile.hours;
  const names = runsOfDays(days).flatMap(([first, last]) => {
    if (first === last) return [terms.day[first]];
    const between = days.indexOf(last) - days.indexOf(first);
    return between > 1 ? [t.dayRange(terms.day[first], terms.day[last])] : [terms.day[first], terms.day[last]];
  });
  const list = formatList(locale, names);
  const capital = list.charAt(0).toLocaleUpperCase(locale) + list.slice(1);
  if (times.length === 0) return capital;
  const wholeDay = times.length === 1 && times[0]?.from === 0 && (times[0].to === 24 * 60 || times[0].to === 24 * 60 - 1);
  const spans = times.map(({ from, to }) => t.clock(clock(from, t.separator), clock(to, t.separator)));
  return t.line(capital, wholeDay ? t.allDay : formatList(locale, spans));
}

/** A line for each schema.org string; one of another form as it is. */
export function openingHoursLines(locale: Locale, openingHours: readonly string[] | undefined): string[] {
  return (openingHours ?? []).map((text) => {
    const parsed = parseOpeningHours(text);
    return parsed ? openingLine(locale, parsed) : text;
  });
}

/** More names than this are counted, not listed, in a summary. */
const NAMES_SHOWN = 4;

export interface CoverageText {
  summary: CoverageSummary;
  /** One line: `All of Region Midtjylland and 3 municipalities: A, B and C`. */
  text: string;
  /** The line names everything: no longer list is needed. */
  complete: boolean;
}

export function coverageText(locale: Locale, coverage: readonly string[], register: Register): CoverageText {
  const t = messages(locale).profile.where;
  const summary = summariseCoverage(coverage, register);
  const whole = summary.whole.map((code) => t.whole(register.name(code, locale).text));
  const names = summary.single.map((code) => register.name(code, locale).text).sort(collator(locale).compare);
  const complete = names.length <= NAMES_SHOWN && whole.length <= NAMES_SHOWN;
  const municipal = summary.single.every((code) => isMunicipality({ scheme: register.region(code)?.scheme ?? '' }));
  const single = names.length <= NAMES_SHOWN ? names : [municipal ? t.municipalities(names.length) : t.areas(names.length)];
  return { summary, text: formatList(locale, [...whole, ...single]), complete };
}

/** Municipalities by the region they lie in, for the long list; regions in order of name. */
export function coverageList(locale: Locale, summary: CoverageSummary, register: Register): { region: string | null; names: string[] }[] {
  const name = (code: string) => register.name(code, locale).text;
  const groups = Map.groupBy(summary.leaves, (leaf) => register.ancestors(leaf)[0]?.code ?? null);
  return [...groups]
    .map(([region, leaves]) => ({ region: region === null ? null : name(region), names: leaves.map(name).sort(collator(locale).compare) }))
    .sort((a, b) => collator(locale).compare(a.region ?? '', b.region ?? ''));
}

/** `At a distance, in all of Denmark`; null unless it is said that help is given so. */
export function remoteText(locale: Locale, profile: Pick<ProviderProfile, 'remote' | 'coverage'>, register: Register): string | null {
  if (profile.remote !== true) return null;
  const t = messages(locale).profile.where;
  const countries = new Set(profile.coverage.flatMap((code) => {
    const region = register.region(code);
    return region && register.region(region.country) ? [region.country] : [];
  }));
  return countries.size === 0 ? t.remoteAnywhere : t.remote(formatList(locale, [...countries].map((code) => register.name(code, locale).text)));
}

/** `Street 1, 2400 København NV`; null where nothing but a region is known. */
export function addressText({ street, postcode, city }: ProviderLocation): string | null {
  const town = [postcode, city].filter((part) => part !== undefined).join(' ');
  const parts = [street, town === '' ? undefined : town].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(', ') : null;
}

export function languageNames(locale: Locale, tags: readonly string[]): string[] {
  return tags.map((tag) => languageName(locale, tag));
}

/** Names of target groups, each in the language there is. */
export function groupNames(locale: Locale, groups: readonly { code: string }[], register: Register): SpokenText[] {
  return groups.map(({ code }) => pickText(register.targetGroup(code)?.names, locale) ?? { text: code, lang: locale });
}

/** NACE sections and ISCO groups in the short form where there is one. */
export function sectorNames(locale: Locale, codes: readonly string[], register: Register): SpokenText[] {
  return codes.map((code) => {
    const sector = register.sector(code);
    return pickText(sector?.short, locale) ?? pickText(sector?.names, locale) ?? { text: code, lang: locale };
  });
}

/** Is closed on the given day; a closing day that is still to come is not. @param day YYYY-MM-DD */
export function isClosed({ closedOn }: Pick<ProviderProfile, 'closedOn'>, day: string): boolean {
  return closedOn !== undefined && closedOn <= day;
}

export function figure(locale: Locale, value: number): string {
  return formatNumber(locale, value, { maximumFractionDigits: 1 });
}

const TOLD_OF = ['description', 'contact', 'openingHours', 'locations', 'languages', 'targetGroups', 'accessibility', 'staff', 'sectors', 'interests'] as const;

/** What a provider says nothing of at all, for one line instead of ten empty sections. */
export function unsaidFields(profile: ProviderProfile, programmes: number): ((typeof TOLD_OF)[number] | 'programmes')[] {
  const empty = (value: unknown) => value === undefined || (Array.isArray(value) ? value.length === 0 : typeof value === 'object' && value !== null && Object.values(value).every((each) => each === undefined));
  return [...(programmes === 0 ? ['programmes' as const] : []), ...TOLD_OF.filter((field) => empty(profile[field]))];
}
