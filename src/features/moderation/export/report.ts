/**
 * The yearly report in the parts and columns of the harmonised template (Implementing Regulation (EU) 2024/2835, Annex I,
 * English CSV parts 1, 4-8 and 11 as the Commission publishes them). Part 2 is fixed by the regulation, 3 needs a register
 * of orders that the site does not have, 9 and 10 are for very large platforms only. Pure.
 */
import { csvLine } from '#platform/csv.ts';

export const REPORT_PARTS = ['1_summary', '4_notices', '5_own_initiative_illegal', '6_own_initiative_TC', '7_appeals_and_recidivism', '8_automated_means', '11_qualitative'] as const;
export type ReportPart = (typeof REPORT_PARTS)[number];
export const isReportPart = (value: string | undefined): value is ReportPart => (REPORT_PARTS as readonly (string | undefined)[]).includes(value);

export interface Measures {
  category: string;
  ground: 'law' | 'terms';
  /** By the site itself, or by notices. */
  source: 'own' | 'notice' | 'appeal';
  restriction: 'held' | 'redacted' | 'removed';
  automatedDetection: boolean;
  automatedDecision: boolean;
  measures: number;
}
export interface NoticesOf {
  category: string;
  received: number;
  /** Days; null: none is decided. */
  medianDays: number | null;
  byLaw: number;
  byTerms: number;
}
export interface ComplaintsOf {
  /** About a restriction, or about a notice that led to nothing. */
  about: 'restriction' | 'notice';
  submitted: number;
  upheld: number;
  partly: number;
  reversed: number;
  medianDays: number | null;
}
export interface ReportFacts {
  service: string;
  provider: string;
  /** YYYY-MM-DD */
  publishedOn: string;
  from: string;
  to: string;
  measures: readonly Measures[];
  notices: readonly NoticesOf[];
  complaints: readonly ComplaintsOf[];
  /** Restrictions that were first imposed after an appeal. */
  newlyImposed: number;
  suspensions: number;
  /** Held by detectors and decided: how many, and how many of them rightly. */
  detectors: { held: number; right: number };
  /** Free text of part 11, in its order. */
  qualitative: readonly string[];
}

type Cell = string | number | null;

const sum = <T>(of: readonly T[], value: (each: T) => number): number => of.reduce((total, each) => total + value(each), 0);
const categories = (of: readonly { category: string }[]): string[] => [...new Set(of.map((each) => each.category))].sort();

const MEASURES = ["Number of measures taken at the provider's own initiative ", 'Number of measures taken after detection with solely automated means ', 'Visibility restriction Removal', 'Visibility restriction Disable', 'Visibility restriction Demoted', 'Visibility restriction Age restricted', 'Visibility restriction Interaction restricted', 'Visibility restriction Labelled ', 'Visibility restriction Other', 'Monetary restriction Suspension', 'Monetary restriction Termination', 'Monetary restriction Other', 'Provision of the service Suspension', 'Provision of the service Termination', 'Account restriction Suspension', 'Account restriction Termination'];
const NOTICES = ['Number of notices received ', 'Number of notices received from Trusted flaggers', 'Number of specific items of information included in the total number of notices', 'Number of specific items of information included in the total number of notices by Trusted Flaggers (Trusted Flagger notices)', 'Median time to take action', 'Median time to take action (Trusted Flagger notices)', 'Number of actions taken on the basis of the law', 'Number of actions taken on the basis of the law (Trusted Flagger notices)', 'Number of actions taken on the basis of the terms and conditions of the service', 'Number of actions taken on the basis of the terms and conditions of the service (Trusted Flagger notices)'];
const OTHER = 'Description of the sub-category "Other"';
const SECTIONED = ['Applicability', 'Service', 'Reporting period', 'Section', 'Indicator', 'Scope', 'Value', 'Contextual Information'];

const PLATFORMS = 'Only for providers of online platforms';
const HOSTING = 'Only for providers of hosting services, including online platforms';
const COMPLAINTS = 'Internal complaints mechanism';

