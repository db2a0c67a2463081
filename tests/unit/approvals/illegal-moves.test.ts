/**
 * No illegal move compiles: from which states each function may be called, as the type checker sees it. Fails when types are
 * checked (npm run check), and here when a function is not in the table.
 */
import { describe, expect, expectTypeOf, it } from 'vitest';
import * as appeal from '#features/approvals/model/appeal.ts';
import * as application from '#features/approvals/model/application.ts';
import * as approval from '#features/approvals/model/approval.ts';
import * as condition from '#features/approvals/model/condition.ts';

type From<F> = F extends (at: infer A extends { state: string }, ...rest: never[]) => unknown ? A['state'] : never;
type Actual<M, Table> = { [K in keyof Table]: K extends keyof M ? From<M[K]> : 'no such function' };

interface ApplicationMoves {
  assign: 'received';
  handOver: 'assessing' | 'questioned' | 'proposed' | 'drafted' | 'hearing' | 'heard' | 'decided';
  ask: 'assessing';
  answered: 'questioned';
  unanswered: 'questioned';
  recommendApproval: 'assessing';
  draft: 'assessing';
  recommendReinstatement: 'decided';
  draftSuspension: 'decided';
  draftWithdrawal: 'decided';
  openHearing: 'drafted';
  extendHearing: 'hearing';
  hearingAnswered: 'hearing';
  hearingOver: 'hearing';
  treatCorrection: 'heard';
  takeBack: 'proposed' | 'drafted' | 'heard';
  decideFavourably: 'proposed';
  decideHeard: 'heard';
  withdraw: 'received' | 'assessing' | 'questioned' | 'proposed' | 'drafted' | 'hearing' | 'heard';
  reopen: 'decided';
  approveOnAppeal: 'decided';
}
interface ApprovalMoves {
  suspend: 'in-force';
  reinstate: 'suspended';
  withdraw: 'in-force' | 'suspended';
  refuseAfterAll: 'in-force' | 'suspended';
  replace: 'in-force' | 'suspended';
  expire: 'in-force' | 'suspended';
  restore: 'over';
}
interface ConditionMoves {
  showMet: 'open' | 'unmet';
  acceptMet: 'open' | 'shown' | 'unmet';
  findUnmet: 'open' | 'shown';
  extend: 'open' | 'shown' | 'unmet';
  lapse: 'open' | 'shown' | 'unmet';
}
interface AppealMoves {
  lodge: 'none' | appeal.Closed['state'];
  takeBackAppeal: 'lodged';
  closeAppeal: 'lodged';
}

/** Functions that begin something, or only look. */
const NO_MOVES = { application: ['send'], approval: ['grant', 'overFrom', 'countsOn'], condition: ['setCondition', 'isPending', 'isLate'], appeal: [] };
const functions = (module: object) => Object.entries(module).filter(([, value]) => typeof value === 'function').map(([name]) => name).sort();
const all = <T>(table: { [K in keyof T]: true }, more: readonly string[]) => [...Object.keys(table), ...more].sort();

describe('moves and the states they start from', () => {
  it('of an application', () => {
    expectTypeOf<Actual<typeof application, ApplicationMoves>>().toEqualTypeOf<ApplicationMoves>();
    const table: { [K in keyof ApplicationMoves]: true } = {
      assign: true, handOver: true, ask: true, answered: true, unanswered: true, recommendApproval: true, draft: true, recommendReinstatement: true, draftSuspension: true, draftWithdrawal: true,
      openHearing: true, extendHearing: true, hearingAnswered: true, hearingOver: true, treatCorrection: true, takeBack: true, decideFavourably: true, decideHeard: true, withdraw: true, reopen: true, approveOnAppeal: true,
    };
    expect(functions(application)).toEqual(all(table, NO_MOVES.application));
  });
  it('of an approval', () => {
    expectTypeOf<Actual<typeof approval, ApprovalMoves>>().toEqualTypeOf<ApprovalMoves>();
    expect(functions(approval)).toEqual(all<ApprovalMoves>({ suspend: true, reinstate: true, withdraw: true, refuseAfterAll: true, replace: true, expire: true, restore: true }, NO_MOVES.approval));
  });
  it('of a condition', () => {
    expectTypeOf<Actual<typeof condition, ConditionMoves>>().toEqualTypeOf<ConditionMoves>();
    expect(functions(condition)).toEqual(all<ConditionMoves>({ showMet: true, acceptMet: true, findUnmet: true, extend: true, lapse: true }, NO_MOVES.condition));
  });
  it('of an appeal', () => {
    expectTypeOf<Actual<typeof appeal, AppealMoves>>().toEqualTypeOf<AppealMoves>();
    expect(functions(appeal)).toEqual(all<AppealMoves>({ lodge: true, takeBackAppeal: true, closeAppeal: true }, NO_MOVES.appeal));
  });
  it('a measure needs the approval that it is about', () => {
    expectTypeOf<Parameters<typeof application.draftSuspension>[1]>().toEqualTypeOf<approval.InForce>();
    expectTypeOf<Parameters<typeof application.recommendReinstatement>[1]>().toEqualTypeOf<approval.Suspended>();
    // What was only recommended is not heard, and what was not heard is not decided against anybody.
    expectTypeOf<application.Drafted>().not.toExtend<Parameters<typeof application.decideHeard>[0]>();
    expectTypeOf<application.InHearing>().not.toExtend<Parameters<typeof application.decideHeard>[0]>();
    expectTypeOf<Parameters<typeof application.decideFavourably>[1]>().toEqualTypeOf<'approve' | 'reinstate'>();
  });
});
