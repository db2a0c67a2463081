/** What the address says of the guide's answers. Anything else in it is left out. */
import type { Register } from '#features/regions/register.ts';
import { STEPS, type GuideAnswers, type Step } from './guide.ts';

const LONGEST_PLACE = 120;

export function guideInput(params: URLSearchParams, register: Pick<Register, 'region' | 'targetGroup'>): { step: Step | null; answers: GuideAnswers } {
  const step = STEPS.find((each) => each === params.get('step')) ?? null;
  const wanted = (params.get('country') ?? '').toLowerCase();
  const country = register.region(wanted)?.country === wanted ? wanted : 'dk';
  const place = (params.get('place') ?? '').replace(/\s+/g, ' ').trim().slice(0, LONGEST_PLACE);
  const groups = [...new Set(params.getAll('group'))].filter((code) => register.targetGroup(code) !== null);
  return { step, answers: { place, country, groups } };
}
