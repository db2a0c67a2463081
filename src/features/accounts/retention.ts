/** How long what belongs to accounts is kept. The day's duties keep to it, and pages say it. */

/** From when it was sent: nobody answers later, as it is over after 14 days. */
export const INVITATION_ADDRESS_DAYS = 30;
/** From when the account was made: nobody ever showed that the address is theirs. */
export const UNSHOWN_ACCOUNT_DAYS = 30;
/** That a letter of a kind was sent, without address and text. */
export const MAIL_TRACE_DAYS = 90;
