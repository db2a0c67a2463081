/** All profile texts. */
import { ASSOCIATIONS } from './associations.ts';
import { EDUCATION } from './education.ts';
import { FUNDS } from './funds.ts';
import { MUNICIPALITIES } from './municipalities.ts';
import { OTHERS } from './others.ts';
import { PRIVATE_GUIDANCE } from './private-guidance.ts';
import { PRIVATE_HEALTH } from './private-health.ts';
import { PRIVATE_TRADES } from './private-trades.ts';
import type { Voice } from './voice.ts';

export const VOICES: readonly Voice[] = [
  ...PRIVATE_GUIDANCE, ...PRIVATE_HEALTH, ...PRIVATE_TRADES, ...MUNICIPALITIES, ...FUNDS, ...EDUCATION, ...ASSOCIATIONS, ...OTHERS,
];

export const BY_ID: ReadonlyMap<string, Voice> = new Map(VOICES.map((voice) => [voice.id, voice]));

export function voice(id: string): Voice {
  const found = BY_ID.get(id);
  if (!found) throw new Error(`no profile text ${id}`);
  return found;
}
