/** Letters about a case, in the transaction of what they tell about. */
import { sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import type { Context } from '#platform/context.ts';
import { queueMail } from '#platform/mail.ts';
import { pickText, type Locale } from '#i18n/index.ts';
import { asLocale } from '#features/accounts/commands/people.ts';
import type { Contact } from '#features/accounts/queries.ts';
import { authorityLetter, providerLetter, type AuthorityLetter, type LetterFacts, type ProviderLetter } from '../letters.ts';
import { casePath, ownCasePath } from '../paths.ts';
import { aroundCase, type AroundCase } from '../queries/around.ts';

type Role = 'owner' | 'editor' | 'assessor' | 'decider';

function peopleWith(tx: Db, organisationId: number, roles: readonly Role[]): Promise<Contact[]> {
  return rows<Contact>(
    tx,
    sql`select distinct q.id as "personId", q.name, q.email, q.locale from membership m join person q on q.id = m.person_id
        where m.organisation_id = ${organisationId} and m.role in (${sql.join(roles.map((role) => sql`${role}`), sql`, `)}) and m.ended_at is null and q.erased_at is null order by q.id`,
  );
}

const facts = (around: AroundCase, locale: Locale, day: string | null, siteUrl: string, path: string): LetterFacts => ({
  provider: around.provider.name, authority: around.authority.name, standard: pickText(around.standard.document.title, locale)?.text ?? around.standard.slug, day, siteUrl, path,
});

async function names(tx: Db, caseId: number): Promise<AroundCase> {
  const around = await aroundCase(tx, caseId);
  if (around === null) throw new Error('A case of nobody.');
  return around;
}

/** To everybody who may apply and answer there. @param day what the letter is about, YYYY-MM-DD */
export async function tellProvider(ctx: Context, tx: Db, caseId: number, kind: ProviderLetter, day: string | null, siteUrl: string): Promise<void> {
  const around = await names(tx, caseId);
  for (const to of await peopleWith(tx, around.provider.organisationId, ['owner', 'editor'])) {
    const locale = asLocale(to.locale);
    const letter = providerLetter(locale, kind, facts(around, locale, day, siteUrl, ownCasePath(around.provider.slug, caseId)));
    await queueMail(ctx, tx, { kind: `approval-${kind}`, to: to.email, personId: to.personId, letter });
  }
}

/** @param whom a person; or all with the role, but the one who did it */
export async function tellAuthority(ctx: Context, tx: Db, caseId: number, kind: AuthorityLetter, day: string | null, siteUrl: string, whom: { person: string } | { role: 'assessor' | 'decider'; not: string | null }): Promise<void> {
  const around = await names(tx, caseId);
  const one = 'person' in whom ? (await peopleWith(tx, around.authority.id, ['assessor', 'decider'])).filter(({ personId }) => personId === whom.person) : [];
  const all = async () => (await peopleWith(tx, around.authority.id, ['role' in whom ? whom.role : 'assessor'])).filter(({ personId }) => !('not' in whom) || personId !== whom.not);
  // Whoever had the case may have left.
  for (const to of one.length > 0 ? one : await all()) {
    const locale = asLocale(to.locale);
    const letter = authorityLetter(locale, kind, facts(around, locale, day, siteUrl, casePath(around.authority.id, caseId)));
    await queueMail(ctx, tx, { kind: `case-${kind}`, to: to.email, personId: to.personId, letter });
  }
}

/** Whoever has the case; nobody has it: all who could take it. */
export const holderOf = (assessorId: string | null): { person: string } | { role: 'assessor'; not: null } => (assessorId === null ? { role: 'assessor', not: null } : { person: assessorId });
