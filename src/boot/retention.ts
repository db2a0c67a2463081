/**
 * What personal is kept and how long: one list, which the day's duties keep to (day-duties.ts), the operator's desk and the
 * page on privacy print, and a test goes through.
 */
import { INVITATION_ADDRESS_DAYS, MAIL_TRACE_DAYS, UNSHOWN_ACCOUNT_DAYS } from '#features/accounts/retention.ts';
import { LINK_MINUTES, SESSION_DAYS } from '#features/accounts/identity/model.ts';
import { CLAIM_WORDS_DAYS } from '#features/providers/claims/retention.ts';
import { KEPT_DAYS, UNCONFIRMED_HOURS } from '#features/enquiries/model.ts';
import { EXPIRE_DAYS } from '#features/reviews/pools/model.ts';
import { REPLACED_WORDS_DAYS, REVIEW_WORDS_DAYS } from '#features/reviews/retention.ts';
import { STATEMENT_DAYS, WORDS_DAYS } from '#features/moderation/model.ts';
import { COMMENT_NAME_DAYS } from '#features/standards/comments.ts';
import { MAIL_DAYS, UNSENT_MAIL_DAYS } from '#platform/mail.ts';

export type RetentionUnit = 'minutes' | 'hours' | 'days';
export interface RetentionRule {
  /** Key of the sentence in i18n `deskSite.retention.rules`. */
  key:
    | 'links' | 'sessions' | 'limits' | 'mail' | 'unsent-mail' | 'mail-traces' | 'invitations' | 'unshown-accounts' | 'claim-words' | 'enquiries' | 'unconfirmed-enquiries' | 'comment-names' | 'moderation-words' | 'moderation-statements' | 'review-words' | 'replaced-words' | 'stays';
  amount: number;
  unit: RetentionUnit;
}

/** Counters of attempts go with the day after they have run out; none runs longer than a day. */
const LIMIT_DAYS = 1;

/** What has run out is taken away within a day. */
export const RETENTION: readonly RetentionRule[] = [
  { key: 'links', amount: LINK_MINUTES, unit: 'minutes' },
  { key: 'sessions', amount: SESSION_DAYS, unit: 'days' },
  { key: 'limits', amount: LIMIT_DAYS, unit: 'days' },
  { key: 'mail', amount: MAIL_DAYS, unit: 'days' },
  { key: 'unsent-mail', amount: UNSENT_MAIL_DAYS, unit: 'days' },
  { key: 'mail-traces', amount: MAIL_TRACE_DAYS, unit: 'days' },
  { key: 'invitations', amount: INVITATION_ADDRESS_DAYS, unit: 'days' },
  { key: 'unshown-accounts', amount: UNSHOWN_ACCOUNT_DAYS, unit: 'days' },
  { key: 'claim-words', amount: CLAIM_WORDS_DAYS, unit: 'days' },
  { key: 'unconfirmed-enquiries', amount: UNCONFIRMED_HOURS, unit: 'hours' },
  { key: 'enquiries', amount: KEPT_DAYS, unit: 'days' },
  { key: 'comment-names', amount: COMMENT_NAME_DAYS, unit: 'days' },
  { key: 'moderation-words', amount: WORDS_DAYS, unit: 'days' },
  { key: 'moderation-statements', amount: STATEMENT_DAYS, unit: 'days' },
  { key: 'review-words', amount: REVIEW_WORDS_DAYS, unit: 'days' },
  { key: 'replaced-words', amount: REPLACED_WORDS_DAYS, unit: 'days' },
  // The issuer's ledger, at the site's word (advance-pools.ts).
  { key: 'stays', amount: EXPIRE_DAYS, unit: 'days' },
];
