/** Acts of the authority that was asked. */
import type { z } from 'zod';
import { defineAct, type Act, type ActRequest } from '#platform/define-action.ts';
import { DomainError } from '#platform/errors.ts';
import { Refused, type Problem } from '#platform/form.ts';
import type { PolicyObject } from '#platform/permissions.ts';
import type { ActionName } from '#features/accounts/policy.ts';
import { adoptFinding } from './commands/adopt-finding.ts';
import { askQuestion } from './commands/ask-question.ts';
import { assignCase } from './commands/assign-case.ts';
import type { Caller } from './commands/case-rows.ts';
import { closeHearing } from './commands/close-hearing.ts';
import { decideAppeal } from './commands/decide-appeal.ts';
import { decide } from './commands/decide.ts';
import { declareImpartiality } from './commands/declare-impartiality.ts';
import { extendCondition } from './commands/extend-condition.ts';
import { extendHearing } from './commands/extend-hearing.ts';
import { goOn } from './commands/go-on.ts';
import { judgeCondition } from './commands/judge-condition.ts';
import { nameDecider } from './commands/name-decider.ts';
import { note } from './commands/note.ts';
import { openHearing } from './commands/open-hearing.ts';
import { recommend } from './commands/recommend.ts';
import { recordFindings } from './commands/record-findings.ts';
import { recordVisit } from './commands/record-visit.ts';
import { reopenCase } from './commands/reopen-case.ts';
import { runChecks } from './commands/run-checks.ts';
import { sendNotice } from './commands/send-notice.ts';
import { takeBack } from './commands/take-back.ts';
import { takeCase } from './commands/take-case.ts';
import { withFiles } from './commands/take-files.ts';
import { treatCorrections } from './commands/treat-corrections.ts';
import {
  adoptInput, askInput, assignInput, caseInput, correctionsInput, decideAppealInput, decideInput, declareInput, extendConditionInput, extendHearingInput, findingsInput, judgeConditionInput, nameDeciderInput, noteInput,
  noticeInput, openHearingInput, recommendInput, reopenInput, takeBackInput, takeInput, visitInput,
} from './input.ts';
import { casePath } from './paths.ts';
import { caseOwner } from './queries/around.ts';
import { entriesOf } from './queries/entries.ts';

async function ofAuthority({ ctx }: ActRequest, { caseId }: { caseId: number }): Promise<PolicyObject | null> {
  const found = await caseOwner(ctx.db, caseId);
  return found && { authorityId: found.authorityId, partyOrganisationIds: [found.providerOrganisationId] };
}

/** With the role that the person has in the authority whose case it is. */
async function official({ ctx, actor, runtime }: ActRequest, caseId: number): Promise<Caller> {
  const owner = await caseOwner(ctx.db, caseId);
  if (!owner) throw new DomainError('not-found', 'no such case');
  const decides = actor.roles.some(({ organisationId, role }) => organisationId === owner.authorityId && role === 'decider');
  return { by: { person: actor.personId ?? '', role: decides ? 'decider' : 'caseworker' }, siteUrl: runtime.env.siteUrl };
}

type CaseInput = z.ZodType<{ caseId: number; seen: number }>;

/** Acts after which the page they are on has nothing more to do: on to the case. */
const TO_CASE: readonly string[] = ['case-decided', 'case-taken-back'];

/** An act about a case of the authority. @param done key of what the page says afterwards */
const caseAct = <S extends CaseInput>(action: ActionName & `cases.${string}`, input: S, done: string, run: (request: ActRequest, caller: Caller, input: z.output<S>) => Promise<unknown>): Act =>
  defineAct({
    action,
    input,
    object: ofAuthority,
    async run(request, given) {
      await run(request, await official(request, given.caseId), given);
      const owner = TO_CASE.includes(done) ? await caseOwner(request.ctx.db, given.caseId) : null;
      return { ...(owner && { to: casePath(owner.authorityId, given.caseId) }), done };
    },
  });

const yes = (said: 'yes' | 'no' | undefined): boolean => said === 'yes';
const declaration = ({ impartial, statement }: z.output<typeof takeInput>) => ({ impartial: yes(impartial), statement: statement ?? null });

/** Words without a score would be thrown away in silence, and a score without words says nothing. @throws Refused with all of them */
function requireWhole(findings: z.output<typeof findingsInput>['findings']): void {
  const problems = findings.flatMap(({ score, grounds, evidence }, n): Problem[] => {
    if (score !== undefined) return grounds === undefined ? [{ field: `findings.${n}.grounds`, reason: 'required' }] : [];
    return grounds === undefined && evidence === undefined ? [] : [{ field: `findings.${n}.score`, reason: 'choose' }];
  });
  if (problems.length > 0) throw new Refused('invalid', ...problems);
}

