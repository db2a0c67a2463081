import { sql } from 'drizzle-orm';
import { recordset, type Db } from '#db/client.ts';
import type { Programme } from '../input.ts';

/** Stores the programmes of staged provider versions, in the provider's order. They show when their version does. */
export async function stageProgrammes(tx: Db, entries: readonly { versionId: number; programmes: readonly Programme[] }[]): Promise<void> {
  const wanted = entries.flatMap(({ versionId, programmes }) =>
    programmes.map((programme, position) => ({ version_id: versionId, position, code: programme.code, programme })),
  );
  if (wanted.length === 0) return;
  await tx.execute(sql`
    insert into programme_version (provider_version_id, position, code, programme)
    select r.version_id, r.position, r.code, r.programme
    from ${recordset(wanted, 'version_id int, position int, code text, programme jsonb')}`);
}

/** Takes back the programmes of provider versions that are about to be removed. */
export async function removeProgrammes(tx: Db, versionIds: readonly number[]): Promise<void> {
  await tx.execute(sql`
    delete from programme_version
    where provider_version_id in (select value::int from json_array_elements_text(${JSON.stringify(versionIds)}::json))`);
}
