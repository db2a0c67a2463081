import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogueJsonSchema } from '#features/catalogue/json-schema.ts';
import { FIELD_NOTES } from '#features/catalogue/json-schema-notes.ts';
import { aFile, aFullFile, aProvider, aResult } from '#tests/factories/catalogue.ts';

const ajv = new Ajv2020({ strict: false, allErrors: true });
(addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
const schema = catalogueJsonSchema('https://example.org');
const validate = ajv.compile(schema);

describe('the JSON Schema of the catalogue format', () => {
  it('is a complete document', () => {
    expect(schema).toMatchObject({ $id: 'https://example.org/schemas/catalogue.v1.json', title: 'Vejviser catalogue, version 1' });
    expect(ajv.validateSchema(schema)).toBe(true);
  });

  it('takes what import takes', () => {
    expect(validate(aFile())).toBe(true);
    expect(validate(aFullFile())).toBe(true);
    expect(validate(JSON.parse(readFileSync('db/seed/catalogue-new-jersey-a.json', 'utf8')))).toBe(true);
    expect(validate(aFile({ providers: [aProvider({ summary: null, results: [aResult({ cost: null })] })] }))).toBe(true);
  });

  it.each([
    ['another format', aFile({ format: 'vejviser.catalogue/2' as never })],
    ['an unknown field', { ...aFile(), extra: 1 }],
    ['an unknown field of a provider', aFile({ providers: [{ ...aProvider(), websit: 'x' } as never] })],
    ['a missing field', { format: 'vejviser.catalogue/1', providers: [] }],
    ['a word that is no choice', aFile({ providers: [aProvider({ kind: 'firm' as never })] })],
    ['a negative count', aFile({ providers: [aProvider({ results: [aResult({ started: -1 })] })] })],
  ])('refuses %s', (_, file) => {
    expect(validate(file)).toBe(false);
  });

  it('has a note only on fields that exist, and every definition has a description', () => {
    const defs = schema['$defs'] as Record<string, { description?: string; properties: Record<string, { description?: string }> }>;
    for (const [path, note] of Object.entries(FIELD_NOTES)) {
      const [name = '', field = ''] = path.split('.');
      const holder = name === 'File' ? (schema as { properties: Record<string, { description?: string }> }) : defs[name];
      expect(holder?.properties[field]?.description, path).toBe(note);
    }
    for (const [name, each] of Object.entries(defs)) expect(each.description, name).toBeTruthy();
  });
});