const assessmentActs = {
  take: defineAct({
    action: 'cases.assign',
    input: takeInput,
    object: ofAuthority,
    async run(request, input) {
      const caller = await official(request, input.caseId);
      if (!(await takeCase(request.ctx, caller, { ...input, ...declaration(input) }))) return { done: 'case-not-taken' };
      const { present } = await entriesOf(request.ctx.db, input.caseId);
      if (present.application.state !== 'assessing') return { done: 'case-taken' };
      // What the machine sees is there when the person begins.
      await runChecks(request.ctx, caller, request.runtime.register, { caseId: input.caseId, seen: present.seq });
      const owner = await caseOwner(request.ctx.db, input.caseId);
      return { ...(owner && { to: `${casePath(owner.authorityId, input.caseId)}/assessment` }), done: 'case-taken' };
    },
  }),
  declare: caseAct('cases.assess', declareInput, 'case-declared', ({ ctx }, caller, input) => declareImpartiality(ctx, caller, { ...input, ...declaration(input) })),
  assign: caseAct('cases.assign', assignInput, 'case-assigned', ({ ctx }, caller, input) => assignCase(ctx, caller, input)),
  nameDecider: caseAct('cases.assign', nameDeciderInput, 'decider-named', ({ ctx }, caller, input) => nameDecider(ctx, caller, input)),
  check: caseAct('cases.assess', caseInput, 'case-checked', ({ ctx, runtime }, caller, input) => runChecks(ctx, caller, runtime.register, input)),
  find: caseAct('cases.assess', findingsInput, 'findings-saved', async ({ ctx }, caller, { findings, ...which }) => {
    requireWhole(findings);
    await recordFindings(ctx, caller, { ...which, findings: findings.flatMap(({ criterion, score, grounds, evidence }) => (score === undefined ? [] : [{ criterion, score, grounds: grounds ?? '', evidence: evidence ?? null }])) });
  }),
  adopt: caseAct('cases.assess', adoptInput, 'finding-adopted', ({ ctx }, caller, input) => adoptFinding(ctx, caller, input)),
  ask: caseAct('cases.assess', askInput, 'question-sent', ({ ctx }, caller, { deadline, ...input }) => askQuestion(ctx, caller, { ...input, deadline: deadline ?? null })),
  goOn: caseAct('cases.assess', caseInput, 'case-goes-on', ({ ctx }, caller, input) => goOn(ctx, caller, input)),
  recommend: caseAct('cases.assess', recommendInput, 'case-recommended', ({ ctx }, caller, { conditions, facts, deadline, ...input }) =>
    recommend(ctx, caller, { ...input, conditions: input.outcome === 'conditions' ? (conditions ?? []) : [], facts: facts ?? null, deadline: deadline ?? null })),
  openHearing: caseAct('cases.assess', openHearingInput, 'hearing-opened', ({ ctx }, caller, { deadline, ...input }) => openHearing(ctx, caller, { ...input, deadline: deadline ?? null })),
  extendHearing: caseAct('cases.assess', extendHearingInput, 'hearing-extended', ({ ctx }, caller, input) => extendHearing(ctx, caller, input)),
  closeHearing: caseAct('cases.assess', caseInput, 'hearing-closed', ({ ctx }, caller, input) => closeHearing(ctx, caller, input)),
  treatCorrections: caseAct('cases.assess', correctionsInput, 'corrections-treated', ({ ctx }, caller, { corrections, ...which }) =>
    treatCorrections(ctx, caller, { ...which, corrections: corrections.map((each) => ({ ...each, accepted: yes(each.accepted) })) })),
  takeBack: caseAct('cases.assess', takeBackInput, 'case-taken-back', ({ ctx }, caller, input) => takeBack(ctx, caller, input)),
  note: caseAct('cases.assess', noteInput, 'case-noted', ({ ctx }, caller, input) => note(ctx, caller, input)),
};

const followUpActs = {
  judgeCondition: caseAct('cases.follow-up', judgeConditionInput, 'condition-judged', ({ ctx }, caller, { met, ...input }) => judgeCondition(ctx, caller, { ...input, met: yes(met) })),
  extendCondition: caseAct('cases.follow-up', extendConditionInput, 'condition-extended', ({ ctx }, caller, input) => extendCondition(ctx, caller, input)),
  visit: caseAct('cases.follow-up', visitInput, 'visit-recorded', async ({ ctx, runtime }, caller, { file, announced, ...input }) => {
    const owner = await caseOwner(ctx.db, input.caseId);
    if (!owner) throw new DomainError('not-found', 'no such case');
    await withFiles(ctx, runtime.files, owner.authorityId, file === undefined ? [] : [{ field: 'file', file }], (files) => recordVisit(ctx, caller, { ...input, announced: yes(announced), files }));
  }),
  notice: caseAct('cases.follow-up', noticeInput, 'notice-sent', ({ ctx }, caller, input) => sendNotice(ctx, caller, input)),
};

export const caseActs = {
  ...assessmentActs,
  ...followUpActs,
  decide: caseAct('cases.decide', decideInput, 'case-decided', ({ ctx }, caller, { conditions, redactions, answerTreated, validFrom, validTo, impartial, ...input }) =>
    decide(ctx, caller, {
      ...input, impartial: yes(impartial), conditions: input.outcome === 'conditions' ? (conditions ?? []) : [], redactions: redactions ?? [], answerTreated: answerTreated ?? null,
      validFrom: validFrom ?? null, validTo: validTo ?? null,
    })),
  decideAppeal: caseAct('cases.appeal', decideAppealInput, 'appeal-decided', ({ ctx }, caller, { impartial, validFrom, validTo, ...input }) =>
    decideAppeal(ctx, caller, { ...input, impartial: yes(impartial), validFrom: validFrom ?? null, validTo: validTo ?? null })),
  reopen: caseAct('cases.decide', reopenInput, 'case-reopened', ({ ctx }, caller, input) => reopenCase(ctx, caller, input)),
} satisfies Record<string, Act>;
