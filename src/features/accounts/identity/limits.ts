/** How often one may try to sign in. */
import type { LimitRule } from '#platform/rate-limit.ts';

const QUARTER = 15 * 60;
const DAY = 24 * 60 * 60;

export const LIMITS = {
  /** Letters to one mailbox: whoever asks in somebody else's name only fills it. */
  linkByAccount: { name: 'link-account', points: 5, seconds: QUARTER },
  /** A whole town hall may sit behind one address. */
  linkByAddress: { name: 'link-address', points: 100, seconds: QUARTER },
  /** Accounts are made before anybody has shown an address; what is never shown is forgotten again. */
  openByAddress: { name: 'open-address', points: 30, seconds: QUARTER },
  /** Letters that somebody has sent to others: inviting and taking back again could go on for ever. */
  inviteByAccount: { name: 'invite-account', points: 60, seconds: DAY },
  inviteToMailbox: { name: 'invite-mailbox', points: 5, seconds: DAY },
  /** Each claim writes to those who look after the profile. */
  claimByAccount: { name: 'claim-account', points: 20, seconds: DAY },
  redeemByAddress: { name: 'redeem-address', points: 60, seconds: QUARTER },
  ceremonyByAddress: { name: 'ceremony-address', points: 120, seconds: QUARTER },
} as const satisfies Record<string, LimitRule>;
