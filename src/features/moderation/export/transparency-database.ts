/**
 * Statements of reasons in the shape of the DSA Transparency Database's API (attributes and values as its public source
 * has them: github.com/digital-services-act/transparency-database, app/Models/Statement.php). Pure.
 */
import type { StatementRow } from '../commands/case-rows.ts';
import { isReason, REASONS } from '../reasons.ts';

/** Everybody in the Union sees the site. */
const EU = ['AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU', 'IE', 'IT', 'LT', 'LU', 'LV', 'MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK'];

const VISIBILITY = {
  held: { decision_visibility: ['DECISION_VISIBILITY_CONTENT_DISABLED'] },
  removed: { decision_visibility: ['DECISION_VISIBILITY_CONTENT_REMOVED'] },
  redacted: { decision_visibility: ['DECISION_VISIBILITY_OTHER'], decision_visibility_other: 'Passages left out, with a visible mark in their place' },
} as const;

/** @param reasonText of the published list, in English @returns null for a restriction that was lifted: it is none */
export function databaseStatement(row: StatementRow, reasonText: string): Record<string, unknown> | null {
  if (row.restriction === 'lifted' || !isReason(row.reason)) return null;
  const reason = REASONS[row.reason];
  const explanation = row.facts === '' ? reasonText : `${reasonText} ${row.facts}`;
  const ground =
    row.ground === 'law'
      ? { decision_ground: 'DECISION_GROUND_ILLEGAL_CONTENT', illegal_content_legal_ground: reason.law ?? 'As explained', illegal_content_explanation: explanation }
      : { decision_ground: 'DECISION_GROUND_INCOMPATIBLE_CONTENT', incompatible_content_ground: `Published reason ${row.reason}, version ${row.reasonsVersion}`, incompatible_content_explanation: explanation, incompatible_content_illegal: 'No' };
  return {
    ...VISIBILITY[row.restriction],
    ...ground,
    category: reason.category,
    content_type: ['CONTENT_TYPE_TEXT'],
    ...(row.language === null ? {} : { content_language: row.language.toUpperCase() }),
    // Which day a review was written is not told: the day of the decision is the earliest that may be.
    content_date: row.madeOn,
    application_date: row.madeOn,
    territorial_scope: EU,
    decision_facts: explanation,
    source_type: row.source === 'own' ? 'SOURCE_VOLUNTARY' : 'SOURCE_ARTICLE_16',
    automated_detection: row.automatedDetection ? 'Yes' : 'No',
    automated_decision: row.automatedDecision ? 'AUTOMATED_DECISION_FULLY' : 'AUTOMATED_DECISION_NOT_AUTOMATED',
    puid: row.id,
  };
}
