/** Stays that a system sends: a table as CSV or rows as JSON, by the same rules as a form. Nothing is stored unless all of it holds. */
import { today } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { DomainError, type Fault } from '#platform/errors.ts';
import { registerStays } from '../commands/pools/register-stays.ts';
import type { IssuerPort, RegisterAnswer } from '../issuer-port.ts';
import { staysBody } from './input.ts';
import type { Pool } from './queries.ts';
import { checkStays, MAX_TABLE_BYTES, readStays, type StayFaultReason, type StayTable } from './stay-table.ts';

const EXPECTED: Record<StayFaultReason, string> = {
  'personal-number': 'an HMAC of your own number of the stay: this looks like the number of a person, which must not be sent',
  'not-hmac': 'an HMAC-SHA256 as 64 hexadecimal digits', header: 'the columns stay, started, ended and no other', quote: 'a closing quotation mark', nothing: 'at least one stay',
  'too-many': 'at most 50,000 stays', cells: 'no more cells than the header has', day: 'days as YYYY-MM-DD', order: 'a last day after the first, not in the future',
  period: 'a first day in the period of the pool', 'too-short': 'a stay of at least 14 days', twice: 'each stay once',
};

/** Values are not told back: what was sent by mistake should not lie in a log of the sender. */
const faultsOf = (faults: readonly { line: number; reason: StayFaultReason }[], pointer: (line: number) => string): Fault[] =>
  faults.map(({ line, reason }) => ({ pointer: pointer(line), field: 'stay', value: null, expected: EXPECTED[reason] }));

async function read({ fromDay, toDay }: Pool, request: Request): Promise<StayTable & { pointer(line: number): string }> {
  const period = { from: fromDay, to: toDay };
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type === 'text/csv') {
    const bytes = new Uint8Array(await request.arrayBuffer());
    if (bytes.length > MAX_TABLE_BYTES) throw new DomainError('too-large', 'The table is larger than 8 MB.');
    return { ...readStays(bytes, period, today()), pointer: (line) => `/${line}` };
  }
  if (type !== 'application/json') throw new DomainError('bad-request', 'Send text/csv or application/json, and say so in Content-Type.');
  const body = staysBody.safeParse(await request.json().catch(() => {
    throw new DomainError('bad-request', 'The body is no JSON.');
  }));
  if (!body.success) throw new DomainError('invalid', 'Nothing was taken: see faults.', body.error.issues.slice(0, 50).map(({ path, message }) => ({ pointer: `/${path.map(String).join('/')}`, field: String(path.at(-1) ?? ''), value: null, expected: message })));
  const rows = body.data.stays.map(({ stay, startedOn, endedOn }, n) => ({ line: n + 1, stay, started: startedOn, ended: endedOn ?? '' }));
  return { ...checkStays(rows, period, today()), pointer: (line) => `/stays/${line - 1}` };
}

/** @throws DomainError invalid with every fault: of a table by its line, of JSON by its pointer */
export async function staysByRequest(ctx: Context, issuer: IssuerPort | null, pool: Pool, request: Request): Promise<Omit<RegisterAnswer, 'registered'> & { stays: number }> {
  if (!issuer) throw new DomainError('unavailable', 'The issuer is not set up on this site.');
  const table = await read(pool, request);
  if (!table.ok) throw new DomainError('invalid', table.more > 0 ? `Nothing was taken: see faults. There are ${table.more} more.` : 'Nothing was taken: see faults.', faultsOf(table.faults, table.pointer));
  const { registered, ...counts } = await registerStays(ctx, issuer, pool.id, table.stays);
  return { stays: registered, ...counts };
}
