/** Approvals and decisions as the reading API sends them. Pure. */
import { localePath, type Locale } from '#i18n/index.ts';
import { decisionPath } from '#features/approvals/public-view.ts';
import type { StandingApproval } from '#features/approvals/queries/approved.ts';
import { standingOn, type ListedDecision } from '#features/approvals/queries/decisions.ts';
import { providerLinks } from './links.ts';
import type { ApiDecision, ApiStandingApproval } from './schemas.ts';

export function presentDecision({ index, provider, ...rest }: ListedDecision, lang: Locale): ApiDecision {
  const { slug, name, demo } = provider;
  return {
    index, ...rest, provider: { slug, name, demo, links: providerLinks(slug, lang) },
    links: { html: localePath(lang, decisionPath(index)), proof: `/decisions/log/proof?entry=${index}` },
  };
}

/** @param day today @returns none for one that is over */
export function presentStanding(approval: StandingApproval, lang: Locale, day: string): ApiStandingApproval[] {
  const state = standingOn(approval, day);
  if (state === 'none' || state === 'over') return [];
  const { authority, standard, conditional, openConditions, validFrom, validTo, decision } = approval;
  return [{ authority, standard, state, conditional, openConditions, validFrom, validTo, links: { decision: decision === null ? null : localePath(lang, decisionPath(decision)) } }];
}
