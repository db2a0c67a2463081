/** Letters about membership. */
import { formatMoment, localePath, messages } from '#i18n/index.ts';
import type { Locale } from '#platform/input.ts';
import type { Letter } from '#platform/mail.ts';
import type { Role } from './model.ts';

export interface InvitationFacts {
  siteUrl: string;
  token: string;
  /** null: the site itself. */
  organisation: string | null;
  inviter: string;
  role: Role;
  expiresAt: Date;
}

export function invitationLetter(locale: Locale, { siteUrl, token, organisation, inviter, role, expiresAt }: InvitationFacts): Letter {
  const { organisations: t, common } = messages(locale);
  const where = organisation ?? common.siteName;
  return {
    subject: t.letters.invitationSubject(where),
    paragraphs: [t.letters.invitation(inviter, where, t.roles[role].name), t.letters.invitationUntil(formatMoment(locale, expiresAt))],
    action: { label: t.letters.toInvitation, url: `${siteUrl}${localePath(locale, `/invitation/${token}`)}` },
    footer: t.letters.invitationNotYou,
  };
}

export function rolesLetter(locale: Locale, { siteUrl, organisation, roles }: { siteUrl: string; organisation: string; roles: readonly Role[] }): Letter {
  const t = messages(locale).organisations;
  return {
    subject: t.letters.rolesSubject(organisation),
    paragraphs: [t.letters.roles(organisation, roles.map((role) => t.roles[role].name).join(', '))],
    action: { label: t.letters.toDesk, url: `${siteUrl}${localePath(locale, '/desk')}` },
  };
}

export function removedLetter(locale: Locale, organisation: string): Letter {
  const t = messages(locale).organisations.letters;
  return { subject: t.removedSubject(organisation), paragraphs: [t.removed(organisation)] };
}
