/** Holds answers of the API to openapi.json, as any reader of that document would. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

export interface OpenApi {
  openapi: string;
  paths: Record<string, { get: Operation }>;
  components: { schemas: Record<string, object> };
  servers: { url: string }[];
}
export interface Parameter {
  name: string;
  in: 'query' | 'path';
  required: boolean;
  description: string;
  schema: object;
  example: unknown;
}
export interface Operation {
  operationId: string;
  parameters: Parameter[];
  responses: Record<string, { description: string; content?: Record<string, { schema: { $ref: string } }> }>;
}

export class ApiDocument {
  readonly document: OpenApi;
  readonly #ajv: Ajv2020;
  readonly #kept = new Map<string, ValidateFunction>();

  constructor(document: OpenApi) {
    this.document = document;
    this.#ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true, inlineRefs: false });
    (addFormats as unknown as (ajv: Ajv2020) => void)(this.#ajv);
    this.#ajv.addSchema({ $id: 'api', $defs: this.#withoutPaths(document.components.schemas) });
  }

  /** As JSON Schema has them: in $defs instead of components/schemas. */
  #withoutPaths(schemas: Record<string, object>): Record<string, object> {
    return JSON.parse(JSON.stringify(schemas).replaceAll('"#/components/schemas/', '"#/$defs/')) as Record<string, object>;
  }

  /** A schema of the document, or one that refers to its schemas. */
  compile(schema: object): ValidateFunction {
    const key = JSON.stringify(schema).replaceAll('"#/components/schemas/', '"api#/$defs/');
    const known = this.#kept.get(key) ?? this.#ajv.compile(JSON.parse(key) as object);
    this.#kept.set(key, known);
    return known;
  }

  named(name: string): ValidateFunction {
    return this.compile({ $ref: `#/components/schemas/${name}` });
  }

  /** The operation that a path of the API belongs to; null: the document knows none. @param path `/api/v1/…`, without query */
  operation(path: string): Operation | null {
    const found = Object.entries(this.document.paths).find(([template]) => {
      const pattern = template.split('/').map((step) => (step.startsWith('{') ? '[^/]+' : step.replaceAll('.', '\\.'))).join('/');
      return new RegExp(`^/api/v1${pattern}$`).test(path);
    });
    return found?.[1].get ?? null;
  }

  /** What is wrong with an answer; empty: it is as the document says. */
  faults(path: string, answer: { status: number; type: string; body: string }): string[] {
    const operation = this.operation(path);
    const response = operation?.responses[String(answer.status)] ?? (answer.status >= 400 ? { content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } } : undefined);
    if (!response) return [`${path} may not answer ${answer.status}`];
    const [type = '', media] = Object.entries(response.content ?? {})[0] ?? [];
    if (!media) return answer.body === '' ? [] : [`${path} answers ${answer.status} with a body`];
    if (answer.type.split(';')[0] !== type) return [`${path} answers ${answer.status} as ${answer.type} instead of ${type}`];
    const validate = this.compile(media.schema);
    if (validate(JSON.parse(answer.body))) return [];
    return (validate.errors ?? []).map((error) => `${path} ${answer.status} ${error.instancePath}: ${error.message} ${JSON.stringify(error.params)}`);
  }
}
