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
  { route: '/[...lang]/desk/authority/[id]/confirmations', action: 'results.view-confirmations', of: 'authority', label: (t) => t.deskResults.confirm.title },
  { route: '/[...lang]/desk/organisation/[id]/members', action: 'organisation.view', of: 'any', label: (t) => t.organisations.desk.members },
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
