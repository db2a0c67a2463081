/** The API of the running demo site: as openapi.json says, for good requests, bad ones and nonsense. */
import fc from 'fast-check';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rows, type OpenDatabase } from '#db/client.ts';
import { ApiDocument, type OpenApi } from '#tests/support/api-document.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { startSite, type Site } from '#tests/support/site.ts';
import { ask, eachOf, type Answer, type Ask } from './client.ts';
import { anyRequest } from './any-request.ts';
import { BAD, GOOD } from './requests.ts';

interface Found {
  slug: string;
  name: string;
  [field: string]: unknown;
}
interface SearchAnswer {
  total: number;
  page: number;
  pageSize: number;
  results: Found[];
  facets: Record<string, Record<string, number>>;
  order: { by: string; explanation: string };
  place: { code: string } | null;
  links: { next: string | null; html: string };
}
interface Problem {
  status: number;
  instance: string;
  faults?: { pointer: string; expected: string }[];
  choices?: { code: string; label: string; place: string }[];
}

let open: OpenDatabase;
let site: Site;
let api: ApiDocument;
let slugs: string[] = [];

const get = (path: string, more?: Ask): Promise<Answer> => ask(site.url, path, more);
const read = async <T>(path: string): Promise<T> => JSON.parse((await get(`/api/v1${path}`)).body) as T;
const search = (query: string) => read<SearchAnswer>(`/providers?${query}`);
const pathOf = (address: string) => address.split('?', 1)[0] ?? '';

/** Follows the links from page to page. */
async function allPages<T extends { links: { next: string | null }; results: unknown[] }>(path: string): Promise<T[]> {
  const pages: T[] = [];
  for (let next: string | null = `/api/v1${path}`; next !== null; ) {
    const page = JSON.parse((await get(next)).body) as T;
    pages.push(page);
    next = page.links.next;
  }
  return pages;
}

beforeAll(async () => {
  open = await freshDatabase('postgres');
  site = await startSite({ DATABASE_URL: open.url ?? '' });
  api = new ApiDocument(JSON.parse((await get('/api/v1/openapi.json')).body) as OpenApi);
  slugs = (await allPages<SearchAnswer>('/providers?country=all&pageSize=100&sort=name')).flatMap((page) => page.results.map((each) => each.slug));
}, 600_000);
afterAll(async () => {
  await site?.stop();
  await open?.close();
});

