/** Every act there is, by feature: what pages may send, and what the tests of foreign ids go through. */
import type { Act } from '#platform/define-action.ts';
import { accountsActs } from '#features/accounts/actions.ts';
import { siteActs } from '#features/accounts/site/actions.ts';
import { demoActs } from '#features/accounts/demo/actions.ts';
import { accountActs } from '#features/accounts/identity/actions.ts';
import { descriptionActs } from '#features/programmes/actions.ts';
import { caseAccessActs } from '#features/approvals/access-actions.ts';
import { approvalsActs } from '#features/approvals/actions.ts';
import { enquiryActs } from '#features/enquiries/actions.ts';
import { authorityActs } from '#features/providers/authority-actions.ts';
import { tokenActs } from '#features/accounts/tokens/actions.ts';
import { resultsActs } from '#features/results/actions.ts';
import { poolsActs } from '#features/reviews/pools/actions.ts';
import { moderationActs } from '#features/moderation/actions.ts';
import { replyActs } from '#features/reviews/replies/actions.ts';
import { claimActs } from '#features/providers/claims/actions.ts';
import { standardActs } from '#features/standards/actions.ts';
import { replyModeration } from './reply-moderation.ts';

export const ACTS = {
  account: accountActs,
  accounts: accountsActs,
  approvals: approvalsActs,
  authorities: authorityActs,
  caseAccess: caseAccessActs,
  claims: claimActs,
  demo: demoActs,
  enquiries: enquiryActs,
  description: descriptionActs,
  moderation: moderationActs,
  pools: poolsActs,
  replies: replyActs(replyModeration),
  site: siteActs,
  results: resultsActs,
  standards: standardActs,
  tokens: tokenActs,
} satisfies Record<string, Record<string, Act>>;
