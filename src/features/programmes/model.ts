/** Programmes in comparable units. Pure. */
import type { ProviderProfile } from '#features/providers/input.ts';
import type { Price, Programme, Stage } from './input.ts';

/** Hours of a stage: as given, else days × hours a day; null where that is not known. */
export function stageHours(stage: Stage): number | null {
  if (stage.hours !== undefined) return stage.hours;
  return stage.days !== undefined && stage.hoursPerDay !== undefined ? stage.days * stage.hoursPerDay : null;
}

/** The sum over all stages; null as soon as one stage does not say. */
export function totalOf(stages: readonly Stage[], measure: (stage: Stage) => number | null | undefined): number | null {
  let total = 0;
  for (const stage of stages) {
    const value = measure(stage);
    if (value === null || value === undefined) return null;
    total += value;
  }
  return total;
}

export interface ProgrammeUnits {
  hours: number | null;
  days: number | null;
  weeks: number | null;
  /** Largest group of any stage; 1 where every stage is individual; null where not known. */
  groupMax: number | null;
  /** Participants for each coach at the fullest; null where not known. */
  participantsPerCoach: number | null;
}

/** What makes two programmes comparable whatever they are called. */
export function programmeUnits(programme: Programme): ProgrammeUnits {
  const { stages } = programme;
  const individual = stages.every((stage) => stage.format === 'individual' || stage.format === 'self-paced');
  const sizes = stages.flatMap((stage) => stage.groupSize?.max ?? []);
  const ratios = stages.flatMap((stage) =>
    stage.groupSize?.max !== undefined && stage.coachesPerGroup ? stage.groupSize.max / stage.coachesPerGroup : [],
  );
  return {
    hours: totalOf(stages, stageHours),
    days: totalOf(stages, (stage) => stage.days),
    weeks: totalOf(stages, (stage) => stage.weeks),
    groupMax: individual ? 1 : sizes.length > 0 ? Math.max(...sizes) : null,
    participantsPerCoach: individual ? 1 : ratios.length > 0 ? Math.max(...ratios) : null,
  };
}

/** Runs on the given day: has not ended. @param day YYYY-MM-DD */
export function isOpen(programme: Programme, day: string): boolean {
  return programme.endedOn === undefined || programme.endedOn > day;
}

/** true: costs the citizen nothing; false: it does; null: no price is known. */
export function freeForCitizen(prices: readonly Price[] | undefined): boolean | null {
  if (!prices || prices.length === 0) return null;
  return prices.every((price) => price.paidBy !== 'citizen' || price.amount === 0);
}

/** Fields that differ between two versions of a provider; programmes as `programmes.CODE`. */
export function changedFields(
  before: { profile: ProviderProfile; programmes: readonly Programme[] },
  after: { profile: ProviderProfile; programmes: readonly Programme[] },
): string[] {
  const differs = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b);
  const names = new Set([...Object.keys(before.profile), ...Object.keys(after.profile)]) as Set<keyof ProviderProfile>;
  const fields: string[] = [...names].filter((name) => differs(before.profile[name], after.profile[name])).sort();
  const byCode = (list: readonly Programme[]) => new Map(list.map((each) => [each.code, each]));
  const [old, present] = [byCode(before.programmes), byCode(after.programmes)];
  const codes = [...new Set([...old.keys(), ...present.keys()])].sort();
  return [...fields, ...codes.filter((code) => differs(old.get(code), present.get(code))).map((code) => `programmes.${code}`)];
}