describe('answers', () => {
  it.each(GOOD)('%s is as described', async (path) => {
    const answer = await get(`/api/v1${path}`);
    expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([200, '*']);
    expect(api.faults(pathOf(`/api/v1${path}`), answer)).toEqual([]);
  });

  it.each(BAD)('%s is refused with %s', async (path, status, pointers) => {
    const answer = await get(`/api/v1${path}`);
    expect(api.faults(pathOf(`/api/v1${path}`), answer)).toEqual([]);
    const problem = JSON.parse(answer.body) as Problem;
    expect([answer.status, problem.status, problem.instance]).toEqual([status, status, pathOf(`/api/v1${path}`)]);
    expect((problem.faults ?? []).map((fault) => fault.pointer)).toEqual(pointers);
    expect(answer.headers['access-control-allow-origin']).toBe('*');
  });

  it('about every provider are as described, and show exactly what is published', async () => {
    const published = await rows<{ slug: string; document: object }>(
      open.db,
      sql`select p.slug, r.document from published_result r join provider p on p.id = r.provider_id order by p.slug, r.position`,
    );
    const expected = Map.groupBy(published, (row) => row.slug);
    expect(published.length).toBeGreaterThan(500);
    await eachOf(slugs, async (slug) => {
      const sample = slugs.indexOf(slug) % 15 === 0 ? ['/reviews?lang=en', '/approvals'] : [];
      for (const part of ['', '/results', ...sample]) {
        const path = `/api/v1/providers/${slug}${part}`;
        expect(api.faults(pathOf(path), await get(path))).toEqual([]);
      }
      const { results } = await read<{ results: { source: unknown; release: unknown }[] }>(`/providers/${slug}/results`);
      expect(results.map(({ source: _, release: __, ...row }) => row)).toEqual((expected.get(slug) ?? []).map((row) => row.document));
    });
  }, 300_000);

  it('show comparisons, participants, estimates and corrections exactly as they are published', async () => {
    type Documents = Map<string, { slug: string; document: Record<string, unknown> }[]>;
    const documents = async (table: string, order: string): Promise<Documents> =>
      Map.groupBy(
        await rows<{ slug: string; document: Record<string, unknown> }>(
          open.db,
          sql`select p.slug, t.document from ${sql.identifier(table)} t join provider p on p.id = t.provider_id order by p.slug, ${sql.raw(order)}`,
        ),
        (row) => row.slug,
      );
    const [comparisons, tables, estimates, corrections] = [
      await documents('published_comparison', 't.measure'), await documents('published_table', 't.provider_id'),
      await documents('published_estimate', 't.target_group, t.band'), await documents('published_correction', 't.id desc'),
    ];
    for (const found of [comparisons, tables, estimates, corrections]) expect(found.size).toBeGreaterThan(0);
    const of = (found: Documents, slug: string) => (found.get(slug) ?? []).map((row) => row.document);
    const bare = (each: object) => Object.fromEntries(Object.entries(each).filter(([key]) => key !== 'release'));
    await eachOf(slugs, async (slug) => {
      const sent = await read<{ comparisons: object[]; table: object | null; estimates: object[]; corrections: object[] }>(`/providers/${slug}/results`);
      expect(sent.comparisons.map(bare)).toEqual(of(comparisons, slug));
      expect(sent.table ? [bare(sent.table)] : []).toEqual(of(tables, slug));
      expect(sent.estimates.map(bare)).toEqual(of(estimates, slug));
      expect(sent.corrections.map(bare)).toEqual(of(corrections, slug).map(bare));
    });
  }, 300_000);

  it('hold no count of people that is not published', async () => {
    const secret = await rows<{ slug: string; n: number }>(
      open.db,
      sql`select p.slug, (v.result->>'started')::int as n from reported_result r join reported_result_version v on v.result_id = r.id and v.state = 'current'
          join provider p on p.id = r.provider_id
          where exists (select 1 from published_result o where o.provider_id = p.id and o.document->'count'->>'state' = 'small')
          and not exists (select 1 from published_result o where o.provider_id = p.id and o.document->'count' ? 'n')
          and (v.result->>'started')::int > 0`,
    );
    expect(secret.length).toBeGreaterThan(0);
    for (const slug of new Set(secret.map((row) => row.slug))) {
      const { body } = await get(`/api/v1/providers/${slug}/results`);
      expect(body).not.toMatch(/"(n|placed|notPlaced|unknown|started|completed|referred)":/);
    }
  });
});

