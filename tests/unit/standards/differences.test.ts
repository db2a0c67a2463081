import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXAMPLE, EXAMPLE_NEXT } from '#db/seed/standards/employment-services.ts';
import { differences, type ElementDifference, type FieldDifference } from '#features/standards/differences.ts';
import { documentHash } from '#features/standards/hash.ts';
import { standardDocument } from '#features/standards/input.ts';
import type { StandardDocument } from '#features/standards/model.ts';
import { elementTitle, fieldName, shownFields, valueText } from '#features/standards/view.ts';
import { anyStandard } from './arbitrary.ts';

const [first, next] = [standardDocument.parse(EXAMPLE), standardDocument.parse(EXAMPLE_NEXT)];
const OPPOSITE = { added: 'removed', removed: 'added', changed: 'changed' } as const;
const turned = ({ fields, change, ...rest }: ElementDifference) => ({ ...rest, change: OPPOSITE[change], fields: fields.map(({ before, after, ...field }): FieldDifference => ({ ...field, before: after, after: before })).sort(byName) });
const byName = (a: FieldDifference, b: FieldDifference) => (`${a.field} ${a.language}` < `${b.field} ${b.language}` ? -1 : 1);
const inOrder = (all: readonly ElementDifference[]) => all.map((each) => ({ ...each, fields: [...each.fields].sort(byName) })).sort((a, b) => (`${a.kind} ${a.code}` < `${b.kind} ${b.code}` ? -1 : 1));

/** A copy in which one text, number or answer is another. */
function withOtherLeaf(document: StandardDocument, pick: number): StandardDocument {
  const copy = structuredClone(document);
  const leaves: (() => void)[] = [];
  const walk = (at: Record<string, unknown>): void => {
    for (const [key, value] of Object.entries(at)) {
      if (typeof value === 'object' && value !== null) walk(value as Record<string, unknown>);
      else if (value !== undefined) leaves.push(() => void (at[key] = typeof value === 'boolean' ? !value : typeof value === 'number' ? value + 1 : `${String(value)}x`));
    }
  };
  walk(copy as unknown as Record<string, unknown>);
  leaves[pick % leaves.length]?.();
  return copy;
}

describe('differences of two versions', () => {
  it('of any standard with itself: none', () => {
    fc.assert(fc.property(anyStandard, (document) => void expect(differences(document, structuredClone(document))).toEqual([])), { numRuns: 300 });
  });

  it('of any standard with one thing in it changed, whatever it is: some', () => {
    fc.assert(fc.property(anyStandard, fc.nat(), (document, pick) => void expect(differences(document, withOtherLeaf(document, pick))).not.toEqual([])), { numRuns: 500 });
  });

  it('of any two: none if and only if they say the same', () => {
    fc.assert(fc.property(anyStandard, anyStandard, (a, b) => void expect(differences(a, b).length === 0).toBe(documentHash(a) === documentHash(b))), { numRuns: 200 });
  });

  it('of any two, the other way round: the same elements and fields, before and after exchanged', () => {
    fc.assert(fc.property(anyStandard, anyStandard, (a, b) => void expect(inOrder(differences(b, a))).toEqual(inOrder(differences(a, b).map(turned)))), { numRuns: 300 });
  });

  it('one changed weight is one field of one criterion, wherever it is', () => {
    fc.assert(
      fc.property(anyStandard, fc.nat(), fc.integer({ min: 1, max: 5 }), (document, pick, weight) => {
        const criteria = document.themes.flatMap((theme) => theme.criteria);
        const chosen = criteria[pick % Math.max(1, criteria.length)];
        fc.pre(chosen !== undefined && chosen.weight !== weight);
        if (!chosen) return;
        const after = structuredClone(document);
        for (const theme of after.themes) for (const each of theme.criteria) if (each.code === chosen.code) each.weight = weight;
        expect(differences(document, after)).toEqual([{ kind: 'criterion', code: chosen.code, change: 'changed', fields: [{ field: 'weight', language: null, before: chosen.weight, after: weight }] }]);
      }),
      { numRuns: 300 },
    );
  });

  it('what is only new or gone moves nothing else; what changes places is told once, by who holds it', () => {
    const [one, two, ...others] = first.themes;
    if (!one || !two) throw new Error('The example has themes.');
    expect(differences(first, { ...first, themes: [two, ...others] }).map(({ kind, change }) => `${kind} ${change}`)).toEqual(expect.arrayContaining(['theme removed']));
    expect(differences(first, { ...first, themes: [two, ...others] }).filter(({ change }) => change === 'changed')).toEqual([]);
    expect(differences(first, { ...first, themes: [two, one, ...others] })).toEqual([
      { kind: 'standard', code: '', change: 'changed', fields: [{ field: 'order', language: null, before: '1 2 3 4 5', after: '2 1 3 4 5' }] },
    ]);
  });

  it('a criterion that moves to another theme says where it came from', () => {
    const moved = { ...first, themes: first.themes.map((theme) => (theme.code === '1' ? { ...theme, criteria: theme.criteria.slice(1) } : theme.code === '2' ? { ...theme, criteria: [...theme.criteria, ...(first.themes[0]?.criteria.slice(0, 1) ?? [])] } : theme)) };
    expect(differences(first, moved)).toEqual([{ kind: 'criterion', code: '1.1', change: 'changed', fields: [{ field: 'under', language: null, before: '1', after: '2' }] }]);
  });

  it('of the example and its next version, in words', () => {
    const said = differences(first, next).flatMap((each) => shownFields('da', each).map((field) => `${elementTitle('da', each, [next, first])} | ${fieldName('da', field)}: ${valueText('da', field.field, field.before)} > ${valueText('da', field.field, field.after)}`));
    expect(said).toContain(' | Frist i høring: 10 > 15');
    expect(said).toContain('4.3 Hjælp efter start i job | Vægt: 2 > 3');
    expect(said).toContain('2.1 Resultater, som andre har tjekket | Siden tjekker selv: Resultater for de seneste 2 halvår er vist frem, med bevis i klasse B eller bedre. > Resultater for de seneste 3 halvår er vist frem, med bevis i klasse B eller bedre.');
    expect(said).toContain('3.3 Faglig sparring | Vægt: 1 > ingenting');
    expect(said).toContain('1.4 Hjælp på nettet | Navn: ingenting > Hjælp på nettet');
    expect(said.filter((each) => each.includes('Hører til'))).toEqual([]);
  });
});
