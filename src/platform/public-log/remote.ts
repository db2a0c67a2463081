/** `log:withhold` for callers in another process. */
import { z } from 'zod';
import type { CommandHandler } from '#platform/command-socket.ts';
import type { Context } from '#platform/context.ts';
import { DomainError } from '#platform/errors.ts';
import { canonicalJson, type JsonObject } from './entry.ts';
import { logEntry } from './queries.ts';
import { withhold } from './withhold.ts';

const withholding = z.strictObject({
  index: z.int().min(0),
  ground: z.string().trim().min(1).max(500),
  /** As they stand in the document; empty: all of it goes. */
  passages: z.array(z.string().min(1)).max(100),
});
export type WithholdArguments = z.output<typeof withholding>;

type Value = JsonObject[string];

/** What is left of a document without some passages, wherever they stand. Pure. */
export function without(value: Value, passages: readonly string[]): Value {
  if (typeof value === 'string') return [...passages].sort((a, b) => b.length - a.length).reduce((left, passage) => left.replaceAll(passage, '[…]'), value);
  if (Array.isArray(value)) return (value as readonly Value[]).map((each) => without(each, passages) ?? null);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, without(each, passages)]));
}

export function logCommands(context: () => Context): { withhold: CommandHandler } {
  return {
    async withhold(args) {
      const { index, ground, passages } = withholding.parse(args);
      const ctx = context();
      return ctx.db.transaction(async (tx) => {
        const entry = await logEntry(tx, index);
        // What is left of one of which a part was taken out may still hold too much.
        const whole = entry?.document ? (JSON.parse(entry.document) as JsonObject) : ((entry?.shown ?? null) as JsonObject | null);
        if (whole === null) throw new DomainError('not-found', `Entry ${index} is not there, or all of it was taken out before.`);
        const lost = passages.find((each) => canonicalJson(without(whole, [each]) ?? null) === canonicalJson(whole));
        if (lost !== undefined) throw new DomainError('bad-request', `Nowhere in entry ${index}: ${lost}`);
        await withhold(ctx, tx, { index, ground, shown: passages.length === 0 ? null : (without(whole, passages) as Record<string, unknown>) });
        return { index, partly: passages.length > 0 };
      });
    },
  };
}
