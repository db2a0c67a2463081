/** What forms about places and enquiries may send. `error` names a reason of i18n `forms.problems`. */
import { z } from 'zod';
import { isoDate, regionCode } from '#platform/input.ts';
import { emailAddress, rowId, token } from '#features/accounts/input.ts';
import { hasPersonalNumber, MESSAGE_LENGTH, PLACES_MOST } from './model.ts';

const slug = z.string().min(1).max(300);
const code = z.string().trim().min(1).max(200);
/** Words for people, in which no personal number may stand: it is not kept, not even for the time of the form. */
const words = (most: number) => z.string({ error: 'required' }).trim().max(most).refine((text) => !hasPersonalNumber(text), { error: 'personal-number' });

const freePlaces = z.coerce.number({ error: 'number' }).int({ error: 'number' }).min(0).max(PLACES_MOST);

export const openingInput = z.object({
  slug,
  programme: code,
  startsOn: isoDate.optional(),
  freePlaces,
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'choose' }).optional(),
  region: regionCode.optional(),
  delivery: z.enum(['onsite', 'remote'], { error: 'choose' }).optional(),
  note: words(200).optional(),
});
export const placesInput = z.object({ slug, openingId: rowId, revision: rowId, freePlaces });
export const closeInput = z.object({ slug, openingId: rowId, revision: rowId });
export const slugInput = z.object({ slug });

export const askInput = z.object({
  slug,
  kind: z.enum(['question', 'place'], { error: 'choose' }),
  programme: code.optional(),
  opening: rowId.optional(),
  message: words(MESSAGE_LENGTH).min(10),
  name: words(60).optional(),
  email: emailAddress,
  showAddress: z.literal('yes').optional(),
  /** When the form was made, sealed. */
  started: z.string().max(500),
  /** No person sees this field. */
  website: z.string().optional(),
});
export const linkInput = z.object({ token });
export const writeInput = z.object({ token, message: words(MESSAGE_LENGTH).min(2) });
export const answerInput = z.object({
  slug,
  enquiryId: rowId,
  /** How many messages the form showed: who answers has read them all. */
  seen: z.coerce.number().int().min(0),
  how: z.enum(['answer', 'decline', 'place'], { error: 'choose' }),
  message: words(MESSAGE_LENGTH).min(2),
});
