/** Faults of a table in words that pages can translate: which rule, with what it asks for. Pure. */
import type { CohortFault } from '../cohort-csv.ts';

/** Rules by the words that the parser and the schema of results give, which are for logs and command lines. */
const RULES = [
  ['file-size', /^a file of at most (?<limit>\d+) MB/],
  ['quote', /^a closing quotation mark/],
  ['header', /^a header with the columns/],
  ['lines', /^at most (?<limit>\d+) lines/],
  ['no-lines', /^at least one line/],
  ['column', /^a column of the template/],
  ['column-twice', /^each column once/],
  ['column-half-year', /^a column half_year/],
  ['column-started', /^a column started/],
  ['half-year', /^a half-year such as/],
  ['programme', /^a programme of the provider: (?<list>.*)/],
  ['no-programmes', /^nothing: the provider shows no programmes/],
  ['group', /^the code of a target group/],
  ['region', /^a municipality, such as/],
  ['attendance', /^voluntary or mandated/],
  ['whole', /^a whole number of people/],
  ['measure-whole', /^a number, since (?<measure>\w+) is told/],
  ['cells', /^no more cells than/],
  ['twice', /^each group of people once: line (?<limit>\d+)/],
  ['sum', /^placed \+ notPlaced \+ unknown \+ excluded = \w+ = (?<limit>\d+)/],
  ['completed', /^at most started = (?<limit>\d+)/],
  ['referred', /^at most referred = (?<limit>\d+)/],
  ['exits', /^at most started − completed = (?<limit>-?\d+)/],
] as const;

export type FaultRule = (typeof RULES)[number][0] | 'other';
export const FAULT_RULES: readonly FaultRule[] = [...RULES.map(([rule]) => rule), 'other'];

export interface FaultWords {
  rule: FaultRule;
  /** A number, a measure or a list, where the rule names one; the parser's own words with `other`. */
  detail: string;
}

export function faultWords({ expected }: Pick<CohortFault, 'expected'>): FaultWords {
  for (const [rule, pattern] of RULES) {
    const found = pattern.exec(expected);
    if (found) return { rule, detail: Object.values(found.groups ?? {})[0] ?? '' };
  }
  return { rule: 'other', detail: expected };
}
