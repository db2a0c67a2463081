/** What every page of a provider's results begins with: whose they are, and whether one may. */
import type { AstroGlobal } from 'astro';
import { organisationById, type OrganisationOnDesk } from '#features/accounts/queries.ts';
import { deskProvider, ownSources, shownProgrammes, toldRows, type DeskProvider } from '#features/results/desk/queries.ts';
import { halfYearStatuses, type HalfYearStatus } from '#features/results/desk/half-years.ts';
import type { Names } from '#features/results/desk/words.ts';
import { today } from '#platform/clock.ts';
import { allow } from '#platform/permissions.ts';
import type { Locale } from '#platform/input.ts';

export interface ResultsDesk {
  provider: DeskProvider;
  organisation: OrganisationOnDesk;
  statuses: HalfYearStatus[];
  programmes: Awaited<ReturnType<typeof shownProgrammes>>;
  sources: { id: number; title: string }[];
  names: Names;
}

/** @returns the answer to give where one may not be here */
export async function openResults(page: AstroGlobal): Promise<ResultsDesk | Response> {
  const { db, register } = page.locals.runtime;
  const locale = page.currentLocale as Locale;
  const provider = await deskProvider(db, page.params['slug'] ?? '');
  const refused = await allow(page, { organisationId: provider?.organisationId ?? null });
  const organisation = provider && (await organisationById(db, provider.organisationId));
  if (refused || !provider || !organisation) return refused ?? page.rewrite('/404');
  const programmes = await shownProgrammes(db, provider.providerId);
  const planned = new Map(programmes.flatMap(({ code, plannedMaxDays }) => (plannedMaxDays === null ? [] : [[code, plannedMaxDays] as const])));
  return {
    provider,
    organisation,
    programmes,
    statuses: halfYearStatuses(await toldRows(db, provider.providerId), planned, today()),
    sources: await ownSources(db, provider),
    names: {
      programmes: new Map(programmes.map(({ code, title }) => [code, title])),
      group: (code) => register.targetGroup(code)?.names ?? null,
      region: (code) => register.name(code, locale).text,
    },
  };
}
