/**
 * The catalogue format as the seed writes it. `db` imports nothing of `src`, so the shapes are stated again;
 * tests/unit/catalogue/demo.test.ts holds them to the real schema.
 */
import type { Text } from './text.ts';

export interface Money {
  amount: number;
  currency: string;
}

export interface Location {
  name?: string;
  street?: string;
  postcode?: string;
  city?: string;
  region: string;
  lat?: number;
  lon?: number;
  wheelchairAccess?: boolean;
}

export interface Development {
  title: Text;
  elements: Text[];
  externalObserver?: Text;
  partners?: Text[];
  started?: string;
  funding?: ({ from: string } & Money)[];
}

export interface Staff {
  advisers?: number;
  participantsPerAdviser?: number;
  turnoverPercent?: number;
  backgrounds?: Text[];
  development?: Development[];
}

export interface Claim {
  text: Text;
  programme?: string;
  date?: string;
  sourceUrl?: string;
}

export interface Method {
  code: string;
  name: Text;
  description?: Text;
  steps?: Text[];
}

export interface Stage {
  title: Text;
  weeks?: number;
  days?: number;
  hoursPerDay?: number;
  hours?: number;
  format: string;
  groupSize?: { min?: number; max?: number };
  coachesPerGroup?: number;
  matchedOn?: string[];
  premises?: string;
  description?: Text;
}

export interface Price extends Money {
  per: string;
  paidBy: string;
  note?: Text;
}

export interface GroupMention {
  code: string;
  since?: string;
  note?: Text;
}

export interface Programme {
  code: string;
  title: Text;
  summary?: Text;
  kind: string;
  purposes?: string[];
  phases?: { phase: string; sharePercent?: number }[];
  sequence?: string;
  methods?: Method[];
  attendance?: string;
  access?: string[];
  plannedMaxDays?: number;
  stages: Stage[];
  aftercareMonths?: number;
  individualFollowUp?: Text;
  specialists?: Text[];
  goals?: Text[];
  targetGroups?: GroupMention[];
  coverage?: string[];
  languages?: string[];
  delivery?: string[];
  prices?: Price[];
  waitingWeeks?: number;
  capacity?: number;
  startedOn?: string;
  endedOn?: string;
}

export interface Outcome {
  measure: string;
  name?: Text;
  of?: number;
  placed: number;
  notPlaced: number;
  unknown: number;
  excluded?: number;
}

export interface Result {
  programme?: string;
  targetGroup?: string;
  region?: string;
  from?: string;
  to?: string;
  countedOver?: string;
  referred?: number;
  started?: number;
  completed?: number;
  exits?: { reason: string; count: number }[];
  outcomes: Outcome[];
  weeksToStart?: number;
  weeksToJob?: number;
  attendance?: string;
  cost?: Money;
  evidence: string;
  evidenceUrl?: string;
  note?: Text;
  supersedes?: string;
}

export interface Provider {
  id: { scheme: string; value: string };
  name: string;
  legalName?: string;
  kind: string;
  summary?: Text;
  description?: Text;
  interests?: Text;
  contact?: { website?: string; email?: string; phone?: string };
  languages?: string[];
  locations?: Location[];
  coverage: string[];
  remote?: boolean;
  accessibility?: string[];
  openingHours?: string[];
  closedOn?: string;
  succeededBy?: { scheme: string; value: string };
  targetGroups?: GroupMention[];
  sectors?: string[];
  staff?: Staff;
  programmes?: Programme[];
  results?: Result[];
  claims?: Claim[];
}

export interface CatalogueFile {
  format: 'vejviser.catalogue/1';
  source: { title: string; publisher: string; url?: string; retrieved?: string; licence?: string };
  providers: Provider[];
}
