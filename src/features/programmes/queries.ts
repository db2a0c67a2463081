/** Reads about providers together with what they offer. */
import { sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import type { OrganisationId, ProviderProfile } from '#features/providers/input.ts';
import type { Programme } from './input.ts';

export interface SourceInfo {
  title: string;
  publisher: string;
  url: string | null;
  retrieved: string | null;
  licence: string | null;
}

export interface ProviderPage {
  id: number;
  slug: string;
  /** Invented: its organisation number has the scheme `demo`. */
  demo: boolean;
  profile: ProviderProfile;
  programmes: Programme[];
  source: SourceInfo;
  /** When this version became visible. */
  activatedAt: Date;
  /** The provider looks after this profile itself. */
  claimed: boolean;
  /** When its people last said that all of it is right; null: never. */
  confirmedAt: Date | null;
  /** How many versions were ever visible, this one included: with one, there is no history to read. */
  versions: number;
}

interface Row {
  id: number;
  slug: string;
  profile: ProviderProfile;
  programmes: Programme[] | null;
  source: SourceInfo;
  activated_at: string | Date;
  claimed: boolean;
  confirmed_at: string | Date | null;
  versions: number;
}

const page = ({ activated_at, confirmed_at, programmes, ...row }: Row): ProviderPage => ({
  ...row,
  demo: row.profile.id.scheme === 'demo',
  programmes: programmes ?? [],
  activatedAt: new Date(activated_at),
  confirmedAt: confirmed_at === null ? null : new Date(confirmed_at),
});

const PAGE_COLUMNS = sql`
  p.id, p.slug, v.profile, v.activated_at, p.claimed_at is not null as claimed, p.confirmed_at,
  json_build_object('title', s.title, 'publisher', s.publisher, 'url', s.url, 'retrieved', s.retrieved, 'licence', s.licence) as source,
  (select json_agg(g.programme order by g.position) from programme_version g where g.provider_version_id = v.id) as programmes,
  (select count(*)::int from provider_version h where h.provider_id = p.id and h.state in ('current', 'past') and h.activated_at is not null) as versions`;

/** The published providers with these slugs, in the order of the slugs; one query. */
export async function providerPages(db: Db, slugs: readonly string[]): Promise<ProviderPage[]> {
  if (slugs.length === 0) return [];
  const found = await rows<Row>(
    db,
    sql`select ${PAGE_COLUMNS} from provider p
        join provider_version v on v.id = p.version_id
        join source s on s.id = v.source_id
        where p.slug in (${sql.join(slugs.map((slug) => sql`${slug}`), sql`, `)})`,
  );
  const bySlug = new Map(found.map((row) => [row.slug, page(row)]));
  return slugs.flatMap((slug) => bySlug.get(slug) ?? []);
}

export async function providerPage(db: Db, slug: string): Promise<ProviderPage | null> {
  const [found] = await providerPages(db, [slug]);
  return found ?? null;
}

/** Slug and name of a published provider by its organisation number; for successors of closed ones. */
export async function providerByNumber(db: Db, id: OrganisationId): Promise<{ slug: string; name: string } | null> {
  const [row] = await rows<{ slug: string; name: string }>(
    db,
    sql`select p.slug, v.profile->>'name' as name from organisation o
        join provider p on p.organisation_id = o.id join provider_version v on v.id = p.version_id
        where o.scheme = ${id.scheme} and o.value = ${id.value}`,
  );
  return row ?? null;
}

export interface EarlierVersion {
  activatedAt: Date;
  profile: ProviderProfile;
  programmes: Programme[];
}

/** The latest versions that were ever visible, newest first, the present one included; for "what changed and when". */
export async function visibleVersions(db: Db, providerId: number, limit = 6): Promise<EarlierVersion[]> {
  const found = await rows<{ activated_at: string | Date; profile: ProviderProfile; programmes: Programme[] | null }>(
    db,
    sql`select v.activated_at, v.profile,
          (select json_agg(g.programme order by g.position) from programme_version g where g.provider_version_id = v.id) as programmes
        from provider_version v
        where v.provider_id = ${providerId} and v.state in ('current', 'past') and v.activated_at is not null
        order by v.activated_at desc, v.id desc limit ${limit}`,
  );
  return found.map((row) => ({ activatedAt: new Date(row.activated_at), profile: row.profile, programmes: row.programmes ?? [] }));
}
