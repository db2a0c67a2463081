/** Reads for a provider's own desk: what is shown, what is being written, what was and what others propose. */
import { eq, sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import { providerDraft } from '#db/schema/index.ts';
import type { Document } from '#platform/document-form/fields.ts';
import type { Description, Draft } from './draft.ts';

export interface DeskProvider {
  id: number;
  slug: string;
  organisationId: number;
  /** Its number, which no form can change. */
  number: { scheme: string; value: string };
  organisationName: string;
  /** The version that everybody sees; null: nothing is published. */
  versionId: number | null;
  /** When its people last said that all is right; of one that never did, when it was published. */
  confirmedAt: Date | null;
  claimed: boolean;
}

interface DeskRow {
  id: number;
  slug: string;
  organisation_id: number;
  scheme: string;
  value: string;
  organisation_name: string;
  version_id: number | null;
  confirmed_at: string | Date | null;
  claimed: boolean;
}

const deskRow = (row: DeskRow): DeskProvider => ({
  id: row.id,
  slug: row.slug,
  organisationId: row.organisation_id,
  number: { scheme: row.scheme, value: row.value },
  organisationName: row.organisation_name,
  versionId: row.version_id,
  confirmedAt: row.confirmed_at === null ? null : new Date(row.confirmed_at),
  claimed: row.claimed,
});

const DESK = sql`
  select p.id, p.slug, p.organisation_id, o.scheme, o.value, o.name as organisation_name, p.version_id, p.confirmed_at, p.claimed_at is not null as claimed
  from provider p join organisation o on o.id = p.organisation_id`;

export async function deskProvider(db: Db, slug: string): Promise<DeskProvider | null> {
  const [row] = await rows<DeskRow>(db, sql`${DESK} where p.slug = ${slug}`);
  return row ? deskRow(row) : null;
}

/** Waits for whoever is changing the same provider. For commands, in their transaction. */
export async function lockedProvider(tx: Db, providerId: number): Promise<DeskProvider | null> {
  const [row] = await rows<DeskRow>(tx, sql`${DESK} where p.id = ${providerId} for update of p`);
  return row ? deskRow(row) : null;
}

export async function draftOf(db: Db, providerId: number): Promise<Draft | null> {
  const [row] = await db.select().from(providerDraft).where(eq(providerDraft.providerId, providerId));
  return row ?? null;
}

/** One version as it was written; null: it is not one of this provider's. */
export async function versionDescription(db: Db, providerId: number, versionId: number): Promise<Description | null> {
  const [row] = await rows<{ profile: Document; programmes: Document[] | null }>(
    db,
    sql`select v.profile, (select json_agg(g.programme order by g.position) from programme_version g where g.provider_version_id = v.id) as programmes
        from provider_version v where v.id = ${versionId}::int and v.provider_id = ${providerId}::int`,
  );
  return row ? { profile: row.profile, programmes: row.programmes ?? [] } : null;
}

/** What a new profile begins with: what is known of the organisation, and nothing more. */
export function emptyDescription({ number, organisationName }: Pick<DeskProvider, 'number' | 'organisationName'>): Description {
  return { profile: { id: { ...number }, name: organisationName, coverage: [] }, programmes: [] };
}

export interface Present {
  /** What the desk shows and changes: the draft, else what is published, else next to nothing. */
  description: Description;
  draft: Draft | null;
  /** What everybody sees; null: nothing. */
  shown: Description | null;
}

export async function presentDescription(db: Db, provider: DeskProvider): Promise<Present> {
  const draft = await draftOf(db, provider.id);
  const shown = provider.versionId === null ? null : await versionDescription(db, provider.id, provider.versionId);
  return { description: draft ?? shown ?? emptyDescription(provider), draft, shown };
}

/** Codes that programmes of this provider ever had: results and claims point to them, so none is given twice. */
export async function usedCodes(db: Db, providerId: number): Promise<Set<string>> {
  const found = await rows<{ code: string }>(
    db,
    sql`select distinct g.code from programme_version g join provider_version v on v.id = g.provider_version_id where v.provider_id = ${providerId}`,
  );
  return new Set(found.map((each) => each.code));
}

export interface DeskVersion {
  id: number;
  at: Date;
  source: { title: string; publisher: string };
  shown: boolean;
  description: Description;
}

async function versions(db: Db, provider: Pick<DeskProvider, 'id' | 'versionId'>, where: ReturnType<typeof sql>, limit: number): Promise<DeskVersion[]> {
  const found = await rows<{ id: number; at: string | Date; title: string; publisher: string; profile: Document; programmes: Document[] | null }>(
    db,
    sql`select v.id, v.activated_at as at, s.title, s.publisher, v.profile,
          (select json_agg(g.programme order by g.position) from programme_version g where g.provider_version_id = v.id) as programmes
        from provider_version v join source s on s.id = v.source_id
        where v.provider_id = ${provider.id} and v.activated_at is not null and ${where}
        order by v.activated_at desc, v.id desc limit ${limit}`,
  );
  return found.map(({ id, at, title, publisher, profile, programmes }) => ({
    id, at: new Date(at), source: { title, publisher }, shown: id === provider.versionId, description: { profile, programmes: programmes ?? [] },
  }));
}

/** Versions that everybody could see, newest first. */
export function earlierVersions(db: Db, provider: Pick<DeskProvider, 'id' | 'versionId'>, limit = 20): Promise<DeskVersion[]> {
  return versions(db, provider, sql`v.state in ('current', 'past')`, limit);
}

/** What other sources say of a profile that its provider looks after, and to which it has not answered. */
export function openProposals(db: Db, provider: Pick<DeskProvider, 'id' | 'versionId'>): Promise<DeskVersion[]> {
  return versions(db, provider, sql`v.state = 'proposal' and v.answered_at is null`, 20);
}
