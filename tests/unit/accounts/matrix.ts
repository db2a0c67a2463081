/**
 * Who may do what, written down by hand and not taken from the policy: it is what the policy is held against.
 * Columns: owner editor reporter, assessor decider standards-editor confirmer issuer, moderator operator auditor.
 *   y  yes   r  after a recent sign-in   s  after a strong one   b  after one that is both
 *   f  no, and is told so (forbidden)    -  is told nothing (not found)
 * `own`: the role is held in the organisation whose it is (site roles: anywhere). `asked`: in the authority that was asked.
 */
const NONE = '--- ----- ---';

export interface Row {
  own: string;
  asked: string;
  /** Of the person that it is about, whatever their roles. */
  self?: 'y' | 'r' | 's' | 'b';
  /** Anybody, without signing in. */
  everyone?: true;
  /** Anybody signed in. */
  signedIn?: true;
}

const own = (cells: string): Row => ({ own: cells, asked: NONE });
const self = (cell: Row['self'] & string): Row => ({ own: NONE, asked: NONE, self: cell });

export const MATRIX: Readonly<Record<string, Row>> = {
  'account.view': self('y'),
  'account.edit': self('y'),
  'account.end-session': self('y'),
  'account.passkeys': self('r'),
  'account.export': self('r'),
  'account.erase': self('r'),

  'desk.view': { own: NONE, asked: NONE, signedIn: true },
  'organisation.view': own('yyy yyyyy fss'),
  'organisation.invite': own('rff fffff fbf'),
  'organisation.revoke-invitation': own('yff fffff fbf'),
  'organisation.change-role': own('rff fffff fbf'),
  'organisation.remove-member': own('rff fffff fbf'),
  'organisation.leave': own('rrr rrrrr ---'),
  'invitation.open': { own: NONE, asked: NONE, everyone: true },
  'invitation.accept': { own: NONE, asked: NONE, signedIn: true },

  'claim.start': { own: NONE, asked: NONE, everyone: true },
  'claim.make': { own: NONE, asked: NONE, signedIn: true },
  'claim.view': { own: 'yff fffff fss', asked: NONE, self: 'y' },
  'claim.withdraw': self('y'),
  'claim.answer': own('yff fffff ---'),
  'claim.decide': own('--- ----- fbf'),

  'provider.view-desk': own('yyy fffff ---'),
  'provider.edit': own('yyf fffff ---'),
  'provider.publish': own('yyf fffff ---'),
  'provider.confirm-fresh': own('yyf fffff ---'),
  'programme.edit': own('yyf fffff ---'),
  'openings.edit': own('yyf fffff ---'),
  'enquiries.send': { own: NONE, asked: NONE, everyone: true },
  'enquiries.read': own('yyf fffff ---'),
  'enquiries.answer': own('yyf fffff ---'),
  'tokens.manage': own('rff fffff ---'),

  'results.view-desk': own('yyy fffff ---'),
  'results.report': own('yfy fffff ---'),
  'results.submit-evidence': own('yfy fffff ---'),
  'results.view-confirmations': { own: NONE, asked: 'fff fffyf ---' },
  'results.confirm': { own: NONE, asked: 'fff fffbf ---' },
  'evidence.read': { own: 'yfy fffff fss', asked: 'fff fffyf ---' },

  'authority.view-desk': own('yff yyyyy ---'),

  'standards.view-desk': own('yff yyyyy ---'),
  'standards.edit': own('fff ffyff ---'),
  'standards.publish': own('fff ffbff ---'),
  'standards.comment': { own: NONE, asked: NONE, everyone: true },

  'approvals.view-desk': own('yyy fffff ---'),
  'approvals.apply': own('yyf fffff ---'),
  'approvals.answer': own('yyf fffff ---'),
  'approvals.appeal': own('yff fffff ---'),
  'cases.view': { own: '--- ----- fss', asked: 'fff yyfff ---' },
  'cases.assign': { own: NONE, asked: 'fff yyfff ---' },
  'cases.assess': { own: NONE, asked: 'fff yyfff ---' },
  'cases.decide': { own: NONE, asked: 'fff fbfff ---' },
  'cases.follow-up': { own: NONE, asked: 'fff yyfff ---' },
  'cases.appeal': { own: NONE, asked: 'fff fbfff ---' },
  'cases.export': { own: 'yff fffff ---', asked: 'fff yyfff ---' },

  'pools.view': own('yff ffffy ---'),
  'pools.manage': own('fff ffffy ---'),
  'pools.confirm-stays': own('yfy fffff ---'),
  'reviews.send': { own: NONE, asked: NONE, everyone: true },
  'reviews.view-desk': own('yyy fffff ---'),
  'reviews.reply': own('yyf fffff ---'),

  'notices.send': { own: NONE, asked: NONE, everyone: true },
  'moderation.view': own('--- ----- sss'),
  'moderation.decide': own('--- ----- bff'),
  'moderation.export': own('--- ----- sss'),

  'demo.move-clock': { own: NONE, asked: NONE, everyone: true },

  'site.view-desk': own('--- ----- sss'),
  'site.view-organisations': own('--- ----- fss'),
  'site.view-people': own('--- ----- fss'),
  'site.view-claims': own('--- ----- fss'),
  'site.view-registers': own('--- ----- fss'),
  'site.view-jobs': own('--- ----- fss'),
  'site.retry-jobs': own('--- ----- fbf'),
  'site.view-mail': own('--- ----- fss'),
  'site.handle-mail': own('--- ----- fbf'),
  'site.view-evidence': own('--- ----- fss'),
  'site.decide-evidence': own('--- ----- fbf'),
  'site.check-audit': own('--- ----- fss'),
  'site.view-audit': own('--- ----- fss'),
  'site.suspend': own('--- ----- fbf'),
  'site.restore': own('--- ----- fbf'),
  'site.appoint-authority': own('--- ----- fbf'),
  'site.give-role': own('--- ----- fbf'),
};

/** What a token of the organisation may do, by its scope. */
export const TOKENS: Readonly<Record<string, string>> = {
  'provider.edit': 'profile:write',
  'provider.publish': 'profile:write',
  'programme.edit': 'programmes:write',
  'openings.edit': 'openings:write',
  'results.report': 'results:write',
  'results.submit-evidence': 'results:write',
  'pools.manage': 'stays:write',
};

/** What suspended people, and people of suspended organisations, may still do. */
export const WHILE_SUSPENDED: readonly string[] = [
  'account.view', 'account.end-session', 'account.export', 'account.erase', 'desk.view', 'organisation.view', 'organisation.leave', 'claim.view',
  'provider.view-desk', 'results.view-desk', 'results.view-confirmations', 'authority.view-desk',
  'standards.view-desk', 'approvals.view-desk', 'cases.view', 'pools.view', 'reviews.view-desk',
];

/** What nobody does in their own case. */
export const NOT_OWN_CASE: readonly string[] = [
  'claim.decide', 'results.confirm', 'site.suspend', 'site.restore', 'site.give-role', 'site.decide-evidence',
  'cases.view', 'cases.export', 'cases.assign', 'cases.assess', 'cases.decide', 'cases.follow-up', 'cases.appeal', 'moderation.decide',
];
