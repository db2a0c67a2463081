/** A day's duties: what was begun and never finished. */
import { and, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import { invitation, mail } from '#db/schema/index.ts';
import { now } from '#platform/clock.ts';
import { INVITATION_ADDRESS_DAYS, MAIL_TRACE_DAYS, UNSHOWN_ACCOUNT_DAYS } from '../retention.ts';

const before = (days: number): Date => new Date(now().getTime() - days * 86_400_000);

export async function forgetInvitationAddresses(db: Db): Promise<void> {
  await db.update(invitation).set({ address: null }).where(and(isNotNull(invitation.address), lt(invitation.createdAt, before(INVITATION_ADDRESS_DAYS))));
}

export async function forgetMailTraces(db: Db): Promise<void> {
  await db.delete(mail).where(and(isNull(mail.sealed), lt(mail.createdAt, before(MAIL_TRACE_DAYS))));
}

/** Accounts whose address nobody ever showed to be theirs, and that nothing points to. */
export async function forgetUnshownAccounts(db: Db): Promise<void> {
  await db.execute(sql`
    delete from person p where not p.email_verified and p.erased_at is null and p.created_at < ${before(UNSHOWN_ACCOUNT_DAYS).toISOString()}::timestamptz
      and p.email not like '%.invalid'
      and not exists (select 1 from membership m where m.person_id = p.id)
      and not exists (select 1 from person_account a where a.person_id = p.id)
      and not exists (select 1 from invitation i where i.invited_by = p.id or i.accepted_by = p.id)
      and not exists (select 1 from profile_claim c where c.person_id = p.id or c.decided_by = p.id)`);
}
