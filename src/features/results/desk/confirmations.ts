/** Requests to have results checked, as the one who asked and the one who was asked see them. */
import { sql, type SQL } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';

export interface Confirmation {
  id: number;
  providerId: number;
  providerOrganisationId: number;
  slug: string;
  provider: string;
  authorityId: number;
  authority: string;
  source: string;
  from: string;
  to: string;
  state: 'open' | 'checked' | 'declined' | 'withdrawn';
  seed: string;
  askedAt: Date;
  answeredAt: Date | null;
  reason: string | null;
  /** Of the check: what the rows count as since. */
  evidence: string | null;
  shortfall: string | null;
}

async function read(db: Db, where: SQL): Promise<Confirmation[]> {
  const found = await rows<Omit<Confirmation, 'askedAt' | 'answeredAt'> & { askedAt: string | Date; answeredAt: string | Date | null }>(
    db,
    sql`select c.id, c.provider_id as "providerId", p.organisation_id as "providerOrganisationId", p.slug, coalesce(v.profile->>'name', o.name) as provider,
          c.authority_id as "authorityId", a.name as authority, s.title as source, c.from_half as "from", c.to_half as "to", c.state, c.seed,
          c.asked_at as "askedAt", c.answered_at as "answeredAt", c.reason, e.evidence, e.detail->>'shortfall' as shortfall
        from result_confirmation c join provider p on p.id = c.provider_id join organisation o on o.id = p.organisation_id
        left join provider_version v on v.id = p.version_id join organisation a on a.id = c.authority_id
        join source s on s.id = c.source_id left join evidence_verification e on e.id = c.verification_id
        where ${where} order by c.state <> 'open', c.id desc limit 200`,
  );
  return found.map((each) => ({ ...each, askedAt: new Date(each.askedAt), answeredAt: each.answeredAt === null ? null : new Date(each.answeredAt) }));
}

export async function confirmationById(db: Db, id: number): Promise<Confirmation | null> {
  return (await read(db, sql`c.id = ${id}`))[0] ?? null;
}

export const confirmationsOf = (db: Db, providerId: number): Promise<Confirmation[]> => read(db, sql`c.provider_id = ${providerId}`);

/** Those that the provider has taken back are its own affair. */
export const confirmationsAsked = (db: Db, authorityId: number): Promise<Confirmation[]> => read(db, sql`c.authority_id = ${authorityId} and c.state <> 'withdrawn'`);

/** Authorities that were asked to check what a file documents, and have not been let go again. */
export async function authoritiesOfFile(db: Db, fileId: string): Promise<number[]> {
  const found = await rows<{ id: number }>(
    db,
    sql`select distinct c.authority_id as id from result_evidence_file f join result_confirmation c on c.provider_id = f.provider_id
        where f.file_id = ${fileId} and c.state in ('open', 'checked') and f.half_year between c.from_half and c.to_half`,
  );
  return found.map(({ id }) => id);
}
