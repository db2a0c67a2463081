/** Published reviews and figures, provider by provider. Nothing here reads a review that is not in view. */
import { sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import type { BatchCounts, DimensionBars } from '#features/reviews/showing/counts.ts';
import { aroundReviews, shownFigures, shownReviews } from '#features/reviews/showing/queries.ts';
import { presentAsked, presentFigures, presentReview } from './api/present-reviews.ts';
import type { NewFile } from './new-files.ts';
import { REVIEWS_FORMAT, type OpenReviewedProvider } from './open-reviews.ts';

const PAGE = 500;

const dimensionsOf = ({ fit, heard, able, contacts, closer, again }: DimensionBars) =>
  ({ fit: [...fit], heard: [...heard], able: [...able], contacts: [...contacts], closer: [...closer], again: [...again] });

async function leftoversOf(db: Db, providerId: number): Promise<OpenReviewedProvider['totalsOnly']> {
  const found = await rows<{ quarter: string; counts: BatchCounts }>(db, sql`select quarter, counts from review_batch where provider_id = ${providerId} and pool_id is null order by quarter, id`);
  return found.map(({ quarter, counts }) => ({ quarter, reviewers: counts.reviewers, dimensions: dimensionsOf(counts.dimensions) }));
}

async function openProvider(db: Db, { id, slug }: { id: number; slug: string }): Promise<OpenReviewedProvider> {
  const figures = await shownFigures(db, id);
  const reviews: OpenReviewedProvider['reviews'] = [];
  for (let total = 1; reviews.length < total; ) {
    const page = await shownReviews(db, id, reviews.length, PAGE);
    total = page.reviews.length === 0 ? 0 : page.total;
    reviews.push(...page.reviews.map(presentReview));
  }
  return { provider: slug, figures: figures && presentFigures(figures), asked: presentAsked((await aroundReviews(db, id)).rounds), totalsOnly: await leftoversOf(db, id), reviews };
}

export async function writeReviews(db: Db, file: NewFile): Promise<void> {
  const [reference] = await rows<{ quarter: string; counts: DimensionBars }>(db, sql`select quarter, counts from review_reference order by quarter desc limit 1`);
  const said = reference ? { quarter: reference.quarter, dimensions: dimensionsOf(reference.counts) } : null;
  await file.write(`{\n  "format": ${JSON.stringify(REVIEWS_FORMAT)},\n  "reference": ${JSON.stringify(said)},\n  "providers": [`);
  const providers = await rows<{ id: number; slug: string }>(db, sql`select p.id, p.slug from provider p where p.version_id is not null and exists (select 1 from review_batch b where b.provider_id = p.id) order by p.id`);
  for (const [n, each] of providers.entries()) await file.write(`${n === 0 ? '' : ','}\n    ${JSON.stringify(await openProvider(db, each))}`);
  await file.write('\n  ]\n}\n');
}
