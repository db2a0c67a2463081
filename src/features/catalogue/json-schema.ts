/** The catalogue format and the open data as JSON Schema (2020-12), made from the very schemas that import uses. */
import { z } from 'zod';
import { localisedText } from '#platform/input.ts';
import { programme, stage } from '#features/programmes/input.ts';
import { claim, development, location, organisationId, staff } from '#features/providers/input.ts';
import { outcome, result } from '#features/results/input.ts';
import { openReviews } from './open-reviews.ts';
import { openRelease } from '#features/results/open-release.ts';
import { catalogueFile, catalogueProvider, catalogueRegion, catalogueSource, catalogueTargetGroup } from './input.ts';
import { FIELD_NOTES } from './json-schema-notes.ts';
import { openProviders, openResults } from './open-data.ts';

type JsonSchema = Record<string, unknown>;

/** Names of the definitions; a description of each. */
function definitions() {
  const registry = z.registry<{ id: string; description: string }>();
  return registry
    .add(localisedText, { id: 'Text', description: 'A text for people, by language; at least one language.' })
    .add(organisationId, { id: 'OrganisationId', description: 'dk-cvr, se-orgnr, nl-kvk and fi-ytunnus are checked by their check digit or form; any other scheme is free text.' })
    .add(catalogueSource, { id: 'Source', description: 'Who says it; shown beside every figure.' })
    .add(catalogueRegion, { id: 'Region', description: 'A region outside the shipped register.' })
    .add(catalogueTargetGroup, { id: 'TargetGroup', description: 'A target group outside the shipped list.' })
    .add(catalogueProvider, { id: 'Provider', description: 'The same provider wherever its id is the same.' })
    .add(location, { id: 'Location', description: 'A place where the provider works.' })
    .add(staff, { id: 'Staff', description: 'The people who help.' })
    .add(development, { id: 'Development', description: 'How the staff are kept able.' })
    .add(claim, { id: 'Claim', description: 'A statement without figures; shown as claimed, not documented.' })
    .add(programme, { id: 'Programme', description: 'The same programme where its code is the same within the provider.' })
    .add(stage, { id: 'Stage', description: 'A part of a programme; where days, hoursPerDay and hours are all given, hours = days × hoursPerDay.' })
    .add(result, { id: 'Result', description: 'One group of people who started in one period. completed ≤ started ≤ referred.' })
    .add(outcome, { id: 'Outcome', description: 'placed + notPlaced + unknown + excluded equals started (or completed, when counted over completers), or of for a measure of its own.' });
}

/** Absent and null both mean unknown, so every optional field may be null. */
function toSchema(schema: z.ZodType, id: string, title: string, description: string): JsonSchema {
  const made = z.toJSONSchema(schema, { io: 'input', metadata: definitions() }) as JsonSchema;
  const { $schema, ...rest } = made;
  return withNotes({ $schema, $id: id, title, description, ...rest });
}

function withNotes(schema: JsonSchema): JsonSchema {
  const defs = (schema['$defs'] ?? {}) as Record<string, JsonSchema>;
  for (const [path, note] of Object.entries(FIELD_NOTES)) {
    const [name = '', field = ''] = path.split('.');
    const holder = name === 'File' ? schema : defs[name];
    const property = (holder?.['properties'] as Record<string, JsonSchema> | undefined)?.[field];
    if (property) property['description'] = note;
  }
  return schema;
}

/** @param base address of the site, without a slash at the end; the file is served at /schemas/catalogue.v1.json */
export function catalogueJsonSchema(base = ''): JsonSchema {
  return toSchema(
    catalogueFile,
    `${base}/schemas/catalogue.v1.json`,
    'Vejviser catalogue, version 1',
    'What a publisher knows about providers of employment services: who they are, what they offer, and the results they document. null or an absent field means unknown; zero means zero.',
  );
}

/** By file name. */
export function openDataJsonSchemas(base = ''): Record<string, JsonSchema> {
  return {
    'providers.schema.json': toSchema(openProviders, `${base}/schemas/open-data.providers.v1.json`, 'Vejviser open data: providers', 'Providers as their pages show them.'),
    'results.schema.json': toSchema(openResults, `${base}/schemas/open-data.results.v1.json`, 'Vejviser open data: results', 'Published results, past disclosure control.'),
    'results-release.schema.json': toSchema(openRelease, `${base}/schemas/open-data.release.v1.json`, 'Vejviser open data: release', 'All from which the published verdicts can be repeated: npm run results:verify.'),
    'reviews.schema.json': toSchema(openReviews, `${base}/schemas/open-data.reviews.v1.json`, 'Vejviser open data: reviews', 'Published reviews, and the counts and figures that go with them.'),
  };
}
