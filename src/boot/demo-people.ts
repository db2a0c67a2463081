/** Invented people of the demo, one for each role, with a provider and an authority that are theirs. */
import { sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import { authority, membership, person, provider, shippedData } from '#db/schema/index.ts';
import { now } from '#platform/clock.ts';
import { ensureOrganisations } from '#features/accounts/commands/ensure-organisations.ts';
import { AUTHORITY_ROLES, PROVIDER_ROLES, SITE_ROLES, type Role } from '#features/accounts/model.ts';

const NAME = 'demo-people';
const AUTHORITY = { scheme: 'demo', value: 'authority', name: 'Jobcenter Måneby (opdigtet)' };

const NAMES: Record<Role, string> = {
  owner: 'Ea Ejer', editor: 'Rune Redaktør', reporter: 'Ida Indberetter', assessor: 'Villy Vurderer', decider: 'Asta Afgører', 'standards-editor': 'Stine Standard',
  confirmer: 'Bodil Bekræfter', issuer: 'Ulla Udsteder', moderator: 'Mads Moderator', operator: 'Otto Operatør', auditor: 'Rita Revisor',
};

/** Where one may not do alone what another has begun; a removal that is appealed needs a third. */
const FURTHER: Partial<Record<Role, readonly string[]>> = { assessor: ['Vera Vurderer'], decider: ['Aksel Afgører'], moderator: ['Mona Moderator', 'Malte Moderator'] };

const address = (role: Role, nth: number): string => `${role}${nth === 0 ? '' : `-${nth + 1}`}@example.test`;
const namesOf = (role: Role): string[] => [NAMES[role], ...(FURTHER[role] ?? [])];
/** In one line, for whoever starts the demo. */
export const DEMO_ADDRESSES: readonly string[] = [...PROVIDER_ROLES, ...AUTHORITY_ROLES, ...SITE_ROLES].flatMap((role) => namesOf(role).map((_, nth) => address(role, nth)));

/** The first demo provider that has a website and offers something. */
async function demoProvider(db: Db): Promise<{ id: number; organisationId: number } | null> {
  const [found] = await rows<{ id: number; organisationId: number }>(
    db,
    sql`select p.id, p.organisation_id as "organisationId" from provider p join organisation o on o.id = p.organisation_id join provider_version v on v.id = p.version_id
        where o.scheme = 'demo' and v.profile->'contact'->>'website' is not null and p.claimed_at is null
          and exists (select 1 from programme_version g where g.provider_version_id = v.id)
        order by o.value limit 1`,
  );
  return found ?? null;
}

/** Only into a database that was given demo providers. @returns the provider that is theirs now; null: nothing was done */
export async function seedDemoPeople(db: Db): Promise<number | null> {
  return db.transaction(async (tx) => {
    const [state] = await rows<{ due: boolean }>(
      tx,
      sql`select exists (select 1 from shipped_data where name = 'seed' and hash = 'demo') and not exists (select 1 from shipped_data where name = ${NAME}) as due`,
    );
    const theirs = state?.due ? await demoProvider(tx) : null;
    if (!theirs) return null;
    const at = now();
    const [authorityId] = await ensureOrganisations(tx, [AUTHORITY], at);
    if (authorityId === undefined) throw new Error('The demo authority was not made.');
    await tx.insert(authority).values({ organisationId: authorityId, since: at }).onConflictDoNothing();
    const people = (roles: readonly Role[], organisationId: number | null) =>
      roles.flatMap((role) => namesOf(role).map((name, nth) => ({ role, organisationId, personId: `demo-${role}${nth === 0 ? '' : `-${nth + 1}`}`, name, email: address(role, nth) })));
    const all = [...people(PROVIDER_ROLES, theirs.organisationId), ...people(AUTHORITY_ROLES, authorityId), ...people(SITE_ROLES, null)];
    await tx
      .insert(person)
      .values(all.map(({ personId, name, email }) => ({ id: personId, name, email, emailVerified: true, locale: 'da', createdAt: at, updatedAt: at })))
      .onConflictDoNothing();
    await tx.insert(membership).values(all.map(({ role, organisationId, personId }) => ({ role, organisationId, personId, since: at }))).onConflictDoNothing();
    await tx.update(provider).set({ claimedAt: at }).where(sql`${provider.id} = ${theirs.id}`);
    await tx.insert(shippedData).values({ name: NAME, hash: 'demo', loadedAt: at, rows: all.length });
    return theirs.id;
  });
}
