/** Works the whole chain out again and holds it against the checkpoints. Reads a few thousand links at a time. */
import { sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import { BEFORE_FIRST, follow, type ChainedEntry, type ChainFault, type Head } from './chain.ts';
import { chainHead } from './checkpoint.ts';
import { findNotes, signedBy, type AuditKey, type SignedCheckpoint } from './note.ts';

export type CheckpointFault = 'unknown-key' | 'other-hash' | 'beyond-the-end';
export type CheckpointSource = 'database' | 'outside';

export interface AuditReport {
  links: number;
  /** The first broken ones, at most 20. */
  faults: ChainFault[];
  faultCount: number;
  /** Entries that the chain does not name. */
  unchained: { count: number; firstId: string | null };
  checkpoints: Record<CheckpointSource, number>;
  misfits: { source: CheckpointSource; seq: number; at: string; fault: CheckpointFault }[];
  /** Links a second. */
  rate: number;
  sound: boolean;
}

const PAGE = 5_000;
const MOST_NAMED = 20;

type LinkRow = { seq: string; hash: string; named: string } & { [K in keyof ChainedEntry]: ChainedEntry[K] | null };

async function pageAfter(db: Db, seq: number, last: number): Promise<LinkRow[]> {
  return rows<LinkRow>(db, sql`
    select l.seq::text as seq, l.hash, l.entry_id::text as named, e.id::text as id, (extract(epoch from e.at) * 1000000)::bigint::text as at,
           e.actor, e.action, e.object, e.detail::text as detail
    from audit_link l left join audit_entry e on e.id = l.entry_id
    where l.seq > ${seq} and l.seq <= ${last} order by l.seq limit ${PAGE}`);
}

function entryOf({ id, at, actor, action, object, detail }: LinkRow): ChainedEntry | null {
  if (id === null || at === null || actor === null || action === null || object === null || detail === null) return null;
  return { id, at, actor, action, object, detail };
}

interface Walked {
  links: number;
  faults: ChainFault[];
  faultCount: number;
  /** Stored hashes at the places that checkpoints speak of. */
  hashes: Map<number, string>;
}

async function walk(db: Db, last: number, wanted: ReadonlySet<number>, onProgress: (done: number, total: number) => void): Promise<Walked> {
  const walked: Walked = { links: 0, faults: [], faultCount: 0, hashes: new Map() };
  let head: Head = BEFORE_FIRST;
  for (;;) {
    const page = await pageAfter(db, head.seq, last);
    for (const row of page) {
      const step = follow(head, { seq: Number(row.seq), hash: row.hash, entry: entryOf(row) });
      head = step.head;
      walked.links++;
      if (wanted.has(head.seq)) walked.hashes.set(head.seq, head.hash);
      if (step.fault && ++walked.faultCount <= MOST_NAMED) walked.faults.push({ ...step.fault, entryId: row.named });
    }
    onProgress(walked.links, last);
    if (page.length < PAGE) return walked;
  }
}

async function unchained(db: Db): Promise<AuditReport['unchained']> {
  const [row] = await rows<{ n: number; first: string | null }>(db, sql`
    select count(*)::int as n, min(e.id)::text as first from audit_entry e where not exists (select 1 from audit_link l where l.entry_id = e.id)`);
  return { count: row?.n ?? 0, firstId: row?.first ?? null };
}

function misfit(note: SignedCheckpoint, keys: readonly AuditKey[], last: number, hashes: ReadonlyMap<number, string>): CheckpointFault | null {
  if (!signedBy(note, keys)) return 'unknown-key';
  if (note.seq > last) return 'beyond-the-end';
  return hashes.get(note.seq) === note.hash ? null : 'other-hash';
}

/**
 * @param outside text with the notes kept outside the database; null: there is none
 * @param keys that may have signed
 */
export async function checkAudit(db: Db, outside: string | null, keys: readonly AuditKey[], onProgress: (done: number, total: number) => void = () => {}): Promise<AuditReport> {
  const from = performance.now();
  const kept = await rows<{ note: string }>(db, sql`select note from audit_checkpoint order by seq`);
  const notes = [
    ...kept.flatMap(({ note }) => findNotes(note)).map((note) => ({ source: 'database' as const, note })),
    ...findNotes(outside ?? '').map((note) => ({ source: 'outside' as const, note })),
  ];
  // After the checkpoints: an entry that comes in between lengthens the chain and breaks nothing.
  const last = (await chainHead(db))?.seq ?? 0;
  const walked = await walk(db, last, new Set(notes.map(({ note }) => note.seq)), onProgress);
  const loose = await unchained(db);
  const misfits = notes.flatMap(({ source, note }) => {
    const fault = misfit(note, keys, last, walked.hashes);
    return fault ? [{ source, seq: note.seq, at: note.at.toISOString(), fault }] : [];
  });
  const { links, faults, faultCount } = walked;
  return {
    links, faults, faultCount, unchained: loose, misfits,
    checkpoints: { database: kept.length, outside: notes.length - kept.length },
    rate: Math.round(links / Math.max(0.001, (performance.now() - from) / 1_000)),
    sound: faultCount === 0 && loose.count === 0 && misfits.length === 0,
  };
}
