/** Texts with what is in them: `[cpr:010190-1234]` marks a passage that the detector of that name has to find. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Detector } from '#features/moderation/detectors/types.ts';

export interface Labelled {
  text: string;
  spans: { detector: Detector; start: number; end: number }[];
}

const DETECTOR: Readonly<Record<string, Detector>> = { cpr: 'cpr', mail: 'mail', tel: 'phone', name: 'name', bad: 'profanity', health: 'health', threat: 'threat', self: 'self-harm', crime: 'crime' };
const MARK = /\[(cpr|mail|tel|name|bad|health|threat|self|crime):((?:[^[\]]|\[[^\]]*\])*)\]/g;

export function parse(marked: string): Labelled {
  const spans: Labelled['spans'] = [];
  let text = '';
  let at = 0;
  for (const found of marked.matchAll(MARK)) {
    text += marked.slice(at, found.index);
    const detector = DETECTOR[found[1] ?? ''];
    if (!detector) throw new Error(`no such mark: ${marked}`);
    spans.push({ detector, start: text.length, end: text.length + (found[2] ?? '').length });
    text += found[2] ?? '';
    at = found.index + found[0].length;
  }
  return { text: text + marked.slice(at), spans };
}

/** @param part `kept`: not looked at while the detectors were made better */
export function labelled(part: 'tuned' | 'kept'): Labelled[] {
  const names = part === 'tuned' ? ['told', 'harmless'] : ['told-kept', 'harmless-kept'];
  return names.flatMap((name) => (JSON.parse(readFileSync(join(import.meta.dirname, 'labelled', `${name}.json`), 'utf8')) as string[]).map(parse));
}
