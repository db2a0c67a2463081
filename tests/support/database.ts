/** A fresh, migrated database of either engine for a test file. */
import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { inject } from 'vitest';
import { openEmbedded, openPostgres, type OpenDatabase } from '#db/client.ts';

export const ENGINES = ['embedded', 'postgres'] as const;
export type Engine = (typeof ENGINES)[number];

/** Closing it also drops it. */
export async function freshDatabase(engine: Engine): Promise<OpenDatabase> {
  if (engine === 'embedded') return openEmbedded(null);
  const base = inject('postgresUrl');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = postgres(base, { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${name}`);
  const url = new URL(base);
  url.pathname = `/${name}`;
  const open = await openPostgres(url.href);
  return {
    ...open,
    async close() {
      await open.close();
      await admin.unsafe(`drop database ${name} with (force)`);
      await admin.end({ timeout: 5 });
    },
  };
}
