/** Two to four providers side by side, as the comparison page has them. */
import type { Locale } from '#i18n/index.ts';
import { today } from '#platform/clock.ts';
import { DomainError } from '#platform/errors.ts';
import { movedPermanently, type ReadAnswer } from '#platform/http/api.ts';
import type { Db } from '#db/client.ts';
import { presentSlug } from '#features/providers/queries.ts';
import { providerPages, type ProviderPage } from '#features/programmes/queries.ts';
import { publishedFigures } from '#features/results/queries.ts';
import { comparedProviders, obstacles, type Compared } from '#features/search/compare.ts';
import { marketOf, type Market } from '#features/search/queries.ts';
import { pairs } from '#features/search/pairs.ts';
import { fault } from '../faults.ts';
import { noSuchProvider, successorOf } from './find-provider.ts';
import { comparisonLinks } from './links.ts';
import { presentProvider, presentResult, type Reading } from './present.ts';
import { presentComparison, presentPair } from './present-results.ts';
import type { ApiComparison } from './schemas.ts';

/** The same comparison under the slugs that its providers have now; null: none of them has moved. */
async function movedComparison(db: Db, slugs: readonly string[], pages: readonly ProviderPage[], url: URL): Promise<Response | null> {
  const known = new Set(pages.map((page) => page.slug));
  const present = await Promise.all(slugs.map(async (slug) => (known.has(slug) ? slug : ((await presentSlug(db, slug)) ?? slug))));
  if (present.every((slug, at) => slug === slugs[at])) return null;
  const params = new URLSearchParams(url.search);
  params.delete('p');
  for (const slug of new Set(present)) params.append('p', slug);
  return movedPermanently(`${url.pathname}?${params}`);
}

function presentCompared({ page, offer, headline, leading, comparisons }: Compared, successor: { slug: string; name: string } | null, reading: Reading, market: Market | undefined): ApiComparison['results'][number] {
  const { open: _open, ended: _ended, groups, ...rest } = offer;
  return {
    provider: presentProvider(page, successor, reading, market),
    offer: { ...rest, groups: groups.map((group) => group.code) },
    headline: headline && presentResult(headline),
    verdict: leading && leading.code,
    comparisons: comparisons.map(presentComparison),
  };
}

/** @throws DomainError not-found that names each slug without a provider */
export async function compareForApi(db: Db, slugs: readonly string[], lang: Locale, url: URL): Promise<ReadAnswer<ApiComparison> | Response> {
  const pages = await providerPages(db, slugs);
  if (pages.length < slugs.length) {
    const moved = await movedComparison(db, slugs, pages, url);
    if (moved) return moved;
    const known = new Set(pages.map((page) => page.slug));
    const missing = slugs.flatMap((slug, at) => (known.has(slug) ? [] : [fault(`/p/${at}`, slug, 'the slug of a provider')]));
    throw new DomainError('not-found', noSuchProvider(String(missing[0]?.value)).message, missing);
  }
  const reading = { lang, day: today() };
  const ids = pages.map((page) => page.id);
  const markets = await marketOf(db, ids, reading.day);
  const compared = comparedProviders(pages, await publishedFigures(db, ids), reading.day, markets);
  const successors = await Promise.all(pages.map((page) => successorOf(db, page)));
  const body = {
    total: compared.length,
    results: compared.map((each, at) => presentCompared(each, successors[at] ?? null, reading, markets.get(each.page.id))),
    pairs: pairs(compared).map(presentPair),
    notComparable: obstacles(compared).map(({ reason, about }) => ({ reason, providers: about })),
    links: comparisonLinks(url, slugs, lang),
  };
  return { body, tags: pages.map((page) => `provider:${page.id}`) };
}
