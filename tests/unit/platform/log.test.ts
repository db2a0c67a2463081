import { DrizzleQueryError } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { speakable, withoutParameters } from '#platform/log.ts';

const failed = () => new DrizzleQueryError('update "person" set "name" = $1', ['Karla\n    at home', 'karla@example.test'], new Error('invalid byte sequence'));

describe('what is logged of a failed query', () => {
  it.each([
    ['the error', String(failed())],
    ['its stack', failed().stack],
    ['one inside another', `Error: not saved; ${String(failed())}`],
  ])('%s tells nothing that somebody wrote', (_what, text) => {
    const logged = withoutParameters(text);
    expect(logged).toContain('Failed query: update "person" set "name" = $1');
    expect(logged).not.toContain('Karla');
    expect(logged).not.toContain('karla@example.test');
  });

  it('other words stay as they are', () => {
    expect(withoutParameters('Error: broken\n    at file.ts:1')).toBe('Error: broken\n    at file.ts:1');
    expect(withoutParameters(undefined)).toBeUndefined();
  });

  it('the queue keeps the reason and not the parameters', () => {
    const kept = speakable(failed()) as Error;
    expect(kept.message).toBe('Failed query: update "person" set "name" = $1 (Error: invalid byte sequence)');
    expect(JSON.stringify([kept.message, kept.stack, kept.cause])).not.toContain('karla@example.test');
    const other = new Error('other');
    expect(speakable(other)).toBe(other);
  });
});
