/** How much of what must not be published the detectors find in Danish texts, and how much of what they hold is harmless. */
import { describe, expect, it } from 'vitest';
import { detect, DETECTORS, priorityOf, type Detector } from '#features/moderation/detectors/index.ts';
import { hintsFor } from '#features/moderation/detectors/hints.ts';
import { labelled } from './labelled.ts';
import { measure, precision, recall } from './measure.ts';

/** At least: of the passages found, of the findings right. */
const GOALS: Readonly<Record<Detector, readonly [recall: number, precision: number]>> = {
  cpr: [1, 0.8], mail: [0.99, 0.8], phone: [0.99, 0.8], name: [0.9, 0.8], profanity: [0.8, 0.8], health: [0.8, 0.7], threat: [0.8, 0.7], 'self-harm': [0.8, 0.7], crime: [0.8, 0.7],
};

describe('labelled texts', () => {
  it('are at least five hundred, half of them harmless, a third of them not looked at while tuning', () => {
    const [tuned, kept] = [labelled('tuned'), labelled('kept')];
    const all = [...tuned, ...kept];
    expect(all.length).toBeGreaterThanOrEqual(500);
    expect(all.filter(({ spans }) => spans.length === 0).length / all.length).toBeGreaterThanOrEqual(0.5);
    expect(kept.length / all.length).toBeGreaterThanOrEqual(0.33);
    expect(new Set(all.map(({ text }) => text)).size).toBe(all.length);
  });

  describe.each(['tuned', 'kept'] as const)('%s', (part) => {
    const measured = measure(labelled(part));
    it.each(DETECTORS)('%s', (detector) => {
      const [leastRecall, leastPrecision] = GOALS[detector];
      const { missed, wrong } = measured[detector];
      // Those that were kept are not to be looked at, so they are not told.
      const told = part === 'kept' ? '' : JSON.stringify({ missed, wrong }, null, 1);
      expect(measured[detector].passages).toBeGreaterThan(0);
      expect(recall(measured[detector]), told).toBeGreaterThanOrEqual(leastRecall);
      expect(precision(measured[detector]), told).toBeGreaterThanOrEqual(leastPrecision);
    });
  });
});

describe('CPR numbers', () => {
  const SPELLINGS = ['DDMMYY-1234', 'DDMMYY1234', 'DDMMYY 1234', 'DDMMYY–1234', 'DDMMYY - 1234', 'DD MM YY 1234', 'DD.MM.YY-1234', 'DD-MM-YY-1234', 'DD/MM/YY 1234', 'DD MM YY 12 34', 'DDMMYY 12 34', 'DD-MM-19YY-1234', 'DDMMYY, de sidste fire er 1234', 'DDMMYY og de sidste fire cifre er 1234'];
  it.each(SPELLINGS)('%s on every day of a year', (spelling) => {
    for (let day = 0; day < 365; day += 1) {
      const at = new Date(Date.UTC(1979, 0, 1 + day)).toISOString();
      const number = spelling.replace('DD', at.slice(8, 10)).replace('MM', at.slice(5, 7)).replace('YY', '79');
      expect(detect(`Mit nummer er ${number}, tak.`).filter((each) => each.detector === 'cpr'), number).toHaveLength(1);
    }
  });
  it('are not found where the date does not exist', () => {
    expect(detect('Nummeret 320190-1234 og 011390-1234.').filter((each) => each.detector === 'cpr')).toEqual([]);
  });
  it('next to a telephone number stay two findings', () => {
    expect(detect('010190-1234 og 20 30 40 51').map((each) => each.detector)).toEqual(['cpr', 'phone']);
  });
});

describe('names', () => {
  it('of the provider’s own staff are found in any case, in the genitive, and in parts', () => {
    const staff = ['Quirin Abelone Zwicky'];
    for (const text of ['quirin abelone zwicky hjalp', 'Jeg så Zwickys cv', 'abelone var der']) expect(detect(text, staff).map((each) => each.detector), text).toEqual(['name']);
    expect(detect('Zwickyland er et sted', staff)).toEqual([]);
  });
});

describe('hints while typing', () => {
  it('tell which kinds, without the heavy list of telephone ranges', () => {
    expect([...hintsFor('Ring til Mette på 20 30 40 51, jeg har depression, 010190-1234, a@b.dk')].sort()).toEqual(['cpr', 'health', 'mail', 'name', 'phone']);
    expect(hintsFor('Vi var 25 på holdet, og det kostede 12.500 kr.').size).toBe(0);
  });
});

it('priority follows from what was found', () => {
  expect(priorityOf(detect('God kaffe og gode folk.'))).toBe(0);
  expect(priorityOf(detect('Jeg har depression.'))).toBe(1);
  expect(priorityOf(detect('Jeg vil ikke leve mere.'))).toBe(2);
});
it('findings are places in the text, whatever signs stand in it', () => {
  for (const { text } of labelled('tuned')) for (const { start, end } of detect(`🙂 ${text}`)) expect(start >= 0 && end > start && end <= text.length + 3).toBe(true);
});
it.each(['a@', 'a.', '1 ', '1-', 'Aa ', 'en to ', 'jeg har ', '@a ', 'www.a', 'snabel a ', 'AB. '])('long texts of %j take no longer than other long texts', (piece) => {
  const started = performance.now();
  detect(piece.repeat(Math.ceil(6_000 / piece.length)));
  expect(performance.now() - started).toBeLessThan(1_500);
});
