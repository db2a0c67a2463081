/** Places, target groups and sectors in memory. Pure. */
import type { LocalisedText } from '#platform/input.ts';

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