function initiative({ service, from, to, measures }: ReportFacts, ground: 'law' | 'terms'): Cell[][] {
  const own = measures.filter((each) => each.ground === ground && each.source === 'own');
  const column = ground === 'law' ? 'Category of illegal content' : "Category of incompatibility with the provider's terms and conditions";
  const context = MEASURES.map((each) => `Contextual Information on ${each}`);
  const line = (category: string, of: readonly Measures[]): Cell[] => {
    const count = (test: (each: Measures) => boolean) => sum(of.filter(test), (each) => each.measures);
    const counts = [count(() => true), count((each) => each.automatedDetection), count((each) => each.restriction === 'removed'), count((each) => each.restriction === 'held'), 0, 0, 0, 0, count((each) => each.restriction === 'redacted'), 0, 0, 0, 0, 0, 0, 0];
    return ['All', service, `${from}/${to}`, category, '', ...counts, ...context.map((_, n) => (n === 8 ? 'Passages left out, with a visible mark in their place' : n === 3 ? 'Held before or during a decision by a person' : ''))];
  };
  return [['Applicability', 'Service', 'Reporting period', column, OTHER, ...MEASURES, ...context], line('TOTAL', own), ...categories(own).map((category) => line(category, own.filter((each) => each.category === category)))];
}

function noticesPart({ service, from, to, notices }: ReportFacts): Cell[][] {
  const context = NOTICES.map((each) => `Contextual information on ${each}`);
  const line = (category: string, received: number, median: number | null, byLaw: number, byTerms: number): Cell[] => [
    HOSTING, service, `${from}/${to}`, category, '', received, 0, received, 0, median, null, byLaw, 0, byTerms, 0, ...context.map((_, n) => (n === 4 ? 'In days; no time of day is kept' : n === 1 ? 'No trusted flagger has sent any' : '')),
  ];
  const all = notices.flatMap((each) => (each.medianDays === null ? [] : [each.medianDays])).sort((a, b) => a - b);
  const median = all[Math.ceil(all.length / 2) - 1] ?? null;
  return [
    ['Applicability', 'Service', 'Reporting period', 'Category of illegal content', OTHER, ...NOTICES, ...context],
    line('TOTAL', sum(notices, (each) => each.received), notices.length === 1 ? (notices[0]?.medianDays ?? null) : median, sum(notices, (each) => each.byLaw), sum(notices, (each) => each.byTerms)),
    ...notices.map((each) => line(each.category, each.received, each.medianDays, each.byLaw, each.byTerms)),
  ];
}

const ABOUT = {
  restriction: 'Complaint regarding a decision to remove or disable access to or restrict visibility of information',
  notice: 'Complaint regarding a decision not to take action on a notice submitted in accordance with Article 16',
} as const;

function appealsPart({ service, from, to, complaints, newlyImposed, suspensions }: ReportFacts): Cell[][] {
  const line = (applies: string, section: string, indicator: string, scope: string, value: Cell, context = ''): Cell[] => [applies, service, `${from}/${to}`, section, indicator, scope, value, context];
  const total = { submitted: sum(complaints, (c) => c.submitted), upheld: sum(complaints, (c) => c.upheld), partly: sum(complaints, (c) => c.partly), reversed: sum(complaints, (c) => c.reversed) };
  const block = (indicator: string, of: typeof total, median: number | null, first: string): Cell[][] => [
    line(first, COMPLAINTS, indicator, 'Total number', of.submitted),
    line(PLATFORMS, COMPLAINTS, indicator, 'Decisions upheld', of.upheld),
    line(PLATFORMS, COMPLAINTS, indicator, 'Decisions partially reversed', of.partly),
    line(PLATFORMS, COMPLAINTS, indicator, 'Decisions reversed', of.reversed),
    line(PLATFORMS, COMPLAINTS, indicator, 'Median time', median, 'In days'),
  ];
  const medians = complaints.flatMap((each) => (each.medianDays === null ? [] : [each.medianDays])).sort((a, b) => a - b);
  return [
    SECTIONED,
    ...block('Number of complaints submitted to the internal-complaints mechanism', total, medians[Math.ceil(medians.length / 2) - 1] ?? null, 'All'),
    line(PLATFORMS, COMPLAINTS, 'Number of restrictions newly imposed as a result of an internal complaint', 'Total number', newlyImposed),
    ...complaints.flatMap((each) => block(ABOUT[each.about], each, each.medianDays, PLATFORMS)),
    line(PLATFORMS, 'Out-of-court dispute settlement bodies', 'Number of disputes submitted to out-of-court dispute settlement bodies', 'Total number', null, 'Kept by whoever runs the site, not by the software'),
    line(PLATFORMS, 'Suspensions imposed on repeated offenders', 'Number of suspensions enacted for the provision of manifestly illegal content ', 'Total number', 0, 'Authors are not known'),
    line(PLATFORMS, 'Suspensions imposed on repeated offenders', 'Number of suspensions enacted for the provision of manifestly unfounded notices', 'Total number', suspensions),
    line(PLATFORMS, 'Suspensions imposed on repeated offenders', 'Number of suspensions enacted for the provision of manifestly unfounded complaints', 'Total number', 0),
  ];
}

