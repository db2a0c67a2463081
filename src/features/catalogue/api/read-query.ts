/** Parameters of a request, read by the table of endpoints. Pure. */
import { z } from 'zod';
import { DomainError, type Fault } from '#platform/errors.ts';
import { check, fault } from '../faults.ts';

/** Refuses a request that is not understood. @param faults at least one */
export function badRequest(faults: readonly Fault[]): DomainError {
  const [first] = faults;
  const more = faults.length > 1 ? ` There is more: ${faults.length} faults in all.` : '';
  return new DomainError('bad-request', `The parameter ${first?.field} is not right: expected ${first?.expected}.${more}`, faults);
}

function bare(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodDefault || schema instanceof z.ZodOptional ? bare(schema.unwrap()) : schema;
}

/** Digits become a number only where one is wanted; what is none stays as it is and is refused by its schema. */
const numberOf = (value: string): number | string => (/^\d{1,15}$/.test(value) ? Number(value) : value);

/**
 * Parameters that the endpoint does not know are ignored, and so are empty ones.
 * @throws DomainError bad-request with a fault for each parameter that is not right
 */
export function readQuery<Query extends z.ZodObject>(query: Query, given: URLSearchParams): z.output<Query> {
  const raw: Record<string, unknown> = {};
  const repeated: Fault[] = [];
  for (const [name, schema] of Object.entries<z.core.$ZodType>(query.shape)) {
    const values = [...new Set(given.getAll(name).filter((value) => value !== ''))];
    const kind = bare(schema);
    if (kind instanceof z.ZodArray) {
      if (values.length > 0) raw[name] = values;
    } else if (values.length > 1) {
      repeated.push(fault(`/${name}`, values, 'one value; it cannot be repeated'));
    } else if (values[0] !== undefined) {
      raw[name] = kind instanceof z.ZodNumber ? numberOf(values[0]) : values[0];
    }
  }
  const checked = check(query, raw, '');
  const faults = [...repeated, ...('faults' in checked ? checked.faults : [])];
  if ('faults' in checked || faults.length > 0) throw badRequest(faults);
  return checked.data;
}
