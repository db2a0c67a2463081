/** The open file of the latest release, written section by section. Nothing here reads a reported cell. */
import type { Db } from '#db/client.ts';
import { openComparison, openCorrection, openEstimate, openSummary, openTable, RELEASE_FORMAT } from '#features/results/open-release.ts';
import { openReleases, openSummaries, readOpenRows, type OpenKind } from '#features/results/open-rows.ts';
import type { z } from 'zod';
import type { NewFile } from './new-files.ts';

const SECTIONS: readonly [OpenKind, z.ZodObject][] = [
  ['comparisons', openComparison], ['tables', openTable], ['estimates', openEstimate], ['corrections', openCorrection],
];

/** Fields in the order of the schema, all of them: the database keeps none, and null says that something does not apply. */
function ordered(schema: z.ZodType, value: unknown): unknown {
  const definition = schema._zod.def as unknown as { type: string; shape?: Record<string, z.ZodType>; element?: z.ZodType; innerType?: z.ZodType; options?: z.ZodType[]; discriminator?: string };
  if (value === null || value === undefined) return null;
  if (definition.innerType) return ordered(definition.innerType, value);
  if (definition.element && Array.isArray(value)) return value.map((each) => ordered(definition.element as z.ZodType, each));
  if (definition.options && definition.discriminator !== undefined) {
    const fits = definition.options.find((option) => option.safeParse(value).success);
    return fits ? ordered(fits, value) : value;
  }
  if (!definition.shape) return value;
  const source = value as Record<string, unknown>;
  return Object.fromEntries(Object.entries(definition.shape).map(([field, inner]) => [field, ordered(inner, source[field])]));
}

const line = (schema: z.ZodType, value: unknown, first: boolean) => `${first ? '' : ','}\n    ${JSON.stringify(ordered(schema, value))}`;

export async function writeRelease(db: Db, file: NewFile): Promise<void> {
  const { latest, all } = await openReleases(db);
  await file.write(`{\n  "format": ${JSON.stringify(RELEASE_FORMAT)},\n  "release": ${JSON.stringify(latest)},\n  "releases": ${JSON.stringify(all)},\n  "summaries": [`);
  const summaries = await openSummaries(db);
  for (const [index, each] of summaries.entries()) await file.write(line(openSummary, each, index === 0));
  for (const [kind, schema] of SECTIONS) {
    await file.write(`\n  ],\n  "${kind}": [`);
    let first = true;
    for await (const page of readOpenRows(db, kind)) {
      for (const each of page) {
        await file.write(line(schema, each, first));
        first = false;
      }
    }
  }
  await file.write('\n  ]\n}\n');
}
