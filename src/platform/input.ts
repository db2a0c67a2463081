/** Domain-free zod building blocks shared by every feature's `input.ts`. */
import { z } from 'zod';

export const LOCALES = ['da', 'en', 'sv', 'nl', 'fi'] as const;
export type Locale = (typeof LOCALES)[number];

/** Absent and null both mean unknown; both leave the parsed object without the field. */
export const optional = <T extends z.ZodType>(schema: T) =>
  schema.nullish().transform((value) => value ?? undefined);

const line = z.string().trim().min(1).max(20_000);

/** A text for people, by language; at least one language. */
export const localisedText = z
  .strictObject({
    da: optional(line),
    en: optional(line),
    sv: optional(line),
    nl: optional(line),
    fi: optional(line),
  })
  .refine((text) => Object.values(text).some((value) => value !== undefined), {
    error: 'at least one language',
  });
/** Any of the languages may be missing, as rows of the database have it. */
export type LocalisedText = Partial<z.output<typeof localisedText>>;

/** ISO 8601 calendar day that exists; the database knows no year 0. */
export const isoDate = z.iso.date().refine((day) => day >= '0001-01-01', { error: 'a day that exists, as YYYY-MM-DD' });

/** Integer in the currency's minor unit. */
export const money = z.strictObject({
  amount: z.int().min(0),
  currency: z.string().regex(/^[A-Z]{3}$/, { error: 'a currency code of three capitals, such as DKK' }),
});
export type Money = z.output<typeof money>;

/** Free text from a source that has one language only (a name, a street). */
export const plainText = z.string().trim().min(1).max(2_000);
/** `scheme:code`, such as `dk-kommune:0265`; a bare scheme of two letters is a country. */
export const regionCode = z
  .string()
  .max(200)
  .regex(/^[a-z]{2}(-[a-z-]+)?(:[^\s:]+)?$/, { error: 'a region as scheme:code, such as dk-kommune:0265' });
const WHOLE = { error: 'a whole number of 0 or more' };
export const count = z.int(WHOLE).min(0, WHOLE);
