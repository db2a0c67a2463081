/** The tree as the database holds it: leaves with their entries, and every complete subtree above them. */
import { sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import { DomainError } from '#platform/errors.ts';
import { carryOut, consistencyPlan, EMPTY_ROOT, inclusionPlan, nodeKey, rootPlan, type Node, type Plan } from './merkle.ts';

/** How many entries there are. */
export async function logSize(db: Db): Promise<number> {
  const [row] = await rows<{ size: string }>(db, sql`select coalesce(max(index) + 1, 0)::text as size from public_log_entry`);
  return Number(row?.size ?? 0);
}

/** @throws Error where the store lacks one: the log is damaged */
export async function readNodes(db: Db, nodes: readonly Node[]): Promise<(node: Node) => string> {
  const leaves = nodes.filter(({ level }) => level === 0).map(({ place }) => place);
  const inner = nodes.filter(({ level }) => level > 0);
  const found = new Map<string, string>();
  if (nodes.length > 0) {
    const read = await rows<{ level: number; place: string; hash: string }>(db, sql`
      select 0 as level, index::text as place, leaf_hash as hash from public_log_entry
      where index in (select value::bigint from json_array_elements_text(${JSON.stringify(leaves)}::json))
      union all
      select n.level, n.place::text, n.hash from json_to_recordset(${JSON.stringify(inner)}::json) as wanted(level smallint, place bigint)
      join public_log_node n on n.level = wanted.level and n.place = wanted.place`);
    for (const { level, place, hash } of read) found.set(nodeKey({ level, place: Number(place) }), hash);
  }
  return (node) => {
    const hash = found.get(nodeKey(node));
    if (hash === undefined) throw new Error(`The public log lacks the hash ${nodeKey(node)}.`);
    return hash;
  };
}

const hashes = async (db: Db, plan: Plan): Promise<string[]> => carryOut(plan, await readNodes(db, plan.nodes));

/** @param size at most the log's own */
export async function rootAt(db: Db, size: number): Promise<string> {
  return (await hashes(db, rootPlan(size)))[0] ?? EMPTY_ROOT;
}

async function within(db: Db, size: number): Promise<void> {
  if (size > (await logSize(db))) throw new DomainError('not-found', 'The log has no such size yet.');
}

/** Hashes from the leaf up. @throws DomainError not-found where the log was never so long, or has no such entry */
export async function inclusionProof(db: Db, index: number, size: number): Promise<string[]> {
  await within(db, size);
  if (index >= size) throw new DomainError('not-found', 'A log of that size has no such entry.');
  return hashes(db, inclusionPlan(index, size));
}

/** That the log of `first` entries is the beginning of that of `second`. @throws DomainError not-found */
export async function consistencyProof(db: Db, first: number, second: number): Promise<string[]> {
  await within(db, second);
  if (first < 1 || first > second) throw new DomainError('not-found', 'A log of that size does not begin with one of the other.');
  return hashes(db, consistencyPlan(first, second));
}
