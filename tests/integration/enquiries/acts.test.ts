/** What stands between a form and the command: who fills it in, how fast, how often, and what never gets further. */
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { rows, type OpenDatabase } from '#db/client.ts';
import { now } from '#platform/clock.ts';
import { NOBODY, type Actor } from '#platform/permissions.ts';
import { openLimiter } from '#platform/rate-limit.ts';
import { seal, useSecrets } from '#platform/seal.ts';
import type { Act } from '#platform/define-action.ts';
import { enquiryActs } from '#features/enquiries/actions.ts';
import { LIMITS } from '#features/enquiries/limits.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { SECRET } from '#tests/support/identity.ts';
import { actorOfPerson, gateOf, makeTenant, requestOf, type Tenant } from '#tests/support/tenants.ts';

let open: OpenDatabase;
let tenant: Tenant;

beforeAll(async () => {
  open = await freshDatabase('embedded');
  useSecrets([SECRET]);
  tenant = await makeTenant(open.db, 'tenant');
}, 120_000);
afterAll(() => open.close());
beforeEach(() => open.db.execute(sql`truncate enquiry, enquiry_count, enquiry_message, rate_limit restart identity cascade`));

const started = (ago: number) => seal('enquiry', new Date(now().getTime() - ago).toISOString());
const typed = (changes: Record<string, string> = {}): Record<string, string> => ({
  slug: tenant.slug, kind: 'question', message: 'Hvornår begynder det næste hold?', email: 'mette@example.test', started: started(5_000), ...changes,
});

function send(act: Act, fields: Record<string, string>, { actor = NOBODY, address = '192.0.2.1' }: { actor?: Actor; address?: string } = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return act.perform({ ...requestOf(open.db, actor, form, { limiter: openLimiter(open.db) }), address }, gateOf(actor));
}
const ask = (changes: Record<string, string> = {}, more: { actor?: Actor; address?: string } = {}) => send(enquiryActs.ask, typed(changes), more);
const stored = async () => (await rows<{ n: number }>(open.db, sql`select count(*)::int as n from enquiry`))[0]?.n;
const reasons = (outcome: Awaited<ReturnType<typeof ask>>) => (outcome.state === 'problems' ? outcome.problems.map(({ field, reason }) => `${field}: ${reason}`) : outcome.state);

describe('asking', () => {
  test('takes a question of somebody who is not signed in', async () => {
    expect(await ask()).toEqual({ state: 'done', to: '/providers/tenant/ask', done: 'ask-sent' });
    expect(await stored()).toBe(1);
  });

  test('a machine that fills in what nobody sees hears the same, and nothing is kept', async () => {
    expect(await ask({ website: 'https://example.test' })).toEqual({ state: 'done', to: '/providers/tenant/ask', done: 'ask-sent' });
    expect(await stored()).toBe(0);
  });

  test.each([
    ['at once', () => started(0)],
    ['from the future', () => started(-60_000)],
    ['with a time of its own', () => new Date(0).toISOString()],
    ['with nothing that is sealed', () => 'v1.x.y'],
    ['with what was sealed for something else', () => seal('mail', new Date(0).toISOString())],
  ])('a form that comes back %s is asked to wait', async (_how, time) => {
    expect(reasons(await ask({ started: time() }))).toEqual(['null: too-fast']);
    expect(await stored()).toBe(0);
  });

  test('a personal number gets no further than the form', async () => {
    expect(reasons(await ask({ message: 'Mit nummer er 010190-1234, ring til mig.' }))).toEqual(['message: personal-number']);
    expect(reasons(await ask({ name: '0101901234' }))).toEqual(['name: personal-number']);
    expect(await stored()).toBe(0);
  });

  test('one mailbox is not filled: so many letters a day, however the address is written and wherever from', async () => {
    const { points } = LIMITS.askByAccount;
    for (let n = 0; n < points; n += 1) expect((await ask({ email: n % 2 ? 'METTE@example.test' : 'mette@example.test' }, { address: `192.0.2.${n}` })).state).toBe('done');
    expect(reasons(await ask({}, { address: '198.51.100.7' }))).toEqual(['null: asked-too-often']);
    expect((await ask({ email: 'jens@example.test' })).state).toBe('done');
  });

  test('one network does not fill many', async () => {
    const { points } = LIMITS.askByAddress;
    for (let n = 0; n < points; n += 1) expect((await ask({ email: `n${n}@example.test` })).state).toBe('done');
    expect(reasons(await ask({ email: 'one-more@example.test' }))).toEqual(['null: asked-too-often']);
    expect((await ask({ email: 'one-more@example.test' }, { address: '198.51.100.7' })).state).toBe('done');
    expect(await stored()).toBe(points + 1);
  });

  test('neither address nor network stands readable in what is counted', async () => {
    await ask();
    expect(JSON.stringify(await rows(open.db, sql`select * from rate_limit`))).not.toMatch(/mette|192\.0\.2/);
  });
});

describe('answering', () => {
  test('is for owner and editor of that provider: a reporter is told why, a stranger nothing', async () => {
    const fields = { slug: tenant.slug, enquiryId: '1', seen: '1', how: 'answer', message: 'Den 3. marts.' };
    const other = await makeTenant(open.db, 'another');
    const by = async (personId: string | undefined) => send(enquiryActs.answer, fields, { actor: await actorOfPerson(open.db, personId ?? '') });
    expect(await by(tenant.people['reporter'])).toMatchObject({ state: 'refused', outcome: 'forbidden' });
    expect(await by(other.people['owner'])).toMatchObject({ state: 'refused', outcome: 'not-found' });
    // The form comes back, as the words are worth keeping.
    expect(reasons(await by(tenant.people['editor']))).toEqual(['null: enquiry-gone']);
    expect(await send(enquiryActs.answer, fields)).toMatchObject({ state: 'refused', outcome: 'sign-in' });
  });
});
