/** Geometry of the maps: projection, rounding, SVG path data. Pure. */

export type MapCountry = 'dk' | 'se' | 'nl' | 'fi';
export type XY = readonly [x: number, y: number];
export type Rings = XY[][];
export type Place = (point: XY) => XY;

export interface Drawing {
  file: string;
  scheme: string;
  /** Central meridian of the projection, degrees. */
  meridian: number;
  /** Units from west to east: more units make finer and larger paths. */
  width: number;
  /** What lies east of a degree is drawn in a frame of its own, at the same scale. */
  inset: { eastOf: number; meridian: number } | null;
}

export const DRAWINGS: Readonly<Record<MapCountry, Drawing>> = {
  dk: { file: 'geo-dk-boundaries.topo.json', scheme: 'dk-kommune', meridian: 10.5, width: 640, inset: { eastOf: 14, meridian: 14.9 } },
  se: { file: 'geo-se-boundaries.topo.json', scheme: 'se-kommun', meridian: 16, width: 520, inset: null },
  nl: { file: 'geo-nl-boundaries.topo.json', scheme: 'nl-gemeente', meridian: 5.3, width: 900, inset: null },
  fi: { file: 'geo-fi-boundaries.topo.json', scheme: 'fi-kunta', meridian: 26, width: 520, inset: null },
};

/** Transverse Mercator on a sphere of radius 1: true to shape near its meridian. y grows southwards, as in SVG. */
export function project(meridian: number, lon: number, lat: number): XY {
  const phi = (lat * Math.PI) / 180;
  const lambda = ((lon - meridian) * Math.PI) / 180;
  return [Math.atanh(Math.cos(phi) * Math.sin(lambda)), -Math.atan2(Math.tan(phi), Math.cos(lambda))];
}

export interface Extent {
  west: number;
  north: number;
  east: number;
  south: number;
}

export function extentOf(rings: Rings): Extent {
  const extent = { west: Infinity, north: Infinity, east: -Infinity, south: -Infinity };
  for (const [x, y] of rings.flat()) {
    extent.west = Math.min(extent.west, x);
    extent.east = Math.max(extent.east, x);
    extent.north = Math.min(extent.north, y);
    extent.south = Math.max(extent.south, y);
  }
  return extent;
}

/** Whole numbers. Points that fall together, and those on a straight line between their neighbours, are left out. */
function rounded(ring: readonly XY[], place: Place): XY[] {
  const points: XY[] = [];
  for (const each of ring) {
    const [x, y] = place(each);
    const next: XY = [Math.round(x), Math.round(y)];
    const [before, last] = [points.at(-2), points.at(-1)];
    if (last && last[0] === next[0] && last[1] === next[1]) continue;
    if (before && last && (last[0] - before[0]) * (next[1] - last[1]) === (last[1] - before[1]) * (next[0] - last[0])) points.pop();
    points.push(next);
  }
  const [first, last] = [points[0], points.at(-1)];
  if (first && last && points.length > 1 && first[0] === last[0] && first[1] === last[1]) points.pop();
  return points;
}

function pathOf(points: readonly XY[]): string {
  let [x, y] = points[0] ?? [0, 0];
  let d = `M${x} ${y}l`;
  for (const [i, point] of points.slice(1).entries()) {
    const [dx, dy] = [point[0] - x, point[1] - y];
    d += `${i > 0 && dx >= 0 ? ' ' : ''}${dx}${dy >= 0 ? ' ' : ''}${dy}`;
    [x, y] = point;
  }
  return `${d}z`;
}

/** Islands too small to be seen are left out, but a municipality never is: the smallest is drawn as a dot. */
export function outlinePath(outline: Rings, place: Place): string {
  const rings = outline.map((ring) => rounded(ring, place)).filter((points) => points.length > 2);
  if (rings.length > 0) return rings.map(pathOf).join('');
  const { west, north, east, south } = extentOf(outline);
  const [x, y] = place([(west + east) / 2, (north + south) / 2]).map(Math.round) as [number, number];
  return `M${x - 1} ${y - 1}l2 0 0 2-2 0z`;
}
