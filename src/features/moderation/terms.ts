/** The terms as machines read them (DSA Art. 14): the same words as the page, in parts, with the programs and the people behind them. Pure. */
import { messages, type Locale } from '#i18n/index.ts';
import { DETECTORS } from './detectors/types.ts';
import { MISUSE } from './misuse.ts';
import { APPEAL_DAYS, AUTHOR_DAYS, MEDIAN_WORKING_DAYS, MOST_WORKING_DAYS } from './model.ts';
import { REASON_CODES, REASONS, REASONS_SINCE, REASONS_VERSION } from './reasons.ts';

/** As the page says; grows with every change that means something. */
export const TERMS_VERSION = 2;
export const TERMS_SINCE = '2026-11-26';

/** Headings of the second level with the paragraphs under them; slots and marks of links left out. */
export function sectionsOf(markdown: string): { heading: string; text: string }[] {
  return markdown
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [heading = '', ...rest] = part.split('\n');
      const text = rest.join('\n').replace(/<!--[\s\S]*?-->/g, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').trim();
      return { heading: heading.trim(), text };
    });
}

export function termsJson(locale: Locale, markdown: string, url: string): Record<string, unknown> {
  const { tools, reasons } = messages(locale).moderation;
  return {
    version: TERMS_VERSION, since: TERMS_SINCE, language: locale, url,
    sections: sectionsOf(markdown),
    automatedTools: DETECTORS.map((name) => ({ name, purpose: tools.purposes[name], effect: 'hold', decides: false })),
    automatedToolsLimits: tools.limits,
    humanReview: tools.human,
    reasons: { version: REASONS_VERSION, since: REASONS_SINCE[REASONS_VERSION - 1], list: REASON_CODES.map((code) => ({ code, ...reasons[code], ground: REASONS[code].ground, law: REASONS[code].law ?? null })) },
    appeals: { days: APPEAL_DAYS, cost: 0, decidedBy: 'another person' },
    defamationAnswerDays: AUTHOR_DAYS,
    goals: { medianWorkingDays: MEDIAN_WORKING_DAYS, ninetyFivePercentWorkingDays: MOST_WORKING_DAYS },
    misuse: MISUSE,
  };
}
