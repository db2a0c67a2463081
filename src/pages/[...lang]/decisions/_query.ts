/** What the address of the list of decisions asks for. */
import { OUTCOMES, type Outcome } from '#features/approvals/model/outcome.ts';
import type { DecisionQuery } from '#features/approvals/queries/decisions.ts';
import { dayParam, idParam, pageParam, textParam } from '#platform/http/parameters.ts';

const MOST_WORDS = 8;

export function decisionQuery(url: URL): DecisionQuery & { page: number } {
  const outcome = OUTCOMES.find((each): each is Outcome => each === url.searchParams.get('outcome'));
  const [provider, authorityId, from, until] = [textParam(url, 'provider'), idParam(url, 'authority'), dayParam(url, 'from'), dayParam(url, 'until')];
  return {
    words: textParam(url, 'q').split(/\s+/).filter((word) => word !== '').slice(0, MOST_WORDS),
    page: pageParam(url),
    ...(provider === '' ? {} : { provider }),
    ...(authorityId === undefined || authorityId > 2_147_483_647 ? {} : { authorityId }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  };
}



/** The same as it was understood, for the form and for links to other pages of the list. */
export function given({ words = [], provider = '', authorityId, outcome, from = '', until = '' }: DecisionQuery): Record<'q' | 'provider' | 'authority' | 'outcome' | 'from' | 'until', string> {
  return { q: words.join(' '), provider, authority: authorityId === undefined ? '' : String(authorityId), outcome: outcome ?? '', from, until };
}
