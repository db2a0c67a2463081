/** A profile text with the facts that belong to it. Slots: {iby} "i Herning", {by} "Herning", {kommune}, {siden} a year. */
import type { Text } from '../text.ts';

export interface Voice {
  id: string;
  kind: 'private' | 'municipality' | 'unemployment-fund' | 'education' | 'association' | 'other';
  /** Name patterns: {R} Kobberugle, {D} Kobberuglen, {G} Kobberuglens, {P} an invented place such as Ravhøj. */
  names: readonly string[];
  summary: Text;
  description: Text;
  /** Target groups, the first ones most typical. */
  groups: readonly string[];
  /** Programme designs, the first one always offered. */
  services: readonly string[];
  sectors?: readonly string[];
  /** Languages of help besides Danish. */
  languages?: readonly string[];
  accessibility?: readonly string[];
  remote?: boolean;
  /** Opening hours the text speaks of. */
  opening?: readonly string[];
  /** Who works there, where the usual pool would contradict the text. */
  backgrounds?: readonly Text[];
  /** There are no rooms. */
  outdoors?: boolean;
  /** Places the text makes sense in; absent: anywhere. */
  where?: 'city' | 'rural' | 'harbour' | 'island' | 'mainland';
  reach: 'municipality' | 'neighbours' | 'region' | 'country';
}
