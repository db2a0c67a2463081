/** What the desk leads to. A section shows once its route is there and the person may have it. */
import { localePath, type Locale, type Messages } from '#i18n/index.ts';
import type { Gate } from '#platform/permissions.ts';
import type { ActionName } from '#features/accounts/policy.ts';
import type { OrganisationOnDesk } from '#features/accounts/queries.ts';
import { ACCESS } from '#src/pages/_access.ts';

interface Section {
  /** As in src/pages/_access.ts; `[id]` is the organisation's, `[slug]` its provider's. */
  route: string;
  action: ActionName;
  /** Kind of organisation that it belongs to; `any` of them; or the site. */
  of: 'provider' | 'authority' | 'any' | 'site';
  label(t: Messages): string;
}

export const DESK_SECTIONS: readonly Section[] = [
  { route: '/[...lang]/desk/provider/[slug]', action: 'provider.view-desk', of: 'provider', label: (t) => t.deskProfile.front.profile },
  { route: '/[...lang]/desk/provider/[slug]/openings', action: 'openings.edit', of: 'provider', label: (t) => t.enquiries.desk.openings },
  { route: '/[...lang]/desk/provider/[slug]/enquiries', action: 'enquiries.read', of: 'provider', label: (t) => t.enquiries.desk.enquiries },
  { route: '/[...lang]/desk/provider/[slug]/results', action: 'results.view-desk', of: 'provider', label: (t) => t.deskResults.title },
  { route: '/[...lang]/desk/provider/[slug]/reviews', action: 'reviews.view-desk', of: 'provider', label: (t) => t.experiences.desk.title },
  { route: '/[...lang]/desk/provider/[slug]/moderation', action: 'reviews.view-desk', of: 'provider', label: (t) => t.moderation.provider.title },
  { route: '/[...lang]/desk/provider/[slug]/pools', action: 'pools.confirm-stays', of: 'provider', label: (t) => t.pools.provider.title },
  { route: '/[...lang]/desk/provider/[slug]/approvals', action: 'approvals.view-desk', of: 'provider', label: (t) => t.applying.title },
  { route: '/[...lang]/desk/authority/[id]/cases', action: 'cases.view', of: 'authority', label: (t) => t.cases.title },
  { route: '/[...lang]/desk/authority/[id]/confirmations', action: 'results.view-confirmations', of: 'authority', label: (t) => t.deskResults.confirm.title },
  { route: '/[...lang]/desk/authority/[id]/pools', action: 'pools.view', of: 'authority', label: (t) => t.pools.title },
  { route: '/[...lang]/desk/authority/[id]/standards', action: 'standards.view-desk', of: 'authority', label: (t) => t.deskStandards.title },
  { route: '/[...lang]/desk/organisation/[id]/members', action: 'organisation.view', of: 'any', label: (t) => t.organisations.desk.members },
  { route: '/[...lang]/desk/organisation/[id]/tokens', action: 'tokens.manage', of: 'any', label: (t) => t.deskResults.tokens.title },
  { route: '/[...lang]/desk/site', action: 'site.view-desk', of: 'site', label: (t) => t.deskSite.sections.front },
  { route: '/[...lang]/desk/moderation', action: 'moderation.view', of: 'site', label: (t) => t.moderation.desk.title },
  { route: '/[...lang]/desk/site/claims', action: 'site.view-claims', of: 'site', label: (t) => t.deskSite.sections.claims },
  { route: '/[...lang]/desk/site/evidence', action: 'site.view-evidence', of: 'site', label: (t) => t.deskSite.sections.evidence },
  { route: '/[...lang]/desk/site/organisations', action: 'site.view-organisations', of: 'site', label: (t) => t.deskSite.sections.organisations },
  { route: '/[...lang]/desk/site/people', action: 'site.view-people', of: 'site', label: (t) => t.deskSite.sections.people },
  { route: '/[...lang]/desk/site/registers', action: 'site.view-registers', of: 'site', label: (t) => t.deskSite.sections.registers },
  { route: '/[...lang]/desk/site/jobs', action: 'site.view-jobs', of: 'site', label: (t) => t.deskSite.sections.jobs },
  { route: '/[...lang]/desk/site/mail', action: 'site.view-mail', of: 'site', label: (t) => t.deskSite.sections.mail },
  { route: '/[...lang]/desk/site/audit', action: 'site.view-audit', of: 'site', label: (t) => t.deskSite.sections.audit },
  { route: '/[...lang]/desk/site/retention', action: 'site.view-registers', of: 'site', label: (t) => t.deskSite.sections.retention },
];

export interface DeskLink {
  route: string;
  href: string;
  label: string;
}

/** @param organisation null: the sections of the site */
export function deskLinks(gate: Gate<ActionName>, t: Messages, locale: Locale, organisation: Pick<OrganisationOnDesk, 'id' | 'slug' | 'provider' | 'authority'> | null): DeskLink[] {
  const fits = ({ of }: Section) => (organisation === null ? of === 'site' : of === 'any' || (of !== 'site' && organisation[of]));
  const object = organisation === null ? {} : { organisationId: organisation.id, authorityId: organisation.id };
  return DESK_SECTIONS.filter((each) => each.route in ACCESS && fits(each) && gate.mayOnce(each.action, object)).map(({ route, label }) => ({
    route,
    href: localePath(locale, route.replace('/[...lang]', '').replace('[id]', String(organisation?.id ?? '')).replace('[slug]', organisation?.slug ?? '').replace('[slug]', organisation?.slug ?? '')),
    label: label(t),
  }));
}
