/** The results page shows all providers in one picture, so a change of any of them drops it from the page cache. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PageCache } from '#platform/http/page-cache.ts';

const source = readFileSync('src/pages/[...lang]/providers/[slug]/results.astro', 'utf8');

test('the results page of one provider is rendered anew when another changes, and kept until then', async () => {
  const tags = /'x-cache-tags', `([^`]+)`/.exec(source)?.[1]?.replace('${page.id}', '7') ?? '';
  const cache = new PageCache(1_000_000);
  let renders = 0;
  const page = () => cache.get('/providers/seven/results', async () => {
    renders += 1;
    return { status: 200, headers: { 'x-cache-tags': tags }, body: Buffer.from('page') };
  });
  await page();
  await page();
  expect(renders).toBe(1);
  // As the server does for `providers.changed` of provider 8.
  cache.invalidate(['providers', 'provider:8']);
  await page();
  expect(renders).toBe(2);
  cache.invalidate(['provider:7']);
  await page();
  expect(renders).toBe(3);
});
