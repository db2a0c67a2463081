/** Invented cases of the demo authority in every state that there is something to see of, made by the real commands with the clock put back. */
import { like, or, sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import { mail, person, shippedData } from '#db/schema/index.ts';
import { EXAMPLE_SLUG } from '#db/seed/standards/employment-services.ts';
import { now, today } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { answerHearing } from '#features/approvals/commands/answer-hearing.ts';
import { answerQuestion } from '#features/approvals/commands/answer-question.ts';
import { askQuestion } from '#features/approvals/commands/ask-question.ts';
import { beginDossier } from '#features/approvals/commands/begin-dossier.ts';
import type { Caller } from '#features/approvals/commands/case-rows.ts';
import { decide } from '#features/approvals/commands/decide.ts';
import { judgeCondition } from '#features/approvals/commands/judge-condition.ts';
import { keepApprovals } from '#features/approvals/commands/keep-approvals.ts';
import { lodgeAppeal } from '#features/approvals/commands/lodge-appeal.ts';
import { recommend } from '#features/approvals/commands/recommend.ts';
import { recordFindings } from '#features/approvals/commands/record-findings.ts';
import { recordVisit } from '#features/approvals/commands/record-visit.ts';
import { runChecks } from '#features/approvals/commands/run-checks.ts';
import { saveAssessment } from '#features/approvals/commands/save-assessment.ts';
import { sendApplication } from '#features/approvals/commands/send-application.ts';
import { showCondition } from '#features/approvals/commands/show-condition.ts';
import { takeCase } from '#features/approvals/commands/take-case.ts';
import { treatCorrections } from '#features/approvals/commands/treat-corrections.ts';
import type { DecisionContent, Score, SetCondition } from '#features/approvals/model/events.ts';
import type { Outcome } from '#features/approvals/model/outcome.ts';
import { addDays } from '#features/enquiries/working-days.ts';
import type { Register } from '#features/regions/register.ts';
import { criteriaOf, type Criterion } from '#features/standards/model.ts';
import { publicStandard, versionById, type StandardVersion } from '#features/standards/queries.ts';
import { daysAgo } from './demo-past.ts';

const NAME = 'demo-approvals';
const SITE = 'http://demo.invalid';

interface Scene {
  ctx: Context;
  register: Register;
  authorityId: number;
  version: StandardVersion;
}
interface Applicant {
  id: number;
  organisationId: number;
  slug: string;
}

const caller = (person: string, role: Caller['by']['role']): Caller => ({ by: { person: `demo-${person}`, role }, siteUrl: SITE });
const APPLICANT = caller('applicant', 'applicant');
const ASSESSOR = caller('assessor', 'caseworker');
const DECIDER = caller('decider', 'decider');

async function which({ ctx }: Scene, caseId: number): Promise<{ caseId: number; seen: number }> {
  const [row] = await rows<{ seq: number }>(ctx.db, sql`select seq from approval_case where id = ${caseId}`);
  return { caseId, seen: row?.seq ?? 0 };
}

const best = ({ scale }: Criterion): Score => (scale === 'met' ? 'met' : '5');
const middling = ({ scale }: Criterion): Score => (scale === 'met' ? 'partly' : '3');

/** @param days ago that it was sent */
async function sent({ ctx, register, authorityId, version }: Scene, { id: providerId, organisationId, slug }: Applicant, days: number): Promise<number> {
  const items = criteriaOf(version.document).map(({ criterion }) => ({
    criterion: criterion.code, score: best(criterion), statement: 'Vi gør det sådan: en rådgiver har ansvaret, og det står i vores håndbog. (Opdigtet)', links: [`/providers/${slug}`], files: [],
  }));
  return daysAgo(days, async () => {
    const dossierId = await beginDossier(ctx, { providerId, versionId: version.id, person: APPLICANT.by.person });
    await saveAssessment(ctx, { providerId, organisationId, dossierId, revision: 1, items });
    const [caseId] = await sendApplication(ctx, APPLICANT, register, { providerId, dossierId, revision: 2, authorities: [authorityId] });
    return caseId ?? 0;
  });
}

/** @param weak codes of criteria that are only half met @param some only the first so many have a finding */
async function assessed(scene: Scene, caseId: number, days: number, weak: readonly string[] = [], some = Infinity): Promise<void> {
  const { ctx, register, version } = scene;
  const findings = criteriaOf(version.document).slice(0, some).map(({ criterion }) => ({
    criterion: criterion.code,
    score: weak.includes(criterion.code) ? middling(criterion) : best(criterion),
    grounds: weak.includes(criterion.code) ? 'Det sker, men ikke hver gang, og det er ikke skrevet ned. (Opdigtet)' : 'Set i materialet og bekræftet i samtale med ledelsen. (Opdigtet)',
    evidence: 'Håndbog og interview. (Opdigtet)',
  }));
  await daysAgo(days, async () => {
    await takeCase(ctx, ASSESSOR, { ...(await which(scene, caseId)), impartial: true, statement: null });
    await runChecks(ctx, ASSESSOR, register, await which(scene, caseId));
    await recordFindings(ctx, ASSESSOR, { ...(await which(scene, caseId)), findings });
  });
}

const FACTS = 'Der er skriftlige planer i 7 af 10 sager, vi så. I tre sager mangler planen. (Opdigtet)';
const REASONS = 'Kriteriet kræver en plan i hver sag. Det er ikke opfyldt endnu. (Opdigtet)';

async function recommended(scene: Scene, caseId: number, days: number, outcome: Outcome, conditions: readonly SetCondition[] = []): Promise<void> {
  const favourable = outcome === 'approve';
  await daysAgo(days, async () =>
    recommend(scene.ctx, ASSESSOR, {
      ...(await which(scene, caseId)), outcome, conditions, deadline: null, facts: favourable ? null : FACTS, reasons: favourable ? 'Alle kriterier er opfyldt. (Opdigtet)' : REASONS,
    }));
}

async function heard(scene: Scene, caseId: number, days: number): Promise<void> {
  await daysAgo(days, async () => {
    const corrections = [{ passage: 'I tre sager mangler planen.', says: 'I den ene af dem var borgeren først begyndt dagen før. (Opdigtet)' }];
    await answerHearing(scene.ctx, APPLICANT, { ...(await which(scene, caseId)), text: 'Vi er i gang med at få planer i alle sager. (Opdigtet)', corrections, files: [] });
    await treatCorrections(scene.ctx, ASSESSOR, { ...(await which(scene, caseId)), corrections: [{ number: 1, accepted: true, how: 'Rettet: planen mangler i to sager ud af ni. (Opdigtet)' }] });
  });
}

/** @param lasts days that the approval holds */
async function decided(scene: Scene, caseId: number, days: number, outcome: Outcome, { lasts = 0, conditions = [] }: { lasts?: number; conditions?: readonly SetCondition[] } = {}): Promise<void> {
  await daysAgo(days, async () => {
    const favourable = outcome === 'approve' || outcome === 'reinstate';
    const content: DecisionContent = {
      outcome, conditions, redactions: [], language: 'da',
      rule: 'Standardens regel for godkendelse. (Opdigtet)',
      considerations: favourable ? 'Alle kriterier er opfyldt, og intet taler imod. (Opdigtet)' : 'Der mangler planer i en del af sagerne. Det vejer tungt, fordi planen er grundlaget for hjælpen. (Opdigtet)',
      facts: favourable ? 'Materiale, interview og de offentliggjorte tal. (Opdigtet)' : 'Planen mangler i to sager ud af ni. (Opdigtet)',
      answerTreated: favourable ? null : 'Rettelsen er taget til følge. Den ændrer ikke vurderingen. (Opdigtet)',
      guidance: { body: 'Klagenævnet i Måneby (opdigtet)', how: 'Skriv til os. Vi ser på sagen igen og sender den videre, hvis vi ikke er enige. (Opdigtet)' },
      validFrom: lasts > 0 ? today() : null, validTo: lasts > 0 ? addDays(today(), lasts) : null,
    };
    await decide(scene.ctx, DECIDER, { ...(await which(scene, caseId)), ...content, impartial: true });
  });
}

async function approved(scene: Scene, applicant: Applicant, days: number, lasts: number): Promise<number> {
  const caseId = await sent(scene, applicant, days);
  await assessed(scene, caseId, days - 2);
  await recommended(scene, caseId, days - 4, 'approve');
  await decided(scene, caseId, days - 6, 'approve', { lasts });
  return caseId;
}

async function withConditions(scene: Scene, applicant: Applicant): Promise<void> {
  const conditions = [
    { text: 'Der er en skriftlig plan i alle sager. (Opdigtet)', dueOn: addDays(today(), -20) },
    { text: 'Planerne bliver fulgt op hvert kvartal. (Opdigtet)', dueOn: addDays(today(), 21) },
  ];
  const caseId = await sent(scene, applicant, 150);
  await assessed(scene, caseId, 140, ['1.1']);
  await recommended(scene, caseId, 120, 'conditions', conditions);
  await heard(scene, caseId, 112);
  await decided(scene, caseId, 105, 'conditions', { lasts: 700, conditions });
  await daysAgo(40, async () => showCondition(scene.ctx, APPLICANT, { ...(await which(scene, caseId)), number: 1, text: 'Alle sager har nu en plan. (Opdigtet)', files: [] }));
  await daysAgo(33, async () => judgeCondition(scene.ctx, ASSESSOR, { ...(await which(scene, caseId)), number: 1, met: true, grounds: 'Vi så ti sager. Alle havde en plan. (Opdigtet)' }));
}

async function refused(scene: Scene, applicant: Applicant): Promise<void> {
  const caseId = await sent(scene, applicant, 75);
  await assessed(scene, caseId, 65, ['1.1', '3.1', '5.1']);
  await recommended(scene, caseId, 50, 'refuse');
  await heard(scene, caseId, 40);
  await decided(scene, caseId, 20, 'refuse');
  await daysAgo(5, async () => lodgeAppeal(scene.ctx, APPLICANT, { ...(await which(scene, caseId)), text: 'Vi mener, at planerne er gode nok. (Opdigtet)' }));
}

async function suspended(scene: Scene, applicant: Applicant): Promise<void> {
  const caseId = await approved(scene, applicant, 220, 700);
  await daysAgo(60, async () => recordVisit(scene.ctx, ASSESSOR, { ...(await which(scene, caseId)), on: today(), announced: false, observations: 'Stedet var lukket i åbningstiden. (Opdigtet)', files: [] }));
  await recommended(scene, caseId, 50, 'suspend');
  await heard(scene, caseId, 40);
  await decided(scene, caseId, 30, 'suspend');
}

async function inAssessment(scene: Scene, applicant: Applicant): Promise<void> {
  const caseId = await sent(scene, applicant, 30);
  await assessed(scene, caseId, 24, [], 6);
  await daysAgo(20, async () => askQuestion(scene.ctx, ASSESSOR, { ...(await which(scene, caseId)), text: 'Hvor mange rådgivere har I i dag? (Opdigtet)', deadline: null }));
  await daysAgo(12, async () => answerQuestion(scene.ctx, APPLICANT, { ...(await which(scene, caseId)), text: 'Seks. (Opdigtet)', files: [] }));
}

async function inHearing(scene: Scene, applicant: Applicant): Promise<void> {
  const caseId = await sent(scene, applicant, 45);
  await assessed(scene, caseId, 30, ['1.1', '2.1']);
  await recommended(scene, caseId, 4, 'conditions', [{ text: 'Der er en skriftlig plan i alle sager. (Opdigtet)', dueOn: addDays(today(), 90) }]);
}

async function readyToDecide(scene: Scene, applicant: Applicant): Promise<void> {
  const caseId = await sent(scene, applicant, 25);
  await assessed(scene, caseId, 15);
  await recommended(scene, caseId, 3, 'approve');
}

/** Their own provider first, then some that nobody looks after. */
function applicants(db: Db): Promise<Applicant[]> {
  return rows<Applicant>(
    db,
    sql`select p.id, p.organisation_id as "organisationId", p.slug from provider p join organisation o on o.id = p.organisation_id join provider_version v on v.id = p.version_id
        where o.scheme = 'demo' and v.profile->>'closedOn' is null and exists (select 1 from programme_version g where g.provider_version_id = v.id)
        order by p.claimed_at is null, o.value limit 9`,
  );
}

async function scenes(scene: Scene, found: readonly Applicant[]): Promise<void> {
  const plays: ((scene: Scene, applicant: Applicant) => Promise<unknown>)[] = [
    (at, own) => approved(at, own, 310, 365), withConditions, refused, suspended, inAssessment, inHearing, readyToDecide, (at, old) => approved(at, old, 325, 200), (at, fresh) => sent(at, fresh, 2),
  ];
  for (const [n, play] of plays.entries()) {
    const applicant = found[n];
    if (applicant) await play(scene, applicant);
  }
}

/** Once, into a database that was given demo people and the example standard; all of it or nothing. @returns how many cases there are now */
export async function seedDemoApprovals(given: Context, register: Register): Promise<number> {
  return given.db.transaction(async (tx) => {
    const card = await publicStandard(tx, EXAMPLE_SLUG);
    const [state] = await rows<{ due: boolean }>(
      tx, sql`select exists (select 1 from person where id = 'demo-decider') and not exists (select 1 from shipped_data where name = ${NAME}) as due`,
    );
    const published = card?.versions.find((each) => each.state === 'published');
    const version = published && state?.due ? await versionById(tx, published.id) : null;
    if (!version) return 0;
    // Letters of the past would only stand in the way of those of today.
    const outbox: Context['outbox'] = { send: (at, name, data) => (name === 'mail.queued' ? Promise.resolve() : given.outbox.send(at, name, data)) };
    const ctx: Context = { ...given, db: tx, outbox };
    const at = now();
    await tx
      .insert(person)
      .values({ id: APPLICANT.by.person, name: 'Anton Ansøger', email: 'applicant@example.test', emailVerified: true, locale: 'da', createdAt: at, updatedAt: at })
      .onConflictDoNothing();
    await scenes({ ctx, register, authorityId: version.authorityId, version }, await applicants(tx));
    await keepApprovals(ctx, SITE);
    await tx.delete(mail).where(or(like(mail.kind, 'approval-%'), like(mail.kind, 'case-%')));
    const [count] = await rows<{ n: number }>(tx, sql`select count(*)::int as n from approval_case`);
    await tx.insert(shippedData).values({ name: NAME, hash: 'demo', loadedAt: at, rows: count?.n ?? 0 });
    return count?.n ?? 0;
  });
}
