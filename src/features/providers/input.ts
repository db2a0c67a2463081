/** What a catalogue file, a form or an API client may say about a provider (catalogue-format.md). */
import { z } from 'zod';
import { isoDate, localisedText, money, optional, plainText, regionCode } from '#platform/input.ts';
import { organisationNumberProblem } from './model.ts';

export const PROVIDER_KINDS = ['private', 'municipality', 'unemployment-fund', 'education', 'association', 'other'] as const;
export const ACCESSIBILITY = [
  'wheelchair', 'hearing-loop', 'sign-language', 'easy-language',
  'screen-reader-material', 'quiet-room', 'companion-welcome', 'childcare',
] as const;

export const organisationId = z
  .strictObject({ scheme: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, { error: 'a scheme in small letters, digits and hyphens, such as dk-cvr' }), value: z.string().trim().min(1).max(100) })
  .superRefine((id, context) => {
    const problem = organisationNumberProblem(id.scheme, id.value);
    if (problem) context.addIssue({ code: 'custom', path: ['value'], message: problem, input: id.value });
  });

/** BCP 47, the part of it that occurs: language, script, region. */
export const languageTag = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/, { error: 'a language as BCP 47, such as da or zh-Hant' });

export const location = z.strictObject({
  name: optional(plainText),
  street: optional(plainText),
  postcode: optional(z.string().trim().min(1).max(20)),
  city: optional(plainText),
  region: regionCode,
  lat: optional(z.number().min(-90).max(90)),
  lon: optional(z.number().min(-180).max(180)),
  wheelchairAccess: optional(z.boolean()),
});

export const development = z.strictObject({
  title: localisedText,
  elements: z.array(localisedText),
  externalObserver: optional(localisedText),
  partners: optional(z.array(localisedText)),
  started: optional(isoDate),
  funding: optional(z.array(z.strictObject({ from: plainText, ...money.shape }))),
});

export const staff = z.strictObject({
  advisers: optional(z.number().min(0)),
  participantsPerAdviser: optional(z.number().min(0)),
  turnoverPercent: optional(z.number().min(0).max(1000)),
  backgrounds: optional(z.array(localisedText)),
  development: optional(z.array(development)),
});

export const claim = z.strictObject({
  text: localisedText,
  programme: optional(z.string().trim().min(1).max(200)),
  date: optional(isoDate),
  sourceUrl: optional(z.string().max(2_000)),
});

/** Everything a provider says of itself but its programmes and results. */
export const providerProfile = z.strictObject({
  id: organisationId,
  name: plainText,
  legalName: optional(plainText),
  kind: z.enum(PROVIDER_KINDS),
  summary: optional(localisedText),
  description: optional(localisedText),
  interests: optional(localisedText),
  contact: optional(
    z.strictObject({
      website: optional(z.string().max(2_000)),
      email: optional(z.string().max(320)),
      phone: optional(z.string().max(60)),
    }),
  ),
  languages: optional(z.array(languageTag)),
  locations: optional(z.array(location)),
  coverage: z.array(regionCode),
  remote: optional(z.boolean()),
  accessibility: optional(z.array(z.enum(ACCESSIBILITY))),
  openingHours: optional(z.array(z.string().trim().min(1).max(200))),
  closedOn: optional(isoDate),
  succeededBy: optional(organisationId),
  targetGroups: optional(
    z.array(z.strictObject({ code: z.string().min(1).max(100), since: optional(isoDate), note: optional(localisedText) })),
  ),
  sectors: optional(z.array(z.string().regex(/^([A-U]|\d{2})$/, { error: 'an ISCO-08 sub-major group or a NACE section' }))),
  staff: optional(staff),
  claims: optional(z.array(claim)),
});

export type ProviderProfile = z.output<typeof providerProfile>;
export type ProviderKind = (typeof PROVIDER_KINDS)[number];
export type Accessibility = (typeof ACCESSIBILITY)[number];
export type OrganisationId = z.output<typeof organisationId>;
export type ProviderLocation = z.output<typeof location>;
export type StaffDevelopment = z.output<typeof development>;
