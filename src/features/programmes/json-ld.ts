/** schema.org descriptions for search engines: what the source says, and a score only where the page shows one. Never results. Pure. */
import { pickText, type Locale } from '#i18n/index.ts';
import { mailLink, websiteLink } from '#features/providers/view.ts';
import type { ProviderKind, ProviderProfile } from '#features/providers/input.ts';
import type { Register } from '#features/regions/register.ts';
import type { Programme, ProgrammeKind } from './input.ts';

const TYPE: Record<ProviderKind, string> = {
  private: 'Organization',
  municipality: 'GovernmentOrganization',
  'unemployment-fund': 'Organization',
  education: 'EducationalOrganization',
  association: 'NGO',
  other: 'Organization',
};
const COURSES: readonly ProgrammeKind[] = ['job-search-course', 'skills-training', 'language-and-integration'];
const COVERAGE_LISTED = 20;

type JsonLd = Record<string, unknown>;
const known = (values: JsonLd): JsonLd => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)));

/** A score that a page shows, with how many it rests on. */
export interface ShownRating {
  score: number;
  count: number;
}

const aggregateRating = (rating: ShownRating | null): JsonLd | undefined =>
  rating === null ? undefined : { '@type': 'AggregateRating', ratingValue: rating.score, ratingCount: rating.count, worstRating: 1, bestRating: 5 };

function organisation(profile: ProviderProfile, locale: Locale, register: Register): JsonLd {
  const { contact, locations, coverage } = profile;
  const country = (code: string) => register.region(code)?.country.toUpperCase();
  return known({
    '@type': TYPE[profile.kind],
    name: profile.name,
    legalName: profile.legalName,
    description: pickText(profile.summary, locale)?.text,
    url: contact?.website === undefined ? undefined : (websiteLink(contact.website) ?? undefined),
    telephone: contact?.phone,
    email: contact?.email !== undefined && mailLink(contact.email) ? contact.email : undefined,
    identifier: { '@type': 'PropertyValue', propertyID: profile.id.scheme, value: profile.id.value },
    address: (locations ?? []).map((each) =>
      known({ '@type': 'PostalAddress', streetAddress: each.street, postalCode: each.postcode, addressLocality: each.city, addressCountry: country(each.region) }),
    ),
    areaServed: coverage.slice(0, COVERAGE_LISTED).map((code) => register.name(code, locale).text),
  });
}

/** Safe inside a `<script>`: nothing in it can end the element. */
const serialise = (value: JsonLd) => JSON.stringify({ '@context': 'https://schema.org', ...value }).replaceAll('<', '\\u003c');

/** @param rating of what the page shows; null: it shows no score, and neither does this */
export function providerJsonLd(profile: ProviderProfile, locale: Locale, register: Register, rating: ShownRating | null): string {
  return serialise(known({ ...organisation(profile, locale, register), aggregateRating: aggregateRating(rating) }));
}

export function programmeJsonLd(programme: Programme, profile: ProviderProfile, locale: Locale, register: Register): string {
  const title = pickText(programme.title, locale);
  return serialise(
    known({
      '@type': COURSES.includes(programme.kind) ? 'Course' : 'Service',
      name: title?.text,
      inLanguage: COURSES.includes(programme.kind) ? (programme.languages ?? profile.languages) : undefined,
      description: pickText(programme.summary, locale)?.text ?? title?.text,
      provider: organisation(profile, locale, register),
    }),
  );
}