function automatedPart({ service, from, to, measures, detectors }: ReportFacts): Cell[][] {
  const line = (indicator: string, scope: string, value: Cell, context = ''): Cell[] => ['All', service, `${from}/${to}`, 'Use of automated means for content moderation', indicator, scope, value, context];
  const count = (test: (each: Measures) => boolean) => sum(measures.filter(test), (each) => each.measures);
  const precision = detectors.held === 0 ? null : Math.round((1000 * detectors.right) / detectors.held) / 10;
  const note = 'Programs only hold; a person decides on each of them';
  return [
    SECTIONED,
    ...(['Total number', 'Own-initiative '] as const).flatMap((scope) => {
      const mine = (each: Measures) => scope === 'Total number' || each.source === 'own';
      return [
        line('Number of measures solely taken by automated means ', scope, count((each) => mine(each) && each.automatedDecision), note),
        line('Number of measures not taken by automated means', scope, count((each) => mine(each) && !each.automatedDecision)),
        line('Accuracy of the automated means - Accuracy', scope, null, 'Not measured: what was let through is not all read by people'),
        line('Accuracy of the automated means - Precision', scope, precision, 'Per cent of the held texts that people then redacted or removed'),
        line('Accuracy of the automated means - Recall', scope, null, 'Measured on labelled texts of our own; see part 11'),
      ];
    }),
  ];
}

const QUALITATIVE = ['Summary of the content moderation engaged in at the providers’ own initiative', "Meaningful and comprehensible information regarding content moderation engaged in at the providers' own initiative", 'Qualitative description of the automated means', 'Qualitative description of indicators of accuracy and possible rate of error of automated means', 'Specification of the precise purposes to apply automated means', 'Safeguards applied to the use of automated means'];

function linesOf(part: ReportPart, facts: ReportFacts): Cell[][] {
  const { service, provider, publishedOn, from, to, qualitative } = facts;
  switch (part) {
    case '1_summary':
      return [
        ['Applicability', 'Service', 'Indicator', 'Value'],
        ...[['Name of the service provider', provider], ['Date of the publication of the report', publishedOn], ['Date of the publication of the latest previous report', ''], ['Starting date of reporting period', from], ['Ending date of reporting period', to]].map(([indicator = '', value = '']): Cell[] => ['All', service, indicator, value]),
      ];
    case '4_notices':
      return noticesPart(facts);
    case '5_own_initiative_illegal':
      return initiative(facts, 'law');
    case '6_own_initiative_TC':
      return initiative(facts, 'terms');
    case '7_appeals_and_recidivism':
      return appealsPart(facts);
    case '8_automated_means':
      return automatedPart(facts);
    case '11_qualitative':
      return [['Applicability', 'Service', 'Reporting period', 'Indicator', 'Value'], ...QUALITATIVE.map((indicator, n): Cell[] => ['All', service, `${from}/${to}`, indicator, qualitative[n] ?? ''])];
  }
}

/** The file, with the mark that spreadsheets tell UTF-8 by. */
export const reportCsv = (part: ReportPart, facts: ReportFacts): string => `\ufeff${linesOf(part, facts).map((cells) => csvLine(cells)).join('')}`;
