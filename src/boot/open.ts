/** Puts the site together: ground, demo data, search, worker. With its neighbours the one place that knows every feature. */
import { sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import { today } from '#platform/clock.ts';
import { serveCommands } from '#platform/command-socket.ts';
import { auditMail } from '#platform/audit/mail.ts';
import { makeCheckpoint } from '#platform/audit/checkpoint.ts';
import { auditFile, auditKey } from '#platform/audit/key.ts';
import { followDemoClock, isDemo } from '#platform/demo-clock.ts';
import type { Env } from '#platform/env.ts';
import { scanFile, scanWaiting } from '#platform/files/commands/scan-file.ts';
import { sweepFiles } from '#platform/files/commands/sweep-files.ts';
import { openFiles, type Files } from '#platform/files/service.ts';
import type { EventHandlers, Jobs } from '#platform/jobs.ts';
import { log } from '#platform/log.ts';
import { mailLog, signLog } from '#platform/public-log/checkpoint.ts';
import { logFile, logKey } from '#platform/public-log/note.ts';
import { logStamp } from '#platform/public-log/queries.ts';
import { remindToConfirm } from '#features/programmes/commands/remind-to-confirm.ts';
import { keepApprovals } from '#features/approvals/commands/keep-approvals.ts';
import { closePastOpenings } from '#features/enquiries/commands/close-past-openings.ts';
import { tellCitizen } from '#features/enquiries/commands/tell-citizen.ts';
import { tellOfDanger } from '#features/moderation/commands/tell-of-danger.ts';
import { loadRegister, type Register } from '#features/regions/register.ts';
import { advancePools } from '#features/reviews/commands/pools/advance-pools.ts';
import { askAboutStays } from '#features/reviews/commands/pools/ask-about-stays.ts';
import { publishBatches } from '#features/reviews/commands/publish-batches.ts';
import { refreshScores } from '#features/reviews/commands/refresh-scores.ts';
import type { IssuerPort } from '#features/reviews/issuer-port.ts';
import { releaseResults } from '#features/results/commands/release-results.ts';
import { releaseInfo } from '#features/results/queries.ts';
import { rebuildSummaries, refreshSummaries } from '#features/search/commands/refresh-summaries.ts';
import { openEngine } from '#features/search/engines/open.ts';
import { followSummaries, type Follower } from '#features/search/follower.ts';
import type { SearchEngine } from '#features/search/model.ts';
import { openAccounts, type Accounts } from './accounts.ts';
import { codeCommit } from './code-commit.ts';
import { commandHandlers } from './command.ts';
import { keepToRetention } from './day-duties.ts';
import { seedNewDatabase } from './demo.ts';
import { seedDemoApprovals } from './demo-approvals.ts';
import { seedDemoMarket } from './demo-market.ts';
import { seedDemoPeople } from './demo-people.ts';
import { seedDemoReviews } from './demo-reviews.ts';
import { seedDemoStandards } from './demo-standards.ts';
import { openGround, type Ground } from './ground.ts';
import { openIssuer, startIssuerBeside, startsIssuer } from './issuer.ts';
import { setRuntime, type Runtime } from './runtime.ts';

export interface OpenOptions {
  /** This process drains the outbox. */
  worker: boolean;
  /** This process answers searches; default true. */
  searches?: boolean;
  /** A demonstration starts its issuer too; default false. */
  issuerBeside?: boolean;
}

/** How soon a process sees what another has changed. */
const FOLLOW_MS = 1_000;

/** The register, read again when an import may have brought new places or groups. */
class FreshRegister {
  readonly #db: Db;
  #stamp = '';
  #register: Register | null = null;

  constructor(db: Db) {
    this.#db = db;
  }

  get present(): Register {
    if (!this.#register) throw new Error('The register is not read yet.');
    return this.#register;
  }

  async refresh(): Promise<Register> {
    const [row] = await rows<{ stamp: string }>(
      this.#db,
      sql`select coalesce((select max(id)::text from catalogue_import where state = 'active'), '') || ' ' || coalesce((select hash from shipped_data where name = 'registers'), '') as stamp`,
    );
    if (!this.#register || row?.stamp !== this.#stamp) {
      this.#register = await loadRegister(this.#db);
      this.#stamp = row?.stamp ?? '';
    }
    return this.#register;
  }
}

/** What follows from a change. */
function eventHandlers(env: Env, ground: Ground, { post }: Accounts, files: Files, register: FreshRegister, engine: SearchEngine, issuer: IssuerPort | null, afterRefresh: () => Promise<void>): EventHandlers {
  const context = ground.context('system');
  return {
    async 'providers.changed'({ providerIds }) {
      await refreshSummaries(context.db, await register.refresh(), providerIds);
      await afterRefresh();
    },
    async 'day.began'() {
      if (issuer) await advancePools(context, issuer);
      await closePastOpenings(context);
      await keepApprovals(context, env.siteUrl);
      const published = await publishBatches(context);
      log.info({ ...published, refreshed: await refreshScores(context) }, 'reviews published');
      const changed = await rebuildSummaries(context.db, await register.refresh());
      log.info({ changed: changed.length }, 'day began');
      await keepToRetention(context);
      await remindToConfirm(context, env.siteUrl);
      await engine.newDay(today());
      await afterRefresh();
    },
    async 'hour.began'() {
      if (issuer) await advancePools(context, issuer);
      const checkpoint = await makeCheckpoint(context.db, auditKey(env), auditFile(env), auditMail(context, env.AUDIT_MAIL));
      if (checkpoint) log.info({ entries: checkpoint.seq }, 'audit trail signed');
      await sweepFiles(context.db, files.store, { all: false });
      await scanWaiting(context, files);
      await tellOfDanger(context, env.siteUrl);
      await signLog(context.db, logKey(env), logFile(env));
      await mailLog(context, env.AUDIT_MAIL);
    },
    async 'public-log.grew'() {
      await signLog(context.db, logKey(env), logFile(env));
    },
    'file.taken': ({ fileId }) => scanFile(context, files, fileId),
    'pool.declared': ({ poolId }) => askAboutStays(context, env.siteUrl, poolId),
    'mail.queued': ({ mailId }) => post.deliver(mailId),
    'enquiry.to-tell': (told) => tellCitizen(context.db, post, env.siteUrl, told),
    async 'results.reported'() {
      const { published, rows: count } = await releaseResults(context, { dryRun: false, commit: codeCommit() });
      log.info({ published, rows: count }, 'results released');
      await afterRefresh();
    },
  };
}

/** How long the demonstration waits for what follows from a new day before it answers. */
const SETTLE_MS = 20_000;

/** What a new day and hour bring, done before it resolves, so that whoever moved the clock sees it. */
async function passTime(handlers: EventHandlers, jobs: Jobs, follower: Follower | null, onChange: Runtime['onChange']): Promise<void> {
  await handlers['hour.began']({});
  await handlers['day.began']({});
  await Promise.race([jobs.idle(), new Promise((resolve) => setTimeout(resolve, SETTLE_MS).unref())]);
  await follower?.catchUp();
  for (const tell of onChange) tell(null);
}

/** @throws DatabaseInUse when another process has the embedded database open */
export async function openRuntime(env: Env, { worker, searches = true, issuerBeside = false }: OpenOptions): Promise<Runtime> {
  const endClock = isDemo(env) ? followDemoClock(env.dataDir) : null;
  const ground = await openGround(env);
  const { open, jobs } = ground;
  const { db } = open;
  const accounts = openAccounts(db, env);
  const files = openFiles(env);
  // The lock says that no other process is writing files of an embedded database.
  await sweepFiles(db, files.store, { all: open.lock !== null });
  const register = new FreshRegister(db);
  if (await seedNewDatabase(ground.context('system'), env.SEED)) await rebuildSummaries(db, await register.refresh());
  // Without a database of its own: where letters lie open on /outbox, so that one can sign in as any of them.
  if (isDemo(env)) {
    await seedDemoPeople(db);
    await seedDemoMarket(ground.context('system'));
    await seedDemoStandards(ground.context('system'), await register.refresh());
    await seedDemoApprovals(ground.context('system'), await register.refresh());
    if (await seedDemoReviews(env, ground.context('system'), issuerBeside && startsIssuer(env))) await rebuildSummaries(db, await register.refresh());
  }
  await register.refresh();

  const engine = await openEngine(() => register.present, { url: env.MEILI_URL, key: env.MEILI_KEY });
  const onChange: Runtime['onChange'] = new Set();
  const follower = searches
    ? await followSummaries(db, engine, {
        // New places must be known before the providers that name them are taken into the index.
        beforeApply: async () => void (await register.refresh()),
        // Pages name the release of their figures, also where no figure became another, and show what the public log holds.
        stamp: async () => `${(await releaseInfo(db))?.id ?? ''} ${await logStamp(db)}`,
        onChange(ids) {
          for (const tell of onChange) tell(ids);
        },
      }, FOLLOW_MS)
    : null;
  const issuer = openIssuer(env);
  const beside = issuerBeside && startsIssuer(env) ? await startIssuerBeside(env) : null;
  const handlers = worker ? eventHandlers(env, ground, accounts, files, register, engine, issuer, async () => follower?.catchUp()) : null;
  if (handlers) await jobs.work(handlers);
  const commands = open.lock ? await serveCommands(open.lock, commandHandlers(() => ground.context('command'), env, engine)) : null;

  const runtime: Runtime = {
    env,
    open,
    db,
    jobs,
    engine,
    ...accounts,
    files,
    issuer,
    get register() {
      return register.present;
    },
    context: ground.context,
    onChange,
    passTime: handlers && endClock ? () => passTime(handlers, jobs, follower, onChange) : null,
    async close() {
      endClock?.();
      await commands?.close();
      await follower?.stop();
      await accounts.identity.settled();
      await jobs.stop();
      accounts.post.close();
      await engine.close();
      await beside?.close();
      await open.close();
    },
  };
  setRuntime(runtime);
  return runtime;
}
