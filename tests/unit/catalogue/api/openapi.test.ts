/** The document must be a sound one, say the same as the table that the routes read by, and have a route for every path. */
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ENDPOINTS } from '#features/catalogue/api/endpoints.ts';
import { openApiDocument } from '#features/catalogue/api/openapi.ts';
import { readQuery } from '#features/catalogue/api/read-query.ts';
import { ApiDocument, type OpenApi, type Parameter } from '#tests/support/api-document.ts';

const document = openApiDocument('https://site.example') as unknown as OpenApi;
const api = new ApiDocument(document);

const references = (value: unknown): string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, each]) => (key === '$ref' ? [String(each)] : references(each)));

const parametersOf = (path: string): Parameter[] => (document.paths[path]?.get.parameters ?? []).filter((each) => each.in === 'query');

describe('openapi.json', () => {
  it('refers only to what it holds, and holds nothing that nobody refers to', () => {
    const referred = new Set(references(document));
    const held = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`);
    expect([...referred].filter((each) => !held.includes(each))).toEqual([]);
    expect(held.filter((each) => !referred.has(each))).toEqual([]);
  });

  it('has schemas that a strict validator takes', () => {
    for (const name of Object.keys(document.components.schemas)) expect(() => api.named(name)).not.toThrow();
  });

  it('names every operation once and every path has a route', () => {
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path).map(({ operationId }) => operationId));
    expect(new Set(operations).size).toBe(operations.length);
    for (const path of Object.keys(document.paths)) {
      const file = `src/pages/api/v1${path.replaceAll('{', '[').replaceAll('}', ']')}`;
      expect([`${file}.ts`, `${file}/index.ts`].some((each) => existsSync(each)), path).toBe(true);
    }
  });

  it('describes every parameter, with an example that its own schema and the route take', () => {
    for (const endpoint of ENDPOINTS) {
      const parameters = parametersOf(endpoint.path);
      expect(parameters.map((each) => each.name)).toEqual(Object.keys(endpoint.query.shape));
      for (const { name, description, schema, example } of parameters) {
        expect(description, name).toBeTypeOf('string');
        expect(api.compile(schema)(example), name).toBe(true);
        const query = new URLSearchParams([example].flat().map((value) => [name, String(value)]));
        expect(readQuery(endpoint.query.partial(), query)).toHaveProperty(name);
      }
    }
  });

  it('says which parameters must be there', () => {
    const required = ENDPOINTS.flatMap(({ path }) => parametersOf(path).flatMap((each) => (each.required ? [`${path} ${each.name}`] : [])));
    expect(required).toEqual(['/compare p']);
  });
});
