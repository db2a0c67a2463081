/** The catalogue file, version 1: what import reads and export writes. */
import { z } from 'zod';
import { isoDate, localisedText, optional, plainText, regionCode } from '#platform/input.ts';
import { providerProfile } from '#features/providers/input.ts';
import { programme } from '#features/programmes/input.ts';
import { result } from '#features/results/input.ts';

export const CATALOGUE_FORMAT = 'vejviser.catalogue/1';

/** Title and publisher together are the source's name in the database, so they have a bound. */
const sourceName = z.string().trim().min(1).max(300);

export const catalogueSource = z.strictObject({
  title: sourceName,
  publisher: sourceName,
  url: optional(z.string().max(2_000)),
  retrieved: optional(isoDate),
  licence: optional(plainText),
});

export const catalogueRegion = z.strictObject({
  code: regionCode,
  name: localisedText,
  parent: optional(regionCode),
  lat: optional(z.number().min(-90).max(90)),
  lon: optional(z.number().min(-180).max(180)),
  population: optional(z.int().min(0).max(2_000_000_000)),
});

export const catalogueTargetGroup = z.strictObject({
  code: z.string().min(1).max(100),
  name: localisedText,
  description: optional(localisedText),
});

export const catalogueProvider = providerProfile.extend({
  programmes: optional(z.array(programme)),
  results: optional(z.array(result)),
});

export const catalogueFile = z.strictObject({
  format: z.literal(CATALOGUE_FORMAT),
  source: catalogueSource,
  regions: optional(z.array(catalogueRegion)),
  targetGroups: optional(z.array(catalogueTargetGroup)),
  providers: z.array(catalogueProvider),
});

export type CatalogueSource = z.output<typeof catalogueSource>;
export type CatalogueRegion = z.output<typeof catalogueRegion>;
export type CatalogueTargetGroup = z.output<typeof catalogueTargetGroup>;
export type CatalogueProvider = z.output<typeof catalogueProvider>;
export type CatalogueFile = z.output<typeof catalogueFile>;
