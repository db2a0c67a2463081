/** Published facts that machine checks look at. Nothing here reads what is not public. */
import { sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import { covers } from '#features/providers/coverage.ts';
import type { Register } from '#features/regions/register.ts';
import type { Grade, PublishedFunnel, ReleaseParameters } from '#features/results/model.ts';
import type { CheckFacts } from './checks.ts';

export interface FactsFor {
  /** Code of the authority's area; null: it has none. */
  area: string | null;
  register: Pick<Register, 'expand'>;
  /** YYYY-MM-DD */
  day: string;
}

interface Row {
  id: number;
  coverage: string[] | null;
  regions: string[] | null;
  confirmed_on: string | null;
  programmes: { code: string; priced: boolean }[] | null;
  half_years: { from: string; grade: Grade }[] | null;
  funnels: (PublishedFunnel | null)[] | null;
  stays: number | null;
  invited: number | null;
}

const COPENHAGEN = sql.raw(`'Europe/Copenhagen'`);

/** The whole provider only, by measures of the site; a half-year that was not reported has a row that says so. */
const OWN = sql`r.provider_id = p.id and r.document->>'programme' is null and r.document->'count'->>'state' not in ('unreported', 'quoted')`;

async function readRows(db: Db, providerIds: readonly number[], day: string, to: string): Promise<Row[]> {
  return rows<Row>(
    db,
    sql`select p.id, v.profile->'coverage' as coverage,
          (select json_agg(l->>'region') from jsonb_array_elements(v.profile->'locations') l) as regions,
          to_char(p.confirmed_at at time zone ${COPENHAGEN}, 'YYYY-MM-DD') as confirmed_on,
          (select json_agg(json_build_object('code', g.code, 'priced', coalesce(jsonb_array_length(g.programme->'prices'), 0) > 0) order by g.position)
             from programme_version g where g.provider_version_id = v.id and coalesce(g.programme->>'endedOn', '9999') > ${day}) as programmes,
          (select json_agg(h) from (select r.document->>'from' as "from", max(r.document->>'grade') as grade from published_result r
             where ${OWN} and r.document->>'kind' = 'cohort' group by 1) h) as half_years,
          (select json_agg(r.document->'funnel') from published_result r
             where ${OWN} and r.document->>'kind' = 'window' and r.document->>'attendance' is null and r.document->>'to' = ${to}) as funnels,
          pool.stays, pool.invited
        from provider p join provider_version v on v.id = p.version_id
        left join lateral (select sum(q.stays)::int as stays, sum(q.invited)::int as invited from review_pool q where q.provider_id = p.id and q.state in ('closed', 'redeeming', 'ended')) pool on true
        where p.id in (${sql.join(providerIds.map((id) => sql`${id}`), sql`, `)}) order by p.id`,
  );
}

const halfOf = (from: string): string => `${from.slice(0, 4)}H${from.slice(5, 7) === '01' ? 1 : 2}`;

function funnelOf(funnels: Row['funnels']): CheckFacts['funnel'] {
  if (!funnels || funnels.length === 0) return null;
  const told = funnels.filter((each) => each !== null);
  if (told.some(({ referred }) => referred !== null)) return 'whole';
  return told.length > 0 ? 'part' : 'withheld';
}

function factsOf(row: Row, window: readonly string[] | null, { area, register, day }: FactsFor): CheckFacts {
  const inside = area === null ? new Set<string>() : new Set(register.expand([area]).leaves);
  return {
    day, window, area,
    halfYears: (row.half_years ?? []).map(({ from, grade }) => ({ half: halfOf(from), grade })),
    funnel: funnelOf(row.funnels),
    programmes: row.programmes ?? [],
    confirmedOn: row.confirmed_on,
    location: (row.regions ?? []).some((region) => inside.has(region)),
    coverage: area === null ? false : covers(row.coverage ?? [], area, register),
    invitations: row.stays === null ? null : { stays: row.stays, invited: row.invited ?? 0 },
  };
}

/** By provider; those that are not published have none. Two queries, however many they are. */
export async function readCheckFacts(db: Db, providerIds: readonly number[], about: FactsFor): Promise<Map<number, CheckFacts>> {
  if (providerIds.length === 0) return new Map();
  const [release] = await rows<{ parameters: Partial<ReleaseParameters> }>(db, sql`select parameters from result_release order by id desc limit 1`);
  const window = release?.parameters.windows?.E6 ?? null;
  const found = await readRows(db, providerIds, about.day, window?.to ?? '');
  return new Map(found.map((row) => [row.id, factsOf(row, window?.halfYears ?? null, about)]));
}

/** Published providers that are open and help somewhere in the area. @param area null: everywhere */
export async function providersInArea(db: Db, { area, register, day }: FactsFor): Promise<number[]> {
  const found = await rows<{ id: number; coverage: string[] | null }>(
    db,
    sql`select p.id, v.profile->'coverage' as coverage from provider p join provider_version v on v.id = p.version_id
        where coalesce(v.profile->>'closedOn', '9999') > ${day} order by p.id`,
  );
  return found.filter(({ coverage }) => area === null || covers(coverage ?? [], area, register) !== false).map(({ id }) => id);
}
