/** A programme design: what does not change from provider to provider, and the choices that do. */
import type { Text } from '../text.ts';

/** A fixed value, or the values a provider may choose between. */
export type Choice<V> = V | readonly V[];

export interface StageDesign {
  title: Text;
  weeks?: Choice<number>;
  days?: Choice<number>;
  hoursPerDay?: Choice<number>;
  /** Total hours of a stage that has no fixed days. */
  hours?: Choice<number>;
  format: 'group' | 'individual' | 'mixed' | 'self-paced';
  /** [min, max] of the group. */
  size?: readonly [number, number] | readonly (readonly [number, number])[];
  coaches?: Choice<number>;
  matchedOn?: readonly string[];
  premises?: 'provider' | 'home' | 'remote' | 'mixed';
  description?: Text;
}

export interface PriceDesign {
  /** Whole kroner. */
  kroner: readonly number[];
  per: 'participant' | 'hour' | 'week' | 'month' | 'placement';
  paidBy: 'citizen' | 'municipality' | 'unemployment-fund' | 'state' | 'employer';
  note?: Text;
}

export interface Design {
  id: string;
  kind: string;
  titles: readonly Text[];
  summaries: readonly Text[];
  purposes: readonly string[];
  /** The only target groups it makes sense for; absent: all of the provider's. */
  groups?: readonly string[];
  /** Shares in per cent of self-exploration, vision, market exploration, market approach. */
  phases?: readonly [number, number, number, number];
  sequence?: 'linear' | 'circular';
  methods?: readonly string[];
  attendance: readonly string[];
  access: readonly (readonly string[])[];
  /** Planned maximum length in days; raised to the weeks of the stages where these are longer. */
  maxDays: readonly number[];
  stages: readonly StageDesign[];
  aftercare?: readonly number[];
  specialists?: readonly string[];
  goals?: readonly string[];
  delivery?: readonly ('onsite' | 'remote')[];
  prices: readonly PriceDesign[];
  /** Fewest and most weeks of waiting. */
  waiting: readonly [number, number];
  capacity: readonly [number, number];
}
