import { listStandards } from '#features/catalogue/api/endpoints.ts';
import { listLinks } from '#features/catalogue/api/links.ts';
import { presentStandard } from '#features/catalogue/api/present-standards.ts';
import { apiRoute } from '#features/catalogue/api/route.ts';
import type { StandardDocument } from '#features/standards/model.ts';
import { authoritiesUsing, publicDocuments, publicStandards } from '#features/standards/queries.ts';
import { today } from '#platform/clock.ts';

const NONE: ReadonlyMap<number, StandardDocument> = new Map();

export const GET = apiRoute(listStandards, async ({ slug, lang }, { locals }) => {
  const { db } = locals.runtime;
  const cards = (await publicStandards(db)).filter((each) => slug === undefined || each.slug === slug);
  const documents = slug === undefined ? NONE : await publicDocuments(db, slug);
  const uses = new Map(await Promise.all(cards.map(async ({ id }) => [id, await authoritiesUsing(db, id)] as const)));
  const results = cards.map((card) => presentStandard(card, { lang, day: today(), documents, usedBy: uses.get(card.id) ?? [] }));
  return { body: { total: results.length, results, links: listLinks('standards', lang, '/standards') }, tags: null };
});
