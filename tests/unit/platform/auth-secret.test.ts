import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { authSecrets } from '#platform/auth-secret.ts';
import { EnvironmentError, readEnv } from '#platform/env.ts';
import { blindName, seal, unseal, useSecrets } from '#platform/seal.ts';

const STRONG = 'Zq3vT8mKx0RbN5yLw2HdPc7JfUe9AgSiXo4V';

describe('the secret', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vejviser-secret-'));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is made once by an embedded database, for its own user alone', () => {
    const env = readEnv({ DATA_DIR: folder });
    const [made] = authSecrets(env);
    expect(made?.length).toBeGreaterThanOrEqual(43);
    expect(authSecrets(env)).toEqual([made]);
    expect(statSync(join(folder, 'secrets', 'auth')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, 'secrets', 'auth'), 'utf8').length).toBeGreaterThan(40);
  });

  it('must be given with a real database: the start fails without', () => {
    expect(() => authSecrets(readEnv({ DATABASE_URL: 'postgres://x/y' }))).toThrow(EnvironmentError);
    expect(authSecrets(readEnv({ DATABASE_URL: 'postgres://x/y', AUTH_SECRET: `${STRONG},${STRONG}2` }))).toEqual([STRONG, `${STRONG}2`]);
  });

  it('is asked for when the first text is sealed, not before', () => {
    let asked = 0;
    useSecrets(() => {
      asked++;
      return [STRONG];
    });
    expect(asked).toBe(0);
    expect(unseal('mail', seal('mail', 'tekst æøå'))).toBe('tekst æøå');
    expect(asked).toBeGreaterThan(0);
  });

  it('seals the same text each time differently, and names the same value the same', () => {
    useSecrets([STRONG]);
    expect(seal('mail', 'x')).not.toBe(seal('mail', 'x'));
    expect(blindName('limit', 'x')).toBe(blindName('limit', 'x'));
    expect(blindName('limit', 'x')).not.toBe(blindName('mail', 'x'));
  });
});