describe('the search', () => {
  it('covers everybody once, page by page, in the order of one long list', async () => {
    for (const query of ['country=all&sort=fit', 'country=dk&q=kursus', 'place=8000&sort=distance', 'sort=price&group=unge']) {
      const pages = await allPages<SearchAnswer>(`/providers?${query}&pageSize=7`);
      const found = pages.flatMap((page) => page.results.map((each) => each.slug));
      expect(new Set(found).size, query).toBe(found.length);
      expect(new Set(pages.map((page) => page.total))).toEqual(new Set([found.length]));
      expect((await search(`${query}&pageSize=100`)).results.map((each) => each.slug)).toEqual(found.slice(0, 100));
    }
    expect(new Set(slugs).size).toBe(slugs.length);
    const [{ n } = { n: 0 }] = await rows<{ n: number }>(open.db, sql`select count(*)::int as n from provider_summary where not removed`);
    expect(slugs.length).toBe(n);
  });

  it('is empty beyond the end, with the right total', async () => {
    const { total } = await search('kind=education');
    expect(await search('kind=education&page=500')).toMatchObject({ total, page: 500, results: [] });
  });

  it('has facet counts that the filters keep', async () => {
    const single: Record<string, string> = { region: 'place' };
    for (const base of ['', 'q=kursus', 'group=unge&kind=private', 'place=8000&service=mentoring&price=free']) {
      const { facets, total } = await search(base);
      for (const [facet, counts] of Object.entries(facets)) {
        const name = single[facet] ?? facet;
        const fullest = Object.entries(counts).sort((a, b) => b[1] - a[1]);
        await eachOf([...fullest.slice(0, 3), ...fullest.slice(-2)], async ([value, count]) => {
          const params = new URLSearchParams(base);
          params.delete(name);
          params.append(name, value);
          expect([base, facet, value, (await search(params.toString())).total]).toEqual([base, facet, value, count]);
        });
      }
      for (const kind of Object.keys(facets['kind'] ?? {})) expect(facets['kind']?.[kind]).toBeLessThanOrEqual(base.includes('kind') ? Infinity : total);
    }
  });

  it('has filters that are alternatives inside one and all hold between them', async () => {
    const one = await search('country=all&pageSize=100&kind=education');
    const two = await search('country=all&pageSize=100&kind=education&kind=association');
    expect(two.total).toBe(one.total + (await search('country=all&kind=association')).total);
    const both = await search('country=all&pageSize=100&kind=education&service=skills-training');
    expect(both.results.every((each) => each['kind'] === 'education' && (each['services'] as string[]).includes('skills-training'))).toBe(true);
    expect(both.total).toBeGreaterThan(0);
  });

  it('explains the order in the language asked for', async () => {
    const explanations = await Promise.all(['da', 'en', 'sv', 'nl', 'fi'].map(async (lang) => (await search(`sort=price&lang=${lang}`)).order));
    expect(new Set(explanations.map((order) => order.explanation)).size).toBe(5);
    expect(new Set(explanations.map((order) => order.by))).toEqual(new Set(['price']));
    expect(explanations[1]?.explanation).toContain('Nobody can pay for a place');
  });

  it('sorts an unknown price or wait into a list of its own, never as zero', async () => {
    for (const [sort, field] of [['price', 'lowestPrice'], ['waiting', 'waitingWeeks']] as const) {
      const all = (await allPages<SearchAnswer>(`/providers?sort=${sort}&pageSize=100`)).flatMap((page) => page.results);
      const unknown = all.findIndex((each) => each['list'] === 'unknown');
      expect(unknown).toBeGreaterThan(0);
      expect(all.slice(0, unknown).every((each) => each[field] !== null)).toBe(true);
      expect(all.slice(unknown).every((each) => each[field] === null && each['list'] === 'unknown')).toBe(true);
    }
  });

  it('sorts by result into tiers, each with its count, and says the verdict of each', async () => {
    const pages = await allPages<SearchAnswer & { tiers: Record<string, number> | null }>('/providers?sort=results&pageSize=100&country=all');
    const all = pages.flatMap((page) => page.results);
    const counts = Object.fromEntries(['better', 'as-expected', 'worse', 'cannot-tell'].map((tier) => [tier, all.filter((each) => each['tier'] === tier).length]));
    expect(pages.map((page) => page.tiers)).toEqual(pages.map(() => counts));
    for (const count of Object.values(counts)) expect(count).toBeGreaterThan(0);
    expect(all.map((each) => each['list'])).toEqual(all.map((each) => each['tier']));
    for (const { verdict, tier, compared } of all as unknown as { verdict: string | null; tier: string; compared: unknown }[]) {
      expect(tier).toBe((verdict ?? 'no_verdict') === 'no_verdict' ? 'cannot-tell' : verdict?.replace('_', '-'));
      expect(verdict === null).toBe(compared === null);
    }
    expect((await read<{ tiers: unknown }>('/providers')).tiers).toBeNull();
  });

  it('asks which place is meant, and takes each of its own choices', async () => {
    const [postcode] = await rows<{ code: string }>(open.db, sql`select code from postcode where country = 'dk' group by code having count(*) > 2 order by code limit 1`);
    const answer = await get(`/api/v1/providers?place=${postcode?.code}`);
    expect(answer.status).toBe(422);
    const { choices = [] } = JSON.parse(answer.body) as Problem;
    expect(choices.length).toBeGreaterThan(2);
    expect(new Set(choices.map((each) => each.label)).size).toBe(choices.length);
    for (const { code, place } of choices) expect((await search(new URLSearchParams({ place }).toString())).place?.code).toBe(code);
  });

  it('finds by a region code of another country without being told the country', async () => {
    const { total, place } = await search('place=se-kommun:1280');
    expect(place?.code).toBe('se-kommun:1280');
    expect(total).toBe((await search('place=se-kommun:1280&country=se')).total);
    expect(total).toBeGreaterThan(0);
  });
});

