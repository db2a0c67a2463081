/** Only gathers each feature's acts. */
import { formActions } from './form-actions.ts';
import { ACTS } from './acts.ts';

export const server = {
  account: formActions('account', ACTS.account),
  accounts: formActions('accounts', ACTS.accounts),
  approvals: formActions('approvals', ACTS.approvals),
  authorities: formActions('authorities', ACTS.authorities),
  caseAccess: formActions('caseAccess', ACTS.caseAccess),
  claims: formActions('claims', ACTS.claims),
  demo: formActions('demo', ACTS.demo),
  enquiries: formActions('enquiries', ACTS.enquiries),
  description: formActions('description', ACTS.description),
  moderation: formActions('moderation', ACTS.moderation),
  pools: formActions('pools', ACTS.pools),
  replies: formActions('replies', ACTS.replies),
  site: formActions('site', ACTS.site),
  results: formActions('results', ACTS.results),
  standards: formActions('standards', ACTS.standards),
  tokens: formActions('tokens', ACTS.tokens),
};
