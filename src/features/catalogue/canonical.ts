/** One spelling for equal contents: fields in the order of the format, unknown ones left out. Pure. */
import type { z } from 'zod';

interface Definition {
  type: string;
  shape?: Record<string, z.core.$ZodType>;
  element?: z.core.$ZodType;
  innerType?: z.core.$ZodType;
  in?: z.core.$ZodType;
}

/**
 * The database keeps documents without the order of their fields; this gives it back.
 * @param schema of objects, lists and plain values, as the format's is
 */
export function canonical(schema: z.core.$ZodType, value: unknown): unknown {
  const { type, shape, element, innerType, in: before } = schema._zod.def as unknown as Definition;
  if (innerType) return canonical(innerType, value);
  if (type === 'pipe' && before) return canonical(before, value);
  if (element && Array.isArray(value)) return value.map((each) => canonical(element, each));
  if (!shape || typeof value !== 'object' || value === null) return value;
  const source = value as Record<string, unknown>;
  const ordered: Record<string, unknown> = {};
  for (const [field, inner] of Object.entries(shape)) {
    const each = source[field];
    if (each !== undefined && each !== null) ordered[field] = canonical(inner, each);
  }
  return ordered;
}
