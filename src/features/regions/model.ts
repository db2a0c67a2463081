/** Places, target groups and sectors in memory. Pure. */
import type { Locale, LocalisedText } from '#platform/input.ts';

export interface Region {
  /** `dk-kommune:0101`, `dk-region:1084`, `dk`. */
  code: string;
  scheme: string;
  /** Lower-case ISO code. */
  country: string;
  parent: string | null;
  names: LocalisedText;
  aliases: string[];
  lat: number | null;
  lon: number | null;
  population: number | null;
  neighbours: string[];
}

export interface TargetGroup {
  code: string;
  kind: 'legal-dk' | 'cross-cutting' | 'catalogue';
  names: LocalisedText;
  description: LocalisedText | null;
  sensitive: boolean;
  primaryOutcome: string;
  hoursThreshold: number | null;
}

export interface Sector {
  code: string;
  classification: 'nace-2' | 'isco-08';
  names: LocalisedText;
  short: LocalisedText | null;
}

/** Degrees, WGS 84. */
export interface Point {
  lat: number;
  lon: number;
}

/** A postal district with a name of its own. Only the Danish register has them. */
export interface District {
  country: string;
  name: string;
  postcodes: string[];
  /** Mean of its postcodes' points. */
  point: Point | null;
  /** Municipalities it lies in, the one with most of its area first. */
  regions: string[];
}

/** What to call a place: the region's names and, where something smaller was meant, that: `2500 Valby`, `Skagen`. */
export interface PlaceLabel {
  names: LocalisedText;
  detail: string | null;
  country: string;
}

export interface Place {
  /** Region code, most often of a municipality. */
  region: string;
  /** Distances are measured from here; null for a region or country. */
  point: Point | null;
  label: PlaceLabel;
  /** Without blanks: `2500`, `11435`. */
  postcode: string | null;
}

/** `likely`: most of the postcode's area is here. Area is not people, so it is asked all the same. */
export interface PlaceChoice extends Place {
  likely: boolean;
}

/** What was meant by a place somebody typed. `ambiguous` may hold one choice: a postcode of another country than asked for. */
export type PlaceAnswer =
  | ({ state: 'found' } & Place)
  | { state: 'ambiguous'; choices: PlaceChoice[] }
  | { state: 'unknown'; suggestions: PlaceChoice[] }
  | { state: 'none' };

/** A completion while somebody types. */
export interface PlaceSuggestion {
  /** As it would be typed in full: `Skagen`, `2400 København NV`. */
  text: string;
  region: string;
}

/** The first language of places there; Finland's Swedish names stand beside the Finnish ones. */
export const OWN_LANGUAGE: Readonly<Record<string, Locale | undefined>> = { dk: 'da', se: 'sv', nl: 'nl', fi: 'fi' };

const MUNICIPALITIES: readonly string[] = ['dk-kommune', 'se-kommun', 'nl-gemeente', 'fi-kunta'];

/** Coverage and the map stop here, even if a catalogue brings districts below. */
export function isMunicipality(region: Pick<Region, 'scheme'>): boolean {
  return MUNICIPALITIES.includes(region.scheme);
}

export function pointOf(place: { lat: number | null; lon: number | null }): Point | null {
  return place.lat === null || place.lon === null ? null : { lat: place.lat, lon: place.lon };
}

const EARTH_RADIUS_KM = 6371.0088;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Great-circle distance (haversine, mean earth radius). */
export function distanceKm(a: Point, b: Point): number {
  const dLat = radians(b.lat - a.lat);
  const dLon = radians(b.lon - a.lon);
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}
