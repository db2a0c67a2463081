import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ENV_NAMES, EnvironmentError, readEnv } from '#platform/env.ts';

const STRONG = 'Zq3vT8mKx0RbN5yLw2HdPc7JfUe9AgSiXo4V';

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
    [{ AUTH_SECRET: 'changeme' }, /AUTH_SECRET must be at least 32 random bytes/],
    [{ AUTH_SECRET: 'a'.repeat(64) }, /AUTH_SECRET/],
    [{ AUTH_SECRET: `${STRONG},short` }, /AUTH_SECRET/],
    [{ SMTP_URL: 'smtp://mail.example.test' }, /SMTP_URL needs MAIL_FROM/],
    [{ SMTP_URL: 'http://mail.example.test' }, /SMTP_URL must be an address that starts with smtp:/],
    [{ OIDC_ISSUER: 'https://broker.example.test' }, /OIDC_ISSUER needs OIDC_CLIENT_ID/],
    [{ OIDC_ISSUER: 'http://broker.example.test', OIDC_CLIENT_ID: 'x' }, /OIDC_ISSUER must be an address that starts with https:/],
    [{ OIDC_MIN_ACR: 'best' }, /OIDC_MIN_ACR must be low, substantial or high/],
    [{ TRUSTED_IP_HEADER: 'x-real-ip, x-forwarded-for' }, /TRUSTED_IP_HEADER must be the name of one header/],
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

  it('takes several secrets: the first signs', () => {
    expect(readEnv({ AUTH_SECRET: `${STRONG}, ${STRONG}2` }).AUTH_SECRET).toEqual([STRONG, `${STRONG}2`]);
  });

  it('never repeats a secret', () => {
    expect(() => readEnv({ AUTH_SECRET: 'hunter2' })).toThrow(expect.objectContaining({ message: expect.not.stringContaining('hunter2') }));
    expect(() => readEnv({ DATABASE_URL: 'mysql://me:hunter2@host/x' })).toThrow(expect.objectContaining({ message: expect.not.stringContaining('hunter2') }));
  });

  it('.env.example lists every variable and only those', () => {
    const listed = [...readFileSync('.env.example', 'utf8').matchAll(/^([A-Z][A-Z0-9_]*)=/gm)].map((match) => match[1]).sort();
    expect(listed).toEqual([...ENV_NAMES].sort());
  });
});
