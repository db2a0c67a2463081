/** Standards as the reading API sends them. Pure. */
import { localePath, type Locale } from '#i18n/index.ts';
import type { StandardDocument } from '#features/standards/model.ts';
import { standardPath } from '#features/standards/paths.ts';
import type { StandardCard, VersionSummary } from '#features/standards/queries.ts';
import { phaseOfVersion } from '#features/standards/view.ts';
import { PUBLIC_PHASES, type ApiStandard, type ApiStandardVersion } from './schemas-standards.ts';

export interface AroundStandard {
  lang: Locale;
  /** YYYY-MM-DD */
  day: string;
  usedBy: { id: number; name: string }[];
  /** By number of version; empty: none were asked for. */
  documents: ReadonlyMap<number, StandardDocument>;
}

function presentVersion(card: StandardCard, version: VersionSummary, { lang, day, documents }: AroundStandard): ApiStandardVersion[] {
  const phase = PUBLIC_PHASES.find((each) => each === phaseOfVersion(card.versions, version, day));
  if (phase === undefined) return [];
  const { number, title, criteria, example, consultationFrom, consultationUntil, publishedOn, inForceFrom, applicationsFrom, graceUntil, hash, logIndex } = version;
  return [{
    version: number, phase, title, criteria, example, consultationFrom, consultationUntil, publishedOn, inForceFrom, applicationsFrom, graceUntil, hash, logIndex,
    document: documents.get(number) ?? null, links: { html: localePath(lang, standardPath(card.slug, number)) },
  }];
}

export function presentStandard(card: StandardCard, around: AroundStandard): ApiStandard {
  const { slug, authorityId, authorityName, demo, versions } = card;
  return { slug, authority: { id: authorityId, name: authorityName }, usedBy: around.usedBy, demo, versions: versions.flatMap((each) => presentVersion(card, each, around)) };
}
