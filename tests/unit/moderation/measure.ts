/** Recall and precision of each detector over labelled texts. */
import { detect, DETECTORS, type Detector, type Finding } from '#features/moderation/detectors/index.ts';
import type { Labelled } from './labelled.ts';

export interface Measured {
  passages: number;
  found: number;
  hits: number;
  right: number;
  missed: string[];
  wrong: string[];
}

const overlaps = (a: Pick<Finding, 'start' | 'end'>, b: Pick<Finding, 'start' | 'end'>): boolean => a.start < b.end && b.start < a.end;

export function measure(texts: readonly Labelled[]): Record<Detector, Measured> {
  const all = Object.fromEntries(DETECTORS.map((each) => [each, { passages: 0, found: 0, hits: 0, right: 0, missed: [], wrong: [] }])) as unknown as Record<Detector, Measured>;
  for (const { text, spans } of texts) {
    const findings = detect(text);
    for (const span of spans) {
      const of = all[span.detector];
      of.passages += 1;
      if (findings.some((each) => each.detector === span.detector && overlaps(each, span))) of.found += 1;
      else of.missed.push(text);
    }
    for (const finding of findings) {
      const of = all[finding.detector];
      of.hits += 1;
      if (spans.some((each) => each.detector === finding.detector && overlaps(each, finding))) of.right += 1;
      else of.wrong.push(`${text.slice(finding.start, finding.end)} | ${text}`);
    }
  }
  return all;
}

/** 1 of nothing: there was nothing to miss. */
export const recall = ({ passages, found }: Measured): number => (passages === 0 ? 1 : found / passages);
export const precision = ({ hits, right }: Measured): number => (hits === 0 ? 1 : right / hits);
