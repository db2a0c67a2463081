/** All programme designs by id. */
import { GUIDANCE } from './guidance.ts';
import { HEALTH } from './health.ts';
import { SKILLS } from './skills.ts';
import { WORK } from './work.ts';
import type { Design } from './design.ts';

export const DESIGNS: readonly Design[] = [...GUIDANCE, ...WORK, ...SKILLS, ...HEALTH];

const BY_ID: ReadonlyMap<string, Design> = new Map(DESIGNS.map((each) => [each.id, each]));

/** Throws on an unknown id: a profile must not name a programme that nobody wrote. */
export function design(id: string): Design {
  const found = BY_ID.get(id);
  if (!found) throw new Error(`no programme design ${id}`);
  return found;
}