describe('a comparison', () => {
  it('is as described for two to four, in the order asked for', async () => {
    for (let at = 0; at + 4 <= 40; at += 4) {
      const picks = slugs.slice(at, at + 2 + (at % 3)).toReversed();
      const path = `/api/v1/compare?${new URLSearchParams(picks.map((slug) => ['p', slug]))}&lang=en`;
      const answer = await get(path);
      expect(api.faults(pathOf(path), answer)).toEqual([]);
      const { results } = JSON.parse(answer.body) as { results: { provider: Found }[] };
      expect(results.map((each) => each.provider.slug)).toEqual(picks);
    }
  });

  it('of providers in the order of results says of every two whether they can be told apart', async () => {
    const { results } = await search('sort=results&pageSize=100');
    const one = (tier: string) => results.find((each) => each['tier'] === tier && each['compared'] !== null)?.slug ?? '';
    const picks = [one('better'), one('as-expected'), one('worse'), one('cannot-tell')];
    const path = `/compare?${new URLSearchParams(picks.map((slug) => ['p', slug]))}`;
    const sent = await read<{ results: { verdict: string }[]; pairs: { providers: string[]; outcome: string; above: string | null; reasons: { provider: string }[] }[] }>(path);
    expect(sent.results.map((each) => each.verdict)).toEqual(['better', 'as_expected', 'worse', 'no_verdict']);
    expect(sent.pairs).toHaveLength(6);
    expect(sent.pairs[1]).toMatchObject({ providers: [picks[0], picks[2]], outcome: 'differ', above: picks[0], reasons: [] });
    const [untold] = sent.pairs.filter((pair) => pair.providers[1] === picks[3]);
    expect(untold).toMatchObject({ outcome: 'cannot-tell', above: null });
    expect(new Set(untold?.reasons.map((each) => each.provider))).toEqual(new Set([picks[3]]));
  });

  it('says 404 and which slug it is', async () => {
    const { status, body } = await get(`/api/v1/compare?p=${slugs[0]}&p=nobody`);
    expect([status, (JSON.parse(body) as Problem).faults?.map((fault) => fault.pointer)]).toEqual([404, ['/p/1']]);
  });
});

describe('addresses', () => {
  it('of a former slug lead to the present one', async () => {
    const [slug = '', other = ''] = slugs;
    await rows(open.db, sql`insert into former_slug (slug, provider_id) select 'an-earlier-name', id from provider where slug = ${slug}`);
    for (const part of ['', '/results', '/reviews', '/approvals']) {
      const { status, headers, body } = await get(`/api/v1/providers/an-earlier-name${part}?lang=en`);
      expect([status, headers.location, headers['access-control-allow-origin'], body]).toEqual([301, `/api/v1/providers/${slug}${part}?lang=en`, '*', '']);
    }
    const compared = await get(`/api/v1/compare?p=${other}&p=an-earlier-name&lang=en`);
    expect([compared.status, compared.headers.location]).toEqual([301, `/api/v1/compare?lang=en&p=${other}&p=${slug}`]);
  });

  it('in answers are those of the site', async () => {
    const { links } = await read<{ links: Record<string, string> }>(`/providers/${slugs[0]}?lang=en`);
    for (const path of Object.values(links)) expect([path, (await get(path)).status]).toEqual([path, 200]);
    expect(links['html']).toBe(`/en/providers/${slugs[0]}`);
  });

  it('of the schemas answer as JSON Schema, under the very address they name', async () => {
    for (const name of ['catalogue.v1', 'open-data.providers.v1', 'open-data.results.v1']) {
      const { status, type, body } = await get(`/schemas/${name}.json`);
      expect([status, type.split(';')[0]]).toEqual([200, 'application/schema+json']);
      expect((JSON.parse(body) as { $id: string }).$id).toMatch(new RegExp(`/schemas/${name}\\.json$`));
    }
  });
});

