/** The demonstration's published results over and over, for as many providers as wanted: real documents, by SQL alone. */
import { sql } from 'drizzle-orm';
import { REFERENCE_DAY } from '#db/seed/demo/index.ts';
import { recordset, rows, type Db } from '#db/client.ts';
import { catalogueInput, demoFile, release } from '../support/release.ts';

const BATCH = 5_000;
/** As many half-years as the demonstration tells, this many times over. */
const TIMES = 2;

/** The demonstration's documents, numbered by provider. */
async function patterns(): Promise<{ count: number; documents: Record<string, unknown>[]; profile: object; summaries: { measure: string }[] }> {
  const file = demoFile();
  const { providers, summaries } = await release(catalogueInput(file, REFERENCE_DAY));
  const documents = [...providers.values()].flatMap(({ results, comparisons, table, estimates }, pattern) => [
    ...results.map(({ document }, position) => ({ pattern, kind: 'result', position, a: '', b: '', document })),
    ...comparisons.map(({ document }) => ({ pattern, kind: 'comparison', position: 0, a: document.measure, b: '', document })),
    ...(table ? [{ pattern, kind: 'table', position: 0, a: '', b: '', document: table.document }] : []),
    ...estimates.map(({ document }) => ({ pattern, kind: 'estimate', position: 0, a: document.group, b: document.band ?? '', document })),
  ]);
  const { programmes: _, results: __, ...profile } = file.providers.find((each) => each.description) ?? {};
  return { count: providers.size, documents, profile, summaries };
}

async function fillProviders(db: Db, count: number, profile: object): Promise<void> {
  await db.execute(sql`insert into organisation (scheme, value, name, created_at) select 'bench', i, 'Udbyder ' || md5(i::text), now() from generate_series(1, ${count}::int) i`);
  await db.execute(sql`insert into source (title, publisher, created_at) values ('Opgørelse', 'Måling', now())`);
  await db.execute(sql`insert into provider (organisation_id, slug, created_at) select id, 'udbyder-' || value, now() from organisation order by id`);
  await db.execute(sql`
    insert into provider_version (provider_id, source_id, state, hash, profile, created_at)
    select p.id, 1, 'current', md5(p.slug), ${JSON.stringify(profile)}::jsonb || jsonb_build_object('name', o.name), now()
    from provider p join organisation o on o.id = p.organisation_id`);
  await db.execute(sql`update provider p set version_id = v.id from provider_version v where v.provider_id = p.id`);
}

/** @returns how many rows each table holds */
export async function fillResults(db: Db, results: number): Promise<Record<string, number>> {
  const { count, documents, profile, summaries } = await patterns();
  const each = (documents.filter(({ kind }) => kind === 'result').length * TIMES) / count;
  const providers = Math.ceil(results / each);
  await fillProviders(db, providers, profile);
  await db.execute(sql`insert into result_release (method_version, input_hash, released_at, rows) values ('1.0.0', 'bench', now(), 0)`);
  for (const summary of summaries) await db.execute(sql`insert into comparison_summary values (1, ${summary.measure}, ${JSON.stringify(summary)}::jsonb)`);
  await db.execute(sql`create table pattern (pattern int, kind text, position int, a text, b text, document jsonb)`);
  await db.execute(sql`insert into pattern select * from ${recordset(documents, 'pattern int, kind text, position int, a text, b text, document jsonb')}`);
  for (let at = 0; at < providers; at += BATCH) {
    const from = (kind: string) => sql`from provider p join pattern d on d.pattern = p.id % ${count} and d.kind = ${kind} where p.id > ${at} and p.id <= ${at + BATCH}`;
    await db.execute(sql`insert into published_result (release_id, provider_id, source_id, document, position) select 1, d.id, 1, d.document, d.position from generate_series(1, ${TIMES}::int) t, (select p.id, d.document, d.position ${from('result')}) d order by d.id, d.position`);
    await db.execute(sql`insert into published_comparison (provider_id, measure, release_id, document) select p.id, d.a, 1, d.document ${from('comparison')}`);
    await db.execute(sql`insert into published_table (provider_id, release_id, document) select p.id, 1, d.document ${from('table')}`);
    await db.execute(sql`insert into published_estimate (target_group, band, provider_id, release_id, document) select d.a, d.b, p.id, 1, d.document ${from('estimate')}`);
  }
  await db.execute(sql`
    update comparison_summary s set document = jsonb_set(s.document, '{codes,no_verdict}', to_jsonb((select count(*) from published_comparison c where c.measure = s.measure)))`);
  await db.execute(sql`insert into published_correction (provider_id, release_id, document) select p.id, 1, '{}'::jsonb from provider p where p.id % 5 = 0`);
  await db.execute(sql`drop table pattern`);
  await db.execute(sql`vacuum analyze`);
  const counts: Record<string, number> = {};
  for (const table of ['provider', 'published_result', 'published_comparison', 'published_table', 'published_estimate', 'published_correction']) {
    const [found] = await rows<{ n: number }>(db, sql`select count(*)::int as n from ${sql.identifier(table)}`);
    counts[table] = found?.n ?? 0;
  }
  return counts;
}
