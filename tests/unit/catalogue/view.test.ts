import { describe, expect, it } from 'vitest';
import { changesAnything, flatCounts, noCounts, type ImportReport } from '#features/catalogue/report.ts';
import { importExitCode, importLines, sizeText } from '#features/catalogue/view.ts';

function report(changes: Partial<ImportReport> = {}): ImportReport {
  return {
    outcome: 'imported', dryRun: false, partial: false, fileName: 'f.json', source: { title: 'T', publisher: 'P' }, importId: 1,
    counts: { ...noCounts(), providers: { ...noCounts().providers, read: 3, new: 2, unchanged: 1 } }, faults: [], faultCount: 0, notes: [], ...changes,
  };
}
const refusedOne = { ...noCounts(), providers: { ...noCounts().providers, read: 3, new: 2, refused: 1 } };
const fault = { pointer: '/providers/0/\u001b[2J', field: 'x', value: '\u001b[31m', expected: 'a text' };

describe('the report of an import', () => {
  it('leads with what came of it', () => {
    const first = (changes: Partial<ImportReport>) => importLines(report(changes))[0];
    expect(first({})).toBe('Imported.');
    expect(first({ dryRun: true })).toBe('This file can be imported. Nothing was changed.');
    expect(first({ outcome: 'unchanged' })).toBe('Nothing changed: all of this is known already.');
    expect(first({ outcome: 'refused', faultCount: 1 })).toBe('Refused: 1 fault. Nothing was changed.');
    expect(first({ outcome: 'refused', faultCount: 2, dryRun: true })).toBe('This file would be refused: 2 faults. Nothing was changed.');
    expect(first({ partial: true, counts: refusedOne })).toBe('Imported, but 1 provider refused.');
  });

  it('counts, and says how many faults it does not show', () => {
    const lines = importLines(report({ faults: [{ ...fault, pointer: '/a' }], faultCount: 8 }));
    expect(lines).toContain('  providers      3 read: 2 new, 1 unchanged');
    expect(lines.at(-1)).toBe('  … and 7 further faults');
  });

  it('lets nothing in the file steer the terminal', () => {
    expect(importLines(report({ faults: [fault], faultCount: 1, notes: ['\u0007'] })).join('')).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
  });

  it('ends with 0 only if everything was taken', () => {
    expect([report(), report({ outcome: 'unchanged' }), report({ outcome: 'refused' }), report({ partial: true, counts: refusedOne })].map(importExitCode)).toEqual([0, 0, 1, 1]);
  });
});

it('counts change or do not', () => {
  expect(changesAnything(noCounts())).toBe(false);
  expect(changesAnything({ ...noCounts(), results: { ...noCounts().results, read: 5, unchanged: 5 } })).toBe(false);
  expect(changesAnything({ ...noCounts(), results: { ...noCounts().results, withdrawn: 1 } })).toBe(true);
  expect(flatCounts(noCounts())).toMatchObject({ providersNew: 0, resultsWithdrawn: 0, sourceChanged: 0 });
});

it('sizes are short', () => {
  expect([sizeText(0), sizeText(1_200), sizeText(12_345_678)]).toEqual(['0 kB', '2 kB', '12.3 MB']);
});
