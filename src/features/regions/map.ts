/** Municipalities as small SVG paths, made once a process from the shipped TopoJSON. For choropleths: not for deciding where an address is. */
import { readFileSync } from 'node:fs';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { seedFolder } from '#platform/paths.ts';
import { DRAWINGS, extentOf, outlinePath, project, type Drawing, type Extent, type MapCountry, type Place, type Rings, type XY } from './outlines.ts';
import type { Point } from './model.ts';

export type { MapCountry } from './outlines.ts';

export interface MapBox {
  x: number;
  y: number;
  width: number;
  height: number;
}
export interface MapShapes {
  /** For `<svg viewBox>`. */
  viewBox: string;
  width: number;
  height: number;
  /** `code` is a region code; `d` has whole numbers only. In order of code. */
  shapes: { code: string; d: string }[];
  /** A frame around what is drawn away from its place (Bornholm); null: all lies where it is. */
  inset: MapBox | null;
}

/** Free border around the country and inside the inset's frame, in units. */
const MARGIN = 4;
const INSET_MARGIN = 8;

interface Plan {
  drawing: Drawing;
  outlines: Map<string, Rings>;
  inInset(code: string): boolean;
  width: number;
  height: number;
  inset: MapBox | null;
  place: Place;
  placeInset: Place;
}

const liesInInset = (drawing: Drawing, lon: number) => drawing.inset !== null && lon > drawing.inset.eastOf;

/** The inset has a meridian of its own, so that it stands upright. */
function projected(drawing: Drawing, lon: number, lat: number): XY {
  return project(drawing.inset !== null && liesInInset(drawing, lon) ? drawing.inset.meridian : drawing.meridian, lon, lat);
}

function readOutlines(drawing: Drawing) {
  const topology = JSON.parse(readFileSync(seedFolder('registers', drawing.file), 'utf8')) as Topology;
  const { features } = feature(topology, topology.objects['municipalities'] as GeometryCollection);
  const apart = new Set<string>();
  const outlines = features.map(({ id, geometry }): [string, Rings] => {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
    const code = `${drawing.scheme}:${id ?? ''}`;
    if (liesInInset(drawing, polygons[0]?.[0]?.[0]?.[0] ?? -180)) apart.add(code);
    return [code, polygons.flat().map((ring) => ring.map(([lon = 0, lat = 0]) => projected(drawing, lon, lat)))];
  });
  return { outlines: new Map(outlines.sort(([a], [b]) => (a < b ? -1 : 1))), apart };
}

function placeInto(extent: Extent, scale: number, left: number, top: number): Place {
  return ([x, y]) => [left + (x - extent.west) * scale, top + (y - extent.north) * scale];
}

function makePlan(country: MapCountry): Plan {
  const drawing = DRAWINGS[country];
  const { outlines, apart } = readOutlines(drawing);
  const of = (inset: boolean) => [...outlines].filter(([code]) => apart.has(code) === inset).flatMap(([, rings]) => rings);
  const extent = extentOf(of(false));
  const { width } = drawing;
  const scale = (width - 2 * MARGIN) / (extent.east - extent.west);
  const main = {
    drawing, outlines, width,
    inInset: (code: string) => apart.has(code),
    height: Math.ceil((extent.south - extent.north) * scale) + 2 * MARGIN,
    place: placeInto(extent, scale, MARGIN, MARGIN),
  };
  if (apart.size === 0) return { ...main, inset: null, placeInset: main.place };
  const small = extentOf(of(true));
  const size = (length: number) => Math.ceil(length * scale) + 2 * INSET_MARGIN;
  const inset = { x: 0, y: 1, width: size(small.east - small.west), height: size(small.south - small.north) };
  inset.x = width - inset.width - 1;
  return { ...main, inset, placeInset: placeInto(small, scale, inset.x + INSET_MARGIN, inset.y + INSET_MARGIN) };
}

const plans = new Map<MapCountry, Plan>();
function planOf(country: MapCountry): Plan {
  const plan = plans.get(country) ?? makePlan(country);
  plans.set(country, plan);
  return plan;
}

const made = new Map<MapCountry, MapShapes>();
/** All municipalities of the country. The same object each time: do not change it. */
export function mapShapes(country: MapCountry): MapShapes {
  const known = made.get(country);
  if (known) return known;
  const plan = planOf(country);
  const shapes = [...plan.outlines].map(([code, rings]) => ({ code, d: outlinePath(rings, plan.inInset(code) ? plan.placeInset : plan.place) }));
  const map = { viewBox: `0 0 ${plan.width} ${plan.height}`, width: plan.width, height: plan.height, shapes, inset: plan.inset };
  made.set(country, map);
  return map;
}

/** Where a point lies on the country's map, in units of its viewBox; null when it lies outside. */
export function mapPoint(country: MapCountry, { lat, lon }: Point): { x: number; y: number } | null {
  const { drawing, place, placeInset, width, height, inset } = planOf(country);
  const apart = liesInInset(drawing, lon);
  const [x, y] = (apart ? placeInset : place)(projected(drawing, lon, lat)).map(Math.round) as [number, number];
  const box = apart && inset ? inset : { x: 0, y: 0, width, height };
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height ? { x, y } : null;
}
