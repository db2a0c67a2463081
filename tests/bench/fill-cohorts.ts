/** Reported cohorts of `syntheticCohorts` into a database, as an import would leave them. */
import { sql } from 'drizzle-orm';
import { recordset, type Db } from '#db/client.ts';
import { loadRegisters } from '#features/regions/commands/load-registers.ts';
import { resultKey } from '#features/results/key.ts';
import { syntheticCohorts } from './synthetic-cohorts.ts';

const BATCH = 200;

/** @returns the day on which all of them are ripe */
export async function fillCohorts(db: Db, providers: number): Promise<string> {
  const input = syntheticCohorts(providers);
  await loadRegisters(db);
  await db.execute(sql`insert into source (title, publisher, created_at) values ('Opgørelse', 'Måling', now())`);
  for (let at = 0; at < input.providers.length; at += BATCH) {
    const batch = input.providers.slice(at, at + BATCH);
    const slugs = recordset(batch.map(({ slug }) => ({ slug })), 'slug text');
    await db.execute(sql`insert into organisation (scheme, value, name, created_at) select 'bench', r.slug, r.slug, now() from ${slugs}`);
    await db.execute(sql`insert into provider (organisation_id, slug, created_at) select o.id, o.value, now() from ${slugs} join organisation o on o.scheme = 'bench' and o.value = r.slug`);
    await db.execute(sql`
      insert into provider_version (provider_id, source_id, state, hash, profile, created_at)
      select p.id, 1, 'current', r.slug, jsonb_build_object('name', r.slug), now() from ${slugs} join provider p on p.slug = r.slug`);
    await db.execute(sql`update provider p set version_id = v.id from provider_version v where v.provider_id = p.id and p.version_id is null`);
    await db.execute(sql`
      insert into programme_version (provider_version_id, position, code, programme)
      select p.version_id, 0, 'course', '{"plannedMaxDays": 120}'::jsonb from ${slugs} join provider p on p.slug = r.slug`);
    const results = recordset(
      batch.flatMap(({ slug, rows }) => rows.map(({ result }, position) => ({ slug, position, key: resultKey(result), result, from_day: result.from, to_day: result.to }))),
      'slug text, position int, key text, result jsonb, from_day date, to_day date',
    );
    await db.execute(sql`
      with told as (select p.id as provider_id, r.* from ${results} join provider p on p.slug = r.slug),
      kept as (
        insert into reported_result (provider_id, source_id, key, counted_over, from_day, to_day)
        select provider_id, 1, key, 'starters', from_day, to_day from told returning id, provider_id, key)
      insert into reported_result_version (result_id, state, position, hash, result, evidence, created_at, activated_at)
      select k.id, 'current', t.position, md5(t.result::text), t.result, 'register', now(), now()
      from kept k join told t on t.provider_id = k.provider_id and t.key = k.key`);
  }
  await db.execute(sql`vacuum analyze`);
  return input.day;
}
