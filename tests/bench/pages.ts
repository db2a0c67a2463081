/**
 * What pages cost: requests a second of a kept page against a bare server with the same bytes, processor time of an
 * uncached profile page on both database engines, memory after the start. Figures as ratios where that is possible.
 */
import autocannon from 'autocannon';
import { createServer } from 'node:http';
import { brotliCompressSync } from 'node:zlib';
import { buildIfNeeded } from '../../scripts/support/build.ts';
import { startPostgres } from '../support/postgres-server.ts';
import { startSite, type Site } from '../support/site.ts';
import type { Figure } from './figure.ts';
import { cpuPerRequest, median, memoryMb } from './measure.ts';

const ACCEPT = { 'accept-encoding': 'br' };
async function requestsPerSecond(url: string): Promise<number> {
  const result = await autocannon({ url, connections: 20, duration: 4, headers: ACCEPT });
  if (result.non2xx > 0) throw new Error(`${url} answered ${result.non2xx} times with an error.`);
  return result.requests.average;
}

/** A server that does nothing but send the given bytes. */
async function bareServer(body: Buffer): Promise<{ url: string; close(): void }> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'br', 'content-length': body.length });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as { port: number }).port}/`, close: () => server.close() };
}

async function cachedRatio(site: Site, path: string): Promise<number> {
  const body = Buffer.from(await (await fetch(site.url + path)).arrayBuffer());
  const bare = await bareServer(brotliCompressSync(body));
  const ratios: number[] = [];
  for (let round = 0; round < 3; round++) {
    const own = await requestsPerSecond(site.url + path);
    ratios.push(own / (await requestsPerSecond(bare.url)));
  }
  bare.close();
  return median(ratios);
}

async function profilePaths(site: Site): Promise<string[]> {
  const answer = (await (await fetch(`${site.url}/api/v1/providers?pageSize=50`)).json()) as { results: { slug: string }[] };
  return answer.results.map(({ slug }) => `/providers/${slug}`);
}

export async function benchPages(): Promise<Figure[]> {
  buildIfNeeded();
  const figures: Figure[] = [];
  const cached = await startSite();
  const [profile = ''] = await profilePaths(cached);
  figures.push({ what: 'memory after start, embedded database', value: memoryMb(cached.pid), unit: 'MB', target: '≤ 750' });
  figures.push({ what: 'kept profile page : bare server', value: await cachedRatio(cached, profile), unit: '×', target: '≥ 0.5' });
  figures.push({ what: 'kept search page : bare server', value: await cachedRatio(cached, '/providers?q=mentor&place=8000'), unit: '×', target: '≥ 0.5' });
  await cached.stop();

  const embedded = await startSite({ PAGE_CACHE_MB: '0' });
  figures.push({ what: 'uncached profile page, embedded database', value: await cpuPerRequest(embedded, await profilePaths(embedded), 1_000), unit: 'ms CPU', target: '≤ 4' });
  await embedded.stop();

  const postgres = await startPostgres();
  try {
    const site = await startSite({ PAGE_CACHE_MB: '0', DATABASE_URL: postgres.url });
    figures.push({ what: 'memory after start, Postgres', value: memoryMb(site.pid), unit: 'MB', target: '≤ 300' });
    figures.push({ what: 'uncached profile page, Postgres', value: await cpuPerRequest(site, await profilePaths(site), 1_000), unit: 'ms CPU', target: '≤ 1.5' });
    await site.stop();
  } finally {
    await postgres.stop();
  }
  return figures;
}
