import { eq } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { person } from '#db/schema/index.ts';
import { LOCALES, type Locale } from '#platform/input.ts';

export function asLocale(text: string | undefined): Locale {
  return LOCALES.find((each) => each === text) ?? 'da';
}

/** The language that a person wants letters in. */
export async function localeOf(tx: Db, personId: string): Promise<Locale> {
  const [found] = await tx.select({ locale: person.locale }).from(person).where(eq(person.id, personId));
  return asLocale(found?.locale);
}
