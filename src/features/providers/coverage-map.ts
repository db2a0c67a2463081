/** The coverage of a provider as two SVG paths. The outlines are read once a process. */
import { mapPoint, mapShapes, type MapBox, type MapCountry } from '#features/regions/map.ts';
import type { ProviderLocation } from './input.ts';

export interface CoveragePaths {
  viewBox: string;
  width: number;
  height: number;
  inset: MapBox | null;
  covered: string;
  rest: string;
  points: { x: number; y: number }[];
}

const COUNTRIES: readonly string[] = ['dk', 'se', 'nl', 'fi'] satisfies MapCountry[];

export function isMapCountry(country: string): country is MapCountry {
  return COUNTRIES.includes(country);
}

/** @param leaves codes of the municipalities covered; those of other countries are not drawn */
export function coveragePaths(country: MapCountry, leaves: readonly string[], locations: readonly ProviderLocation[]): CoveragePaths {
  const { shapes, viewBox, width, height, inset } = mapShapes(country);
  const inside = new Set(leaves);
  let [covered, rest] = ['', ''];
  for (const { code, d } of shapes) {
    if (inside.has(code)) covered += d;
    else rest += d;
  }
  const points = locations.flatMap(({ lat, lon }) => (lat === undefined || lon === undefined ? [] : (mapPoint(country, { lat, lon }) ?? [])));
  return { viewBox, width, height, inset, covered, rest, points };
}
