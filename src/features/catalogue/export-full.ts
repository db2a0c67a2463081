/** Everything that each source says, as catalogue files: for operators, as reported results are confidential. */
import type { Db } from '#db/client.ts';
import type { StoredSource } from '#features/providers/commands/ensure-source.ts';
import { slugOf } from '#features/providers/slug.ts';
import { canonical } from './canonical.ts';
import {
  broughtPlaces, exportedSources, namedCodes, readVersions, reportedResults, versionsOfSource,
  type OwnedRegion, type OwnedTargetGroup,
} from './exported.ts';
import { CATALOGUE_FORMAT, catalogueFile, catalogueProvider } from './input.ts';
import type { NewFile } from './new-files.ts';

type Places = Awaited<ReturnType<typeof broughtPlaces>>;

/**
 * One file a source, `001-its-title.json` in the order in which sources came. Equal contents give equal bytes.
 * @returns providers written
 */
export async function exportFull(db: Db, make: (name: string) => Promise<NewFile>, onProvider: (done: number) => void): Promise<number> {
  const places = await broughtPlaces(db);
  let done = 0;
  for (const [index, source] of (await exportedSources(db)).entries()) {
    const file = await make(`${String(index + 1).padStart(3, '0')}-${slugOf(source.title, 'source')}.json`);
    await writeSource(db, file, source, await placesFor(db, source.id, places), (providers) => onProvider((done += providers)));
  }
  return done;
}

async function writeSource(db: Db, file: NewFile, source: StoredSource, places: Places, onProviders: (count: number) => void): Promise<void> {
  const { regions, targetGroups } = places;
  const head = canonical(catalogueFile, {
    format: CATALOGUE_FORMAT, source,
    regions: regions.length > 0 ? regions : null,
    targetGroups: targetGroups.length > 0 ? targetGroups : null,
  }) as Record<string, unknown>;
  // The head is for people to read; the providers are one a line, so that two exports can be compared line by line.
  await file.write(`${JSON.stringify(head, null, 2).slice(0, -2)},\n  "providers": [`);
  let first = true;
  for await (const page of readVersions(db, await versionsOfSource(db, source.id))) {
    const results = await reportedResults(db, source.id, page.map((each) => each.providerId));
    for (const { providerId, profile, programmes } of page) {
      const own = results.get(providerId);
      const provider = canonical(catalogueProvider, { ...profile, programmes: programmes.length > 0 ? programmes : null, results: own });
      await file.write(`${first ? '' : ','}\n    ${JSON.stringify(provider)}`);
      first = false;
    }
    onProviders(page.length);
  }
  await file.write(`${first ? '' : '\n  '}]\n}\n`);
}

/**
 * A source's own regions and target groups, and those of other catalogues that it leans on: so each file can be
 * read by itself into an empty database.
 */
async function placesFor(db: Db, sourceId: number, { regions, targetGroups }: Places): Promise<Places> {
  const foreign = [...regions, ...targetGroups].some((each) => each.sourceId !== sourceId);
  if (!foreign) return { regions, targetGroups };
  const named = await namedCodes(db, sourceId);
  const byCode = new Map(regions.map((each) => [each.code, each]));
  const wanted = new Set<string>();
  const want = (region: OwnedRegion | undefined) => {
    for (let each = region; each && !wanted.has(each.code); each = byCode.get(each.parent ?? '')) wanted.add(each.code);
  };
  for (const each of regions) if (each.sourceId === sourceId) want(each);
  for (const code of named.regions) want(byCode.get(code));
  const wantedGroup = (each: OwnedTargetGroup) => each.sourceId === sourceId || named.targetGroups.has(each.code);
  return { regions: regions.filter((each) => wanted.has(each.code)), targetGroups: targetGroups.filter(wantedGroup) };
}
