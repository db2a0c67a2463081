import { readApprovals } from '#features/catalogue/api/endpoints.ts';
import { providerOrRedirect } from '#features/catalogue/api/find-provider.ts';
import { providerLinks } from '#features/catalogue/api/links.ts';
import { presentReference } from '#features/catalogue/api/present.ts';
import { apiRoute } from '#features/catalogue/api/route.ts';

export const GET = apiRoute(readApprovals, async ({ lang }, context) => {
  const page = await providerOrRedirect(context);
  if (page instanceof Response) return page;
  const { approvals: self, html } = providerLinks(page.slug, lang);
  return { body: { provider: presentReference(page, lang), total: 0, results: [], links: { self, html: `${html}/approvals` } }, tags: [`provider:${page.id}`] };
});
