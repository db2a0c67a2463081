import { sql } from 'drizzle-orm';
import { recordset, rows, type Db } from '#db/client.ts';
import { numberedSlug, slugOf } from '../slug.ts';

/** The next number for each name that has occurred; kept for a run, so that equal names cost no look each. */
export type SlugCounters = Map<string, number>;

/** Names that share their beginning with this many others are rare; from there on one look at all of them is cheaper. */
const ROUNDS_BEFORE_LOOKING_AT_ALL = 5;

/**
 * A free address for each name, in the order given. Former addresses count as taken: they redirect.
 * Two commands may choose the same at the same moment; the unique constraint then refuses the second.
 */
export async function chooseSlugs(db: Db, names: readonly string[], counters: SlugCounters): Promise<string[]> {
  const bases = names.map((name) => slugOf(name));
  const next = (base: string): string => {
    const number = counters.get(base) ?? 1;
    counters.set(base, number + 1);
    return numberedSlug(base, number);
  };
  let slugs = bases.map(next);
  for (let round = 1; ; round++) {
    const taken = await takenSlugs(db, slugs);
    const chosen = new Set<string>();
    const clashing = slugs.map((slug) => {
      if (taken.has(slug) || chosen.has(slug)) return true;
      chosen.add(slug);
      return false;
    });
    const again = new Set(bases.filter((_, index) => clashing[index]));
    if (again.size === 0) return slugs;
    if (round === ROUNDS_BEFORE_LOOKING_AT_ALL) await skipToHighest(db, again, counters);
    slugs = slugs.map((slug, index) => (clashing[index] ? next(bases[index] ?? slug) : slug));
  }
}

async function takenSlugs(db: Db, slugs: readonly string[]): Promise<Set<string>> {
  const wanted = recordset([...new Set(slugs)].map((slug) => ({ slug })), 'slug text');
  const found = await rows<{ slug: string }>(
    db,
    sql`select slug from ${wanted} join provider using (slug)
        union all select slug from ${wanted} join former_slug using (slug)`,
  );
  return new Set(found.map((each) => each.slug));
}

async function skipToHighest(db: Db, bases: ReadonlySet<string>, counters: SlugCounters): Promise<void> {
  const found = await rows<{ base: string; highest: number }>(
    db,
    sql`select r.base, max(substring(s.slug from '-([0-9]+)$')::int) as highest
        from (select slug from provider union all select slug from former_slug) s
        join ${recordset([...bases].map((base) => ({ base })), 'base text')} on r.base = regexp_replace(s.slug, '-[0-9]{1,8}$', '')
        where s.slug ~ '-[0-9]{1,8}$' group by 1`,
  );
  for (const { base, highest } of found) counters.set(base, Math.max(counters.get(base) ?? 1, highest + 1));
}
