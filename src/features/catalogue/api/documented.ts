/** What openapi.json says of a schema beside its shape. */
import { z } from 'zod';

export interface Documentation {
  /** Name under `components/schemas`. */
  id?: string;
  description?: string;
  format?: string;
  examples?: unknown[];
}
export const documented = z.registry<Documentation>();

/** A copy with a description: the schema itself may be in use elsewhere. */
export function note<T extends z.ZodType>(schema: T, description: string, more: Omit<Documentation, 'description' | 'id'> = {}): T {
  const copy = z.clone(schema, schema._zod.def, { parent: true });
  documented.add(copy, { description, ...more });
  return copy;
}

/** The very schema under a name, so that everything made of it refers to it. */
export function named<T extends z.ZodType>(schema: T, id: string, description: string): T {
  documented.add(schema, { id, description });
  return schema;
}
