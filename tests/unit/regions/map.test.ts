import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CREDITS, mapCredit } from '#features/regions/credits.ts';
import { mapPoint, mapShapes } from '#features/regions/map.ts';
import { pointOf } from '#features/regions/model.ts';
import { seedFolder } from '#platform/paths.ts';
import { register } from './shipped.ts';

/** Corner points of a path of `M x y l dx dy … z` parts. */
function pointsOf(d: string): [number, number][] {
  return d.split('z').filter(Boolean).flatMap((part) => {
    const numbers = (part.match(/-?\d+/g) ?? []).map(Number);
    let [x, y] = [0, 0];
    return Array.from({ length: numbers.length / 2 }, (_, i): [number, number] => {
      [x, y] = i === 0 ? [numbers[0] ?? 0, numbers[1] ?? 0] : [x + (numbers[2 * i] ?? 0), y + (numbers[2 * i + 1] ?? 0)];
      return [x, y];
    });
  });
}
const boxOf = (d: string) => {
  const points = pointsOf(d);
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { west: Math.min(...xs), east: Math.max(...xs), north: Math.min(...ys), south: Math.max(...ys) };
};

describe.each([
  ['dk', 40_000],
  ['se', 40_000],
  ['nl', 45_000],
  ['fi', 40_000],
] as const)('map of %s', (country, limit) => {
  const map = mapShapes(country);

  it('draws every municipality, with whole numbers, inside its box', () => {
    expect(map.shapes.map((shape) => shape.code)).toEqual(register.municipalities(country).map((region) => region.code));
    for (const { code, d } of map.shapes) {
      expect(d, code).toMatch(/^(M\d+ \d+l-?\d+([ -]\d+|  *-?\d+)+z)+$/);
      const box = boxOf(d);
      expect(box.west, code).toBeGreaterThanOrEqual(0);
      expect(box.north, code).toBeGreaterThanOrEqual(0);
      expect(box.east, code).toBeLessThanOrEqual(map.width);
      expect(box.south, code).toBeLessThanOrEqual(map.height);
      expect((box.east - box.west) * (box.south - box.north), code).toBeGreaterThan(0);
    }
  });

  it('stays small', () => expect(map.shapes.reduce((sum, shape) => sum + shape.d.length, 0)).toBeLessThan(limit));

  it('puts every municipality where its point is', () => {
    for (const { code, d } of map.shapes) {
      const point = pointOf(register.region(code) ?? { lat: null, lon: null });
      const at = point && mapPoint(country, point);
      const box = boxOf(d);
      expect(at, code).not.toBeNull();
      expect((at?.x ?? -9) >= box.west - 1 && (at?.x ?? -9) <= box.east + 1 && (at?.y ?? -9) >= box.north - 1 && (at?.y ?? -9) <= box.south + 1, code).toBe(true);
    }
  });

  it('is made once', () => expect(mapShapes(country)).toBe(map));
});

describe('Denmark', () => {
  it('has Bornholm in a frame that nothing else touches', () => {
    const { shapes, inset } = mapShapes('dk');
    if (!inset) throw new Error('no inset');
    for (const { code, d } of shapes) {
      const box = boxOf(d);
      const apart = box.east < inset.x || box.south < inset.y || box.west > inset.x + inset.width || box.north > inset.y + inset.height;
      const within = box.west > inset.x && box.east < inset.x + inset.width && box.north > inset.y && box.south < inset.y + inset.height;
      expect(code === 'dk-kommune:0400' ? within : apart, code).toBe(true);
    }
    expect(mapPoint('dk', { lat: 48.85, lon: 2.35 })).toBeNull();
    expect(mapPoint('dk', { lat: 59.33, lon: 18.07 })).toBeNull();
  });
});

describe('credits', () => {
  it('are the lines that the sources ask for', () => {
    const readme = readFileSync(seedFolder('registers', 'README.md'), 'utf8');
    const asked = [...(/## Credit lines the site must show([\s\S]*?)\n## /.exec(readme)?.[1] ?? '').matchAll(/"([^"]+)"/g)].map((match) => match[1]);
    expect(asked.length).toBeGreaterThan(7);
    const shown = Object.values(CREDITS).map((credit) => credit.text);
    for (const line of asked) expect(shown).toContain(line);
  });

  it('stand beside each map', () => expect(mapCredit('dk').text).toContain('Geodatastyrelsen'));
});
