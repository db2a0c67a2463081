import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ENV_NAMES, EnvironmentError, readEnv } from '#platform/env.ts';

describe('environment', () => {
  it('has defaults for everything, and takes empty values as not set', () => {
    const env = readEnv({ PORT: '', DATABASE_URL: '' });
    expect(env).toMatchObject({ PORT: 4321, SEED: 'demo', WORKER: 'inside', siteUrl: 'http://localhost:4321' });
    expect(env.DATABASE_URL).toBeUndefined();
  });

  it.each([
    [{ PORT: 'abc' }, /PORT must be a port number/],
    [{ PORT: '70000' }, /PORT/],
    [{ SEED: 'maybe' }, /SEED must be demo or none/],
    [{ DATABASE_URL: 'mysql://x' }, /DATABASE_URL must be an address that starts with postgres:/],
    [{ MEILI_URL: 'nonsense' }, /MEILI_URL/],
    [{ VEJVISER_COMMIT: '0c7ea61' }, /VEJVISER_COMMIT must be the 40 hexadecimal digits of a commit/],
    [{ PORT: 'x', SEED: 'y' }, /PORT.*SEED/],
  ])('%o stops the start with one line', (source, expected) => {
    const fault = (() => {
      try {
        return readEnv(source as Record<string, string>);
      } catch (error) {
        return error;
      }
    })();
    expect(fault).toBeInstanceOf(EnvironmentError);
    expect((fault as Error).message).toMatch(expected);
    expect((fault as Error).message).not.toContain('\n');
  });

  it('never repeats a secret', () => {
    expect(() => readEnv({ DATABASE_URL: 'mysql://me:hunter2@host/x' })).toThrow(expect.objectContaining({ message: expect.not.stringContaining('hunter2') }));
  });

  it('.env.example lists every variable and only those', () => {
    const listed = [...readFileSync('.env.example', 'utf8').matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1]).sort();
    expect(listed).toEqual([...ENV_NAMES].sort());
  });
});
