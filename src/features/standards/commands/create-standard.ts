import { sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import { standard, standardUse, standardVersion } from '#db/schema/index.ts';
import { audit } from '#platform/audit.ts';
import { now } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import type { LocalisedText } from '#platform/input.ts';
import { numberedSlug, slugOf } from '#features/providers/slug.ts';
import { documentHash, plainDocument } from '../hash.ts';
import { standardDocument } from '../input.ts';
import { FIRST_LIMITS, FIRST_RULE, type StandardDocument } from '../model.ts';

async function freeSlug(tx: Db, title: LocalisedText): Promise<string> {
  const base = slugOf(Object.values(title).find((each) => each !== undefined) ?? '', 'standard');
  const taken = new Set((await rows<{ slug: string }>(tx, sql`select slug from standard`)).map(({ slug }) => slug));
  for (let number = 1; ; number++) if (!taken.has(numberedSlug(base, number))) return numberedSlug(base, number);
}

/** @param document whole, for one that is brought along; else a title is enough */
export async function createStandard(ctx: Context, { authorityId, title, document: given, slug: wanted }: { authorityId: number; title: LocalisedText; document?: StandardDocument; slug?: string }): Promise<{ slug: string; standardId: number; versionId: number }> {
  const document: StandardDocument = given ?? standardDocument.parse({ title, example: false, validMonths: 36, limits: FIRST_LIMITS, themes: [], rule: FIRST_RULE });
  return ctx.db.transaction(async (tx) => {
    // Two who begin at once get an address each.
    await tx.execute(sql`lock table standard in share row exclusive mode`);
    const at = now();
    const slug = wanted ?? (await freeSlug(tx, title));
    const [made] = await tx.insert(standard).values({ slug, authorityId, createdAt: at }).returning({ id: standard.id });
    if (!made) throw new Error('The standard was not written.');
    await tx.insert(standardUse).values({ standardId: made.id, authorityId, since: at });
    const [version] = await tx
      .insert(standardVersion)
      .values({ standardId: made.id, number: 1, state: 'draft', document: plainDocument(document), hash: documentHash(document), revision: 1, createdBy: ctx.actor, createdAt: at, updatedAt: at })
      .returning({ id: standardVersion.id });
    if (!version) throw new Error('The first version was not written.');
    await audit(tx, { actor: ctx.actor, action: 'standard.create', object: `standard:${made.id}`, detail: { authorityId, slug } });
    return { slug, standardId: made.id, versionId: version.id };
  });
}
