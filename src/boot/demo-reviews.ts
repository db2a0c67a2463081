/**
 * Invented reviews of the demonstration. Rounds in every state through the real commands of pools, redemption, moderation and
 * publication, so that each step can be tried from where it stands; and rounds long past, so that lists have something to show.
 */
import { randomBytes } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import { organisation, reviewPool, shippedData } from '#db/schema/index.ts';
import { random as seeded, type Random } from '#db/seed/demo/random.ts';
import { inventReview, PAST, REPLIES, ROUNDS, type DemoRound, type InventedReview } from '#db/seed/demo/reviews/index.ts';
import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import type { Env } from '#platform/env.ts';
import { decideCase } from '#features/moderation/commands/decide-case.ts';
import { moderationPort } from '#features/moderation/port.ts';
import { publishBatches } from '#features/reviews/commands/publish-batches.ts';
import { redeem } from '#features/reviews/commands/redeem.ts';
import { replyToReview } from '#features/reviews/commands/reply-review.ts';
import { replyModeration } from '#src/actions/reply-moderation.ts';
import { seedPools, withOwnIssuer, type DemoPool } from './demo-pools.ts';
import { seedFigures, seedReviews } from './seed-reviews.ts';

const NAME = 'demo-reviews';
const SEED = 11;
const MODERATOR = 'person:demo-moderator';
const EDITOR = 'person:demo-editor';

interface Reviewed {
  id: number;
  slug: string;
  programmes: string[];
}

/** Their own provider first. */
function reviewed(db: Db): Promise<Reviewed[]> {
  return rows<Reviewed>(
    db,
    sql`select p.id, p.slug, (select json_agg(m.code order by m.position) from programme_version m where m.provider_version_id = v.id) as programmes
        from provider p join organisation o on o.id = p.organisation_id join provider_version v on v.id = p.version_id
        where o.scheme = 'demo' and v.profile->>'closedOn' is null and exists (select 1 from programme_version g where g.provider_version_id = v.id)
        order by p.claimed_at is null, o.value limit ${PAST.reduce((n, each) => n + each.providers, 0)}`,
  );
}

/** @returns of whom */
async function seedPast(ctx: Context, providers: readonly Reviewed[]): Promise<number[]> {
  const all: number[] = [];
  let from = 0;
  for (const { providers: count, each, mean, divided } of PAST) {
    const own = providers.slice(from, (from += count)).map(({ id }) => id);
    if (own.length === 0) continue;
    const temper = mean === undefined && divided === undefined ? undefined : () => ({ mean: mean ?? 3, divided: divided ?? false });
    await seedReviews(ctx, { reviews: each * own.length, providers: own, quarters: 7, figures: false, ...(temper ? { temper } : {}) });
    all.push(...own);
  }
  return all;
}

async function write(ctx: Context, poolId: string, invented: InventedReview): Promise<void> {
  const [pool] = await ctx.db.select().from(reviewPool).where(eq(reviewPool.id, poolId));
  if (!pool?.keyId) throw new Error('A round of the demonstration has no key.');
  const { ratings, ...answers } = invented;
  // Nobody holds the receipt: as if it had been lost.
  await redeem(ctx, moderationPort, { proof: 'token', pool, keyId: pool.keyId, pk: randomBytes(32).toString('hex') }, { ...answers, ratings });
}

/** A moderator takes out what the detectors saw. */
async function redactAll(ctx: Context, env: Env, poolId: string): Promise<void> {
  const cases = await rows<{ id: number; version: number; findings: number }>(
    ctx.db,
    sql`select c.id, c.version, json_array_length(c.findings::json) as findings from moderation_case c join review r on r.id = c.subject_id where c.subject_kind = 'review' and c.state = 'open' and r.pool_id = ${poolId} order by c.id`,
  );
  for (const { id, version, findings } of cases) {
    const input = { caseId: id, version, outcome: 'redact' as const, reason: 'contact-details' as const, facts: 'Der stod, hvordan man får fat i nogen.', findings: Array.from({ length: findings }, (_, n) => n), passages: [], unfounded: false };
    await decideCase({ ...ctx, actor: MODERATOR }, input, env.siteUrl);
  }
}

async function writeAll(ctx: Context, env: Env, poolId: string, round: DemoRound, random: Random): Promise<void> {
  for (let n = 0; n < round.write; n++) {
    const own = round.texts[n];
    const invented = inventReview(random, { mean: round.mean });
    await write(ctx, poolId, own === undefined ? invented : { ...invented, text: own, language: 'da' });
  }
  if (round.state !== 'redeeming') await redactAll(ctx, env, poolId);
  await publishBatches(ctx, (limit) => random.int(0, limit - 1));
}

function poolOf(ctx: Context, env: Env, round: DemoRound, provider: Reviewed, authorityId: number): DemoPool {
  const { state, stays, collected, answer } = round;
  const programme = provider.programmes[Math.min(round.programme, provider.programmes.length - 1)] ?? '';
  const random = seeded(SEED, `round ${provider.slug} ${round.programme}`);
  return {
    authorityId, issuerId: authorityId, slug: provider.slug, programme, stays, collected, answer, state,
    async whileRedeeming(poolId) {
      if (round.write > 0) await writeAll(ctx, env, poolId, round, random);
    },
  };
}

async function answerSome(ctx: Context, providerId: number): Promise<void> {
  const shown = await rows<{ id: string }>(ctx.db, sql`select id from review where provider_id = ${providerId} and state = 'published' and shown_text is not null order by quarter desc, id limit ${REPLIES.length}`);
  for (const [n, { id }] of shown.entries()) await replyToReview({ ...ctx, actor: EDITOR }, replyModeration, { providerId, reviewId: id, revision: 0, text: REPLIES[n] ?? '' });
}

/** Whoever calls works out what pages read, once for all of it. */
const quiet = (ctx: Context): Context => ({
  ...ctx,
  outbox: { send: async (tx, name, data) => (name === 'providers.changed' ? undefined : ctx.outbox.send(tx, name, data)) },
});

/**
 * Once, into a database that was given demo providers and demo people.
 * @param rounds through an issuer of its own, which must not be running yet; false: only what is long past
 * @returns whether anything was done
 */
export async function seedDemoReviews(env: Env, given: Context, rounds: boolean): Promise<boolean> {
  const ctx = quiet(given);
  const [state] = await rows<{ due: boolean }>(
    ctx.db,
    sql`select exists (select 1 from person where id = 'demo-moderator') and not exists (select 1 from shipped_data where name = ${NAME}) as due`,
  );
  if (!state?.due) return false;
  // First, as an interrupted start must not begin the same rounds again.
  await ctx.db.insert(shippedData).values({ name: NAME, hash: 'demo', loadedAt: now(), rows: ROUNDS.length });
  const providers = await reviewed(ctx.db);
  const past = await seedPast(ctx, providers);
  const [authority] = await ctx.db.select({ id: organisation.id }).from(organisation).where(sql`${organisation.scheme} = 'demo' and ${organisation.value} = 'authority'`);
  const own = providers[0];
  if (rounds && authority) {
    const pools = ROUNDS.flatMap((round) => {
      const provider = providers[round.provider];
      return provider ? [poolOf(ctx, env, round, provider, authority.id)] : [];
    });
    await withOwnIssuer(env, (issuer) => seedPools(ctx, env, issuer, pools));
    await publishBatches(ctx);
  }
  await seedFigures(ctx, past);
  if (own) await answerSome(ctx, own.id);
  return true;
}
