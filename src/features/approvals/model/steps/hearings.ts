import { addWorkingDays } from '#features/approvals/clocks.ts';
import * as application from '../application.ts';
import { isRefusal, refuse } from '../refusal.ts';
import type { Handlers } from '../steps.ts';
import { assessorProblem, prepared, withApplication } from './common.ts';
import { pause } from './assessment.ts';

export const HEARINGS: Handlers<'hearing-opened' | 'hearing-extended' | 'hearing-answered' | 'hearing-over' | 'correction-treated'> = {
  'hearing-opened'(present, { by, on, content }) {
    const { application: at, limits } = present;
    if (at.state !== 'drafted') return refuse('case-state');
    const problem = assessorProblem(present, by);
    if (problem) return problem;
    if (content.facts.trim() === '') return refuse('case-words-missing', 'facts');
    if (content.reasons.trim() === '') return refuse('case-words-missing', 'reasons');
    if (content.deadline < addWorkingDays(on, limits.hearing)) return refuse('case-deadline-short', 'deadline');
    return prepared({ ...present, application: application.openHearing(at, on, content.deadline) }, by);
  },
  'hearing-extended'(present, { by, content }) {
    const { application: at } = present;
    if (at.state !== 'hearing') return refuse('case-state');
    return assessorProblem(present, by) ?? withApplication(present, application.extendHearing(at, content.deadline));
  },
  'hearing-answered'(present, { on, content }) {
    const { application: at } = present;
    if (at.state !== 'hearing') return refuse('case-state');
    if (content.text.trim() === '') return refuse('case-words-missing', 'text');
    return pause({ ...present, application: application.hearingAnswered(at, content.corrections.map((_each, n) => n + 1)) }, at.openedOn, on);
  },
  'hearing-over'(present, { on }) {
    const { application: at } = present;
    if (at.state !== 'hearing') return refuse('case-state');
    const next = application.hearingOver(at, on);
    return isRefusal(next) ? next : pause({ ...present, application: next }, at.openedOn, at.deadline);
  },
  'correction-treated'(present, { by, content }) {
    const { application: at } = present;
    if (at.state !== 'heard') return refuse('case-state');
    const problem = assessorProblem(present, by);
    if (problem) return problem;
    if (content.how.trim() === '') return refuse('case-words-missing', 'how');
    const next = application.treatCorrection(at, content.number);
    return isRefusal(next) ? next : prepared({ ...present, application: next }, by);
  },
};
