import { eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import type { Db } from '#db/client.ts';
import { person } from '#db/schema/index.ts';
import { now } from '#platform/clock.ts';
import type { Locale } from '#platform/input.ts';
import { normaliseEmail } from '../identity/model.ts';

export interface NewPerson {
  email: string;
  name: string;
  locale: Locale;
}

/**
 * The person with that address, made if there is none. Unverified until somebody opens a sign-in link sent to it: nothing
 * may be granted on the address before. Only for people who were invited or who claim a profile.
 */
export async function ensurePerson(tx: Db, { email, name, locale }: NewPerson): Promise<{ personId: string; isNew: boolean }> {
  const address = normaliseEmail(email);
  const at = now();
  const [made] = await tx
    .insert(person)
    .values({ id: randomUUID(), email: address, name: name.trim(), locale, createdAt: at, updatedAt: at })
    .onConflictDoNothing({ target: person.email })
    .returning({ id: person.id });
  if (made) return { personId: made.id, isNew: true };
  const [found] = await tx.select({ id: person.id }).from(person).where(eq(person.email, address));
  if (!found) throw new Error('The person was neither made nor found.');
  return { personId: found.id, isNew: false };
}
