/** What stands between a form and what everybody reads: who writes, when, how often, and what never gets that far. */
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '#db/client.ts';
import { now, setClockOffset } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import type { Act } from '#platform/define-action.ts';
import { NOBODY, type Actor } from '#platform/permissions.ts';
import { openLimiter } from '#platform/rate-limit.ts';
import { seal, useSecrets } from '#platform/seal.ts';
import { standardActs } from '#features/standards/actions.ts';
import { LIMITS } from '#features/standards/limits.ts';
import { CONSULTATION_DAYS } from '#features/standards/model.ts';
import { commentsOf, unansweredOf, versionById } from '#features/standards/queries.ts';
import { contextOf } from '#tests/support/catalogue.ts';
import { ENGINES, freshDatabase } from '#tests/support/database.ts';
import { SECRET } from '#tests/support/identity.ts';
import { consultedStandard, passDays, publish } from '#tests/support/standards.ts';
import { actorOfPerson, gateOf, makeAuthority, requestOf } from '#tests/support/tenants.ts';

describe.each(ENGINES)('comments on %s', (engine) => {
  let open: OpenDatabase;
  let ctx: Context;
  let authority: { organisationId: number; people: Record<string, string> };
  let versionId: number;
  let slug: string;

  beforeAll(async () => {
    open = await freshDatabase(engine);
    useSecrets([SECRET]);
    ctx = contextOf(open.db);
    authority = await makeAuthority(open.db, 'authority');
  }, 120_000);
  beforeEach(async () => {
    await open.db.execute(sql`truncate rate_limit`);
    versionId = await consultedStandard(ctx, authority.organisationId);
    slug = (await versionById(open.db, versionId))?.slug ?? '';
  });
  afterEach(() => setClockOffset(0));
  afterAll(() => open.close());

  const started = (ago = 5_000) => seal('comment', new Date(now().getTime() - ago).toISOString());
  async function send(act: Act, fields: Record<string, string>, { actor = NOBODY, address = '192.0.2.1' }: { actor?: Actor; address?: string } = {}) {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    const outcome = await act.perform({ ...requestOf(open.db, actor, form, { limiter: openLimiter(open.db) }), address }, gateOf(actor));
    return outcome.state === 'problems' ? outcome.problems.map(({ field, reason }) => `${field}: ${reason}`).join(', ') : outcome.state === 'done' ? (outcome.done ?? 'done') : outcome.outcome;
  }
  const comment = (changes: Record<string, string> = {}, more = {}) => send(standardActs.comment, { slug, number: '1', text: 'Det er et godt krav.', side: 'citizen', started: started(), ...changes }, more);
  const told = () => commentsOf(open.db, versionId);
  const editor = () => actorOfPerson(open.db, authority.people['standards-editor'] ?? '');

  it('anybody may say something in a consultation; it is there at once, and holds no address', async () => {
    expect(await comment({ about: '2.1', author: 'Lise', side: 'provider' })).toBe('comment-shown');
    expect(await told()).toMatchObject([{ kind: 'comment', about: '2.1', author: 'Lise', side: 'provider', text: 'Det er et godt krav.', locale: 'da', answer: null }]);
    expect(JSON.stringify((await open.db.execute(sql`select * from standard_comment`)))).not.toContain('192.0.2');
  });

  it('what cannot be said: a personal number, something about nothing, too fast, by a machine', async () => {
    expect(await comment({ text: 'Jeg hedder Lise, 010190-1234, og synes det.' })).toBe('text: personal-number');
    expect(await comment({ about: '9.9' })).toBe('about: choose');
    expect(await comment({ started: started(0) })).toBe('null: too-fast');
    expect(await comment({ started: seal('enquiry', new Date(0).toISOString()) })).toBe('null: too-fast');
    expect(await comment({ text: 'Kort' })).toBe('text: too-short');
    // A machine hears what everybody hears.
    expect(await comment({ website: 'https://example.test' })).toBe('comment-shown');
    expect(await told()).toEqual([]);
  });

  it('not before the consultation, not after it; questions once it is published', async () => {
    passDays(CONSULTATION_DAYS + 1);
    expect(await comment()).toBe('null: standard-comments-closed');
    setClockOffset(0);
    await publish(ctx, versionId);
    expect(await comment()).toBe('comment-shown');
    expect(await told()).toMatchObject([{ kind: 'question' }]);
  });

  it('a flood from one address stops, and others still may', async () => {
    for (let n = 0; n < LIMITS.commentByAddress.points; n++) expect(await comment()).toBe('comment-shown');
    expect(await comment()).toBe('null: comments-too-often');
    expect(await comment({}, { address: '192.0.2.99' })).toBe('comment-shown');
  });

  it('nobody says anything to a draft or to what there is not', async () => {
    expect(await comment({ slug: 'no-such-standard' })).toBe('not-found');
    expect(await comment({ number: '2' })).toBe('not-found');
  });

  it('the authority answers, and puts the answer better; others do not', async () => {
    await comment();
    const [first] = await told();
    const fields = { commentId: String(first?.id), answer: 'Tak. Vi ser på det.' };
    expect((await unansweredOf(open.db, authority.organisationId)).get(versionId)).toBe(1);
    expect(await send(standardActs.answer, fields, { actor: await actorOfPerson(open.db, authority.people['assessor'] ?? '') })).toBe('forbidden');
    expect(await send(standardActs.answer, fields)).toBe('sign-in');
    expect(await send(standardActs.answer, fields, { actor: await editor() })).toBe('comment-answered');
    expect(await send(standardActs.answer, { ...fields, answer: 'Tak. Det bliver ændret.' }, { actor: await editor() })).toBe('comment-answered');
    expect(await told()).toMatchObject([{ answer: 'Tak. Det bliver ændret.', answerLocale: 'da' }]);
    expect((await unansweredOf(open.db, authority.organisationId)).get(versionId)).toBeUndefined();
  });

  it('what may not stand is taken away with its words and name; the reason stands in its place', async () => {
    await comment({ author: 'Lise' });
    const [first] = await told();
    expect(await send(standardActs.hide, { commentId: String(first?.id), reason: 'nej' }, { actor: await editor() })).toBe('reason: too-short');
    expect(await send(standardActs.hide, { commentId: String(first?.id), reason: 'Den nævner en anden person ved navn.' }, { actor: await editor() })).toBe('comment-hidden');
    expect(await told()).toMatchObject([{ text: '', author: null, hiddenReason: 'Den nævner en anden person ved navn.' }]);
    expect(await send(standardActs.answer, { commentId: String(first?.id), answer: 'Svar' }, { actor: await editor() })).toBe('null: comment-gone');
    expect(await send(standardActs.hide, { commentId: String(first?.id), reason: 'Den nævner en anden person.' }, { actor: await editor() })).toBe('null: comment-gone');
  });
});