describe('regions', () => {
  it('are all there, page by page', async () => {
    const [{ n } = { n: 0 }] = await rows<{ n: number }>(open.db, sql`select count(*)::int as n from region`);
    const pages = await allPages<{ total: number; results: { code: string }[]; links: { next: string | null } }>('/regions?pageSize=97');
    expect(new Set(pages.flatMap((page) => page.results.map((each) => each.code))).size).toBe(n);
    expect((await read<{ total: number }>('/regions?country=dk&scheme=dk-kommune')).total).toBe(98);
    expect((await read<{ results: { parent: string }[] }>('/regions?parent=dk-region:1084')).results.every((each) => each.parent === 'dk-region:1084')).toBe(true);
  });
});

describe('over HTTP', () => {
  it('a known answer is 304, HEAD has no body, and bodies are packed', async () => {
    const path = '/api/v1/providers?pageSize=100';
    const { headers: { etag = '' }, body } = await get(path);
    const known = await get(path, { headers: { 'if-none-match': etag, origin: 'https://other.example' } });
    expect([known.status, known.body, known.headers['access-control-allow-origin']]).toEqual([304, '', '*']);
    const head = await get(path, { method: 'HEAD' });
    expect([head.status, head.body, Number(head.headers['content-length'])]).toEqual([200, '', Buffer.byteLength(body)]);
    const packed = await fetch(`${site.url}${path}`, { headers: { 'accept-encoding': 'gzip' } });
    expect([packed.headers.get('content-encoding'), await packed.text()]).toEqual(['gzip', body]);
  });

  it('other methods are refused, and a preflight is answered', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      const answer = await get('/api/v1/providers', { method, headers: { 'content-type': 'application/x-www-form-urlencoded' } });
      expect([answer.status, answer.headers.allow, answer.type.split(';')[0]]).toEqual([405, 'GET, HEAD, OPTIONS', 'application/problem+json']);
    }
    expect((await get('/api/v1/providers', { method: 'OPTIONS' })).status).toBe(204);
  });

  it('no cookie is set', async () => {
    for (const path of ['/providers', `/providers/${slugs[0]}`, '/nothing']) expect((await get(`/api/v1${path}`)).headers['set-cookie']).toBeUndefined();
  });
});

describe('any request', () => {
  it('is answered as described or refused as a problem; never an error of ours, never a stack trace', async () => {
    await fc.assert(
      fc.asyncProperty(anyRequest, async ({ path, method, headers }) => {
        const answer = await get(path, { method, headers });
        expect(answer.status).toBeLessThan(500);
        expect(answer.body).not.toMatch(/\n\s+at |node_modules|\.ts:\d+/);
        // As the site understands it: dots resolved, slashes single.
        const seen = new URL(path, site.url).pathname.replaceAll(/\/{2,}/g, '/');
        if (method === 'HEAD' || [204, 304, 405].includes(answer.status) || !/^\/api\/v1(\/|$)/.test(seen)) return;
        if (answer.status === 301 && seen.endsWith('/')) return;
        const described = api.faults(seen, answer);
        expect(described).toEqual([]);
      }),
      { numRuns: 500 },
    );
    expect(site.output()).not.toMatch(/"level":"error"/);
  }, 300_000);
});
