import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classOf, mapClasses } from '#components/map/classes.ts';

describe('classes of the map', () => {
  it('gives each value its own class while there are few', () => {
    expect(mapClasses([0, 3, 3, 7])).toEqual([{ from: 3, to: 3 }, { from: 7, to: 7 }]);
    expect(mapClasses([0, 0])).toEqual([]);
  });

  it('fills five classes about equally', () => {
    const values = Array.from({ length: 100 }, (_, i) => i + 1);
    expect(mapClasses(values)).toEqual([
      { from: 1, to: 20 }, { from: 21, to: 40 }, { from: 41, to: 60 }, { from: 61, to: 80 }, { from: 81, to: 100 },
    ]);
  });

  it('keeps nothing apart from little, and unknown from both', () => {
    const classes = mapClasses([1, 2, 3]);
    expect(classOf(0, classes)).toBe(0);
    expect(classOf(1, classes)).toBe(1);
    expect(classOf(null, classes)).toBeNull();
  });

  it('puts every value into exactly the class that holds it', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(200), { maxLength: 120 }), (values) => {
        const classes = mapClasses(values);
        expect(classes.length).toBeLessThanOrEqual(5);
        classes.forEach((each, i) => expect(each.from).toBeGreaterThan(classes[i - 1]?.to ?? 0));
        for (const value of values.filter((each) => each > 0)) {
          const number = classOf(value, classes) ?? 0;
          const own = classes[number - 1];
          expect(own && own.from <= value && value <= own.to).toBe(true);
        }
      }),
    );
  });
});
