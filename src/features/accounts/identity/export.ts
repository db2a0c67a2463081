/** Everything that is kept about a person, for the person. */
import type { Db } from '#db/client.ts';
import { rolesOfPerson } from '../queries.ts';
import { accountsOf, detailsOf, lettersOf, passkeysOf, sessionsOf } from './queries.ts';

/** @returns null when there is no such person */
export async function exportPerson(db: Db, personId: string) {
  const details = await detailsOf(db, personId);
  if (!details) return null;
  return {
    id: personId,
    ...details,
    roles: (await rolesOfPerson(db, personId)).map(({ organisationId, role }) => ({ organisationId, role })),
    sessions: await sessionsOf(db, personId),
    passkeys: await passkeysOf(db, personId),
    electronicIds: await accountsOf(db, personId),
    letters: await lettersOf(db, personId),
  };
}
