import { sql } from 'drizzle-orm';
import { recordset, rows, type Db } from '#db/client.ts';
import type { LocalisedText } from '#platform/input.ts';
import { compare, textKey, type Comparison } from '../comparison.ts';

/** A target group outside the shipped list, as a catalogue brings it. */
export interface NewTargetGroup {
  code: string;
  name: LocalisedText;
  description?: LocalisedText | undefined;
}

const groupKey = (each: NewTargetGroup) => JSON.stringify([textKey(each.name), textKey(each.description)]);

/** @param sourceId null: a source that is not stored yet */
export async function compareTargetGroups(db: Db, groups: readonly NewTargetGroup[], sourceId: number | null): Promise<Comparison<NewTargetGroup>> {
  if (groups.length === 0) return compare(groups, [], sourceId, groupKey);
  const stored = await rows<NewTargetGroup & { sourceId: number | null }>(
    db,
    sql`select g.code, g.names as name, g.description, g.source_id as "sourceId"
        from ${recordset(groups.map(({ code }) => ({ code })), 'code text')} join target_group g using (code)`,
  );
  return compare(groups, stored.map((each) => ({ ...each, key: groupKey(each) })), sourceId, groupKey);
}

/** After the shipped groups, in the order in which they came. */
const FIRST_POSITION = 10_000;

/**
 * Adds and changes what `compareTargetGroups` found. A group that nobody here has assessed is treated as
 * sensitive, and its outcome is a job of any number of hours not yet set.
 */
export async function addTargetGroups(tx: Db, { added, changed }: Comparison<NewTargetGroup>, sourceId: number): Promise<void> {
  const wanted = [...added, ...changed].map(({ code, name, description }, n) => ({ n, code, names: name, description }));
  if (wanted.length === 0) return;
  await tx.execute(sql`
    insert into target_group (code, kind, list_version, names, description, sensitive, primary_outcome, hours_threshold, position, source_id)
    select r.code, 'catalogue', 'catalogue', r.names, r.description, true, 'job', null,
      greatest(${FIRST_POSITION}, (select coalesce(max(position), 0) + 1 from target_group)) + r.n, ${sourceId}::int
    from ${recordset(wanted, 'n int, code text, names jsonb, description jsonb')}
    on conflict (code) do update set names = excluded.names, description = excluded.description
      where target_group.source_id = excluded.source_id`);
}
