/** All that the public page of one version reads. */
import type { Db } from '#db/client.ts';
import { commentKind } from './comments.ts';
import type { StandardDocument } from './model.ts';
import { authoritiesUsing, commentsOf, publicStandard, simulationsOf, standardVersion, type Comment, type KeptSimulation, type StandardCard, type StandardVersion, type VersionSummary } from './queries.ts';

export interface Compared {
  /** The version before; null: what was put out to consultation. */
  number: number | null;
  document: StandardDocument;
}

export interface PublicVersion {
  card: StandardCard;
  version: StandardVersion;
  /** The published one before it; null: it is the first. */
  earlier: VersionSummary | null;
  /** The draft was changed after its consultation. */
  revised: boolean;
  /** What the page shows the differences from; null: it shows the whole. */
  compared: Compared | null;
  authorities: string[];
  comments: Comment[];
  /** The last trial run that was made before publication; null: none was. */
  simulation: KeptSimulation | null;
  /** What one may write now; null: nothing. */
  kind: 'comment' | 'question' | null;
}

async function comparedWith(db: Db, version: StandardVersion, earlier: VersionSummary | null, show: string | null): Promise<Compared | null> {
  if (show === 'consulted' && version.consulted) return { number: null, document: version.consulted };
  if (show !== 'differences' || !earlier) return null;
  const before = await standardVersion(db, version.slug, earlier.number);
  return before && { number: before.number, document: before.document };
}

/** null: there is nothing that the public may see. @param show `differences` from the version before, `consulted`: from what was consulted */
export async function openPublicVersion(db: Db, slug: string, number: string, show: string | null, day: string): Promise<PublicVersion | null> {
  const card = /^[1-9]\d{0,3}$/.test(number) ? await publicStandard(db, slug) : null;
  const version = card && (await standardVersion(db, slug, Number(number)));
  if (!card || !version) return null;
  const earlier = card.versions.filter((each) => each.number < version.number && each.state === 'published').at(-1) ?? null;
  const [simulation = null] = await simulationsOf(db, version.id);
  return {
    card, version, earlier, simulation,
    revised: version.consulted !== null && version.state === 'published' && JSON.stringify(version.consulted) !== JSON.stringify(version.document),
    compared: await comparedWith(db, version, earlier, show),
    authorities: (await authoritiesUsing(db, card.id)).map(({ name }) => name),
    comments: await commentsOf(db, version.id),
    kind: commentKind(version, day),
  };
}
