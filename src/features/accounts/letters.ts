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

export type Suspension = 'suspend' | 'restore';

/** @param organisation null: it is the person who was put on hold or let in again */
export function suspensionLetter(locale: Locale, what: Suspension, organisation: string | null, reason: string): Letter {
  const t = messages(locale).deskSite.letters[what];
  return { subject: organisation === null ? t.personSubject : t.organisationSubject(organisation), paragraphs: [organisation === null ? t.person : t.organisation(organisation), messages(locale).organisations.letters.reasons(reason)] };
}

export function siteRolesLetter(locale: Locale, siteUrl: string, roles: readonly Role[]): Letter {
  const { organisations: t, deskSite } = messages(locale);
  return {
    subject: deskSite.letters.rolesSubject,
    paragraphs: [roles.length === 0 ? deskSite.letters.noRoles : deskSite.letters.roles(roles.map((role) => t.roles[role].name).join(', '))],
    action: { label: t.letters.toDesk, url: `${siteUrl}${localePath(locale, '/desk')}` },
  };
}

export function fileRefusedLetter(locale: Locale, name: string, reason: string): Letter {
  const t = messages(locale);
  return { subject: t.deskSite.letters.fileSubject, paragraphs: [t.deskSite.letters.file(name), t.organisations.letters.reasons(reason)] };
}
