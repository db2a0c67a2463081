/** What a hundred times as many providers cost a profile page, on a real Postgres. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { buildIfNeeded } from '../../scripts/support/build.ts';
import { startPostgres } from '../support/postgres-server.ts';
import { startSite } from '../support/site.ts';
import type { Figure } from './figure.ts';
import { cpuPerRequest } from './measure.ts';

async function profileCost(base: string, providers: number): Promise<number> {
  const admin = postgres(base, { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database scale_${providers}`);
  await admin.end();
  const url = new URL(base);
  url.pathname = `/scale_${providers}`;
  const folder = mkdtempSync(join(tmpdir(), 'vejviser-scale-'));
  const env = { ...process.env, DATABASE_URL: url.href, DATA_DIR: folder, SEED: 'none', LOG_LEVEL: 'warn' };
  const seeded = spawnSync(process.execPath, ['scripts/seed.ts', '--providers', String(providers)], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  if (seeded.status !== 0) throw new Error(`Seeding ${providers} providers failed.`);
  const site = await startSite({ DATABASE_URL: url.href, SEED: 'none', PAGE_CACHE_MB: '0' });
  try {
    const sql = postgres(url.href, { max: 1 });
    const slugs = await sql<{ slug: string }[]>`select slug from provider where version_id is not null order by md5(slug) limit 200`;
    await sql.end();
    return await cpuPerRequest(site, slugs.map(({ slug }) => `/providers/${slug}`), 600);
  } finally {
    await site.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function benchScale(): Promise<Figure[]> {
  buildIfNeeded();
  const server = await startPostgres();
  try {
    const small = await profileCost(server.url, 1_000);
    const large = await profileCost(server.url, 100_000);
    return [
      { what: 'profile page at 1,000 providers, Postgres', value: small, unit: 'ms CPU', target: '' },
      { what: 'profile page at 100,000 providers, Postgres', value: large, unit: 'ms CPU', target: '' },
      { what: 'profile page, 100,000 : 1,000 providers', value: large / small, unit: '×', target: '< 1.5' },
    ];
  } finally {
    await server.stop();
  }
}
