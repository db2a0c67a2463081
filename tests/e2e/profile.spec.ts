/** Profile, results, comparison and choice sheet as a jobseeker meets them. */
import { readFileSync } from 'node:fs';
import { expect, expectNoSidewaysScroll, expectNoViolation, test } from '#tests/support/e2e.ts';
import type { APIRequestContext, Page } from '@playwright/test';

interface Found {
  slug: string;
  name: string;
}

/** Providers of the demo, by the search of the site itself. */
async function providers(request: APIRequestContext, query = ''): Promise<Found[]> {
  const answer = await request.get(`/api/v1/providers?facets=none&pageSize=100${query}`);
  return ((await answer.json()) as { results: Found[] }).results;
}

async function three(request: APIRequestContext): Promise<[Found, Found, Found]> {
  const [a, b, c] = await providers(request);
  if (!a || !b || !c) throw new Error('The demo has no three providers.');
  return [a, b, c];
}

/** The first provider whose results page holds a text. */
async function withResult(request: APIRequestContext, text: string): Promise<Found> {
  for (const found of await providers(request, '&sort=name')) {
    if ((await (await request.get(`/providers/${found.slug}/results`)).text()).includes(text)) return found;
  }
  throw new Error(`No provider of the demo shows "${text}".`);
}

const headings = (page: Page) => page.locator('main h1, main h2, main h3, main h4').evaluateAll((all) => all.map((each) => Number(each.tagName.slice(1))));

test.describe('profile', () => {
  test('says what most people ask first, and the next step', async ({ page, request }) => {
    const [{ slug, name }] = await three(request);
    await page.goto(`/providers/${slug}`);
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    for (const fact of ['For hvem', 'Hvor', 'Ventetid', 'Pris for dig', 'Sprog', 'Adgang og hensyn']) {
      await expect(page.locator('.key-facts dt', { hasText: fact })).toBeVisible();
    }
    await expect(page.getByRole('heading', { name: 'Det næste skridt' })).toBeVisible();
    await expect(page.getByText('Alle leverandører her er opdigtede')).toBeVisible();
    await expect(page.locator('script[type="application/ld+json"]')).toHaveCount(0);
    await expectNoViolation(page);
  });

  test('headings follow each other without a gap, on every page of it', async ({ page, request }) => {
    const [{ slug }] = await three(request);
    for (const path of ['', '/results', '/reviews', '/approvals']) {
      await page.goto(`/providers/${slug}${path}`);
      const levels = await headings(page);
      expect(levels[0]).toBe(1);
      levels.forEach((level, i) => expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1));
    }
  });

  test('leads to a programme and back', async ({ page, request }) => {
    const { slug, name } = await providers(request, '&service=job-search-course').then((all) => all[0] as Found);
    await page.goto(`/providers/${slug}`);
    const link = page.locator('.programme-cards h3 a, .programme-table th a').first();
    const title = (await link.textContent()) ?? '';
    await link.click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title.trim());
    await expect(page.getByRole('heading', { name: 'Sådan foregår det' })).toBeVisible();
    await expectNoViolation(page);
    await page.getByRole('link', { name, exact: true }).first().click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  });

  test('an error can be reported from it', async ({ page, request }) => {
    const [{ slug }] = await three(request);
    await page.goto(`/providers/${slug}`);
    await expect(page.getByRole('link', { name: 'Meld en fejl på siden' })).toHaveAttribute('href', `/notice?from=%2Fproviders%2F${slug}`);
  });

  test('an address that leads nowhere is a 404 that helps', async ({ page }) => {
    const answer = await page.goto('/providers/kursus-for-unge-i-aarhus');
    expect(answer?.status()).toBe(404);
    await expect(page.getByLabel('Søg efter navnet')).toHaveValue('kursus for unge i aarhus');
    await page.getByRole('button', { name: 'Søg' }).click();
    await expect(page).toHaveURL(/\/providers\?q=kursus\+for\+unge\+i\+aarhus$/);
  });

  test('an unknown programme of a known provider is a 404 that leads back', async ({ page, request }) => {
    const [{ slug, name }] = await three(request);
    const answer = await page.goto(`/providers/${slug}/programmes/findes-ikke`);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('link', { name: `Se, hvad ${name} tilbyder nu` })).toBeVisible();
  });

  for (const locale of ['en', 'sv', 'nl', 'fi']) {
    test(`in ${locale}: the same pages, and the switch stays on them`, async ({ page, request }) => {
      const [{ slug, name }] = await three(request);
      await page.goto(`/${locale}/providers/${slug}/results`);
      await expect(page.locator('html')).toHaveAttribute('lang', locale);
      await page.getByRole('link', { name: 'Dansk' }).click();
      await expect(page).toHaveURL(new RegExp(`/providers/${slug}/results$`));
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    });
  }
});

test.describe('results', () => {
  test('people of people with the sentence about effect, and never a bare per cent', async ({ page, request }) => {
    const { slug } = await withResult(request, 'Vis tallene bag billedet');
    await page.goto(`/providers/${slug}/results`);
    const main = await page.locator('main').innerText();
    expect(main).toMatch(/\d+ af de \d+, der begyndte/);
    expect(main).toContain('Det viser ikke, at de kom i arbejde på grund af hjælpen');
    expect(main).not.toMatch(/\d\s?%/);
    await expectNoViolation(page);
  });

  test('the chart is loaded when it comes near, says what the table says, and moves nothing', async ({ page, request }) => {
    const { slug } = await withResult(request, 'Vis tallene bag billedet');
    const asked: string[] = [];
    page.on('request', (each) => asked.push(each.url()));
    await page.addInitScript(() => {
      const shifts = { sum: 0 };
      Object.assign(globalThis, { shifts });
      new PerformanceObserver((list) => list.getEntries().forEach((entry) => (shifts.sum += (entry as PerformanceEntry & { value: number }).value))).observe({ type: 'layout-shift', buffered: true });
    });
    await page.setViewportSize({ width: 390, height: 500 });
    await page.goto(`/providers/${slug}/results`, { waitUntil: 'networkidle' });
    const chart = page.locator('interval-chart');
    const heavy = () => asked.filter((url) => /draw-intervals/.test(url)).length;
    expect(heavy()).toBe(0);
    const before = await chart.locator('svg').boundingBox();
    await chart.scrollIntoViewIfNeeded();
    await expect(chart).toHaveAttribute('data-live', '');
    expect(heavy()).toBe(1);
    await expect(chart.locator('canvas')).toBeVisible();
    const after = await chart.locator('svg').boundingBox();
    expect([after?.width, after?.height]).toEqual([before?.width, before?.height]);
    expect(await page.evaluate(() => (globalThis as unknown as { shifts: { sum: number } }).shifts.sum)).toBe(0);
    await chart.getByText('Vis tallene bag billedet').click();
    await expect(chart.getByRole('table')).toBeVisible();
  });

  test('quoted figures stand apart', async ({ page, request }) => {
    const { slug } = await withResult(request, 'Citeret, kan ikke sammenlignes');
    await page.goto(`/providers/${slug}/results`);
    const quoted = page.locator('section', { has: page.getByRole('heading', { name: 'Citeret, kan ikke sammenlignes' }) });
    await expect(quoted).toContainText('Brug dem ikke til at vælge');
    await expect(quoted.getByRole('table')).toBeVisible();
  });

  test('none: says so, and what to ask instead', async ({ page, request }) => {
    const { slug } = await withResult(request, 'Ingen tal endnu');
    await page.goto(`/providers/${slug}/results`);
    await expect(page.getByRole('heading', { name: 'Det kan du spørge om' })).toBeVisible();
    await expectNoViolation(page);
  });
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('list, comparison, only differences, choice sheet', async ({ page, request }) => {
    const [a, b] = await three(request);
    await page.goto(`/providers/${a.slug}?p=${b.slug}`);
    await page.locator('.next-step a.pick').click();
    await expect(page).toHaveURL(new RegExp(`p=${b.slug}&p=${a.slug}`));
    await page.locator('a[data-compare]').click();
    await expect(page.getByRole('columnheader', { name: a.name })).toBeVisible();
    await page.getByRole('link', { name: 'Vis kun forskelle' }).click();
    await expect(page).toHaveURL(/only=differences/);
    await page.getByRole('link', { name: 'Vis alle linjer' }).click();
    await page.getByRole('link', { name: 'Lav mit valgark' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Mit valgark' })).toBeVisible();
  });

  test('the chart and its numbers are there', async ({ page, request }) => {
    const { slug } = await withResult(request, 'Vis tallene bag billedet');
    await page.goto(`/providers/${slug}/results`);
    await expect(page.locator('interval-chart svg').first()).toBeVisible();
  });
});

test.describe('comparison', () => {
  test('three side by side: groups of lines, why figures may not be weighed, one can be taken off', async ({ page, request }) => {
    const [a, b, c] = await three(request);
    await page.goto(`/compare?p=${a.slug}&p=${b.slug}&p=${c.slug}`);
    for (const group of ['For hvem', 'Indhold', 'Pris', 'Ventetid', 'Sted', 'Resultater']) await expect(page.getByRole('rowheader', { name: group }).first()).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Tallene for job kan ikke sammenlignes direkte' })).toBeVisible();
    await expectNoViolation(page);
    await page.getByRole('link', { name: /^Tag af/ }).last().click();
    await expect(page.getByRole('columnheader')).toHaveCount(3);
    await expect(page.getByRole('link', { name: /^Tag af/ })).toHaveCount(0);
  });

  test('only differences hides what is alike', async ({ page, request }) => {
    const [a, b] = await three(request);
    await page.goto(`/compare?p=${a.slug}&p=${b.slug}`);
    const all = await page.getByRole('row').count();
    await page.getByRole('link', { name: 'Vis kun forskelle' }).click();
    expect(await page.getByRole('row').count()).toBeLessThan(all);
    await expect(page.getByRole('status')).toContainText('ens for alle');
  });

  test('on a phone each value has its provider’s name, and nothing is wider than the screen', async ({ page, request }) => {
    const [a, b] = await three(request);
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto(`/compare?p=${a.slug}&p=${b.slug}`);
    await expectNoSidewaysScroll(page);
    await expect(page.getByRole('cell').first()).toContainText(a.name);
    await expectNoViolation(page);
  });

  test('as a spreadsheet', async ({ page, request }) => {
    const [a, b] = await three(request);
    await page.goto(`/compare?p=${a.slug}&p=${b.slug}`);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Hent som regneark (CSV)' }).click()]);
    expect(download.suggestedFilename()).toBe('sammenligning.csv');
    const text = readFileSync(await download.path(), 'utf8');
    expect(text.startsWith('\ufeffEmne,Hvad,')).toBe(true);
    expect(text.split('\r\n').length).toBeGreaterThan(20);
  });

  test('none, one, unknown and five: a page that says what to do', async ({ page, request }) => {
    const all = await providers(request);
    const five = all.slice(0, 5).map(({ slug }) => `p=${slug}`).join('&');
    const cases: [string, string][] = [
      ['', 'Vælg dem, du vil sammenligne'],
      [`?p=${all[0]?.slug}`, 'Vælg mindst én til'],
      ['?p=findes-ikke&p=heller-ikke', 'Vælg dem, du vil sammenligne'],
      [`?${five}`, 'Vælg højst fire'],
    ];
    for (const [query, heading] of cases) {
      await page.goto(`/compare${query}`);
      await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
      await expectNoViolation(page);
    }
    await page.getByRole('button', { name: 'Sammenlign de valgte' }).click();
    await expect(page.getByRole('columnheader')).toHaveCount(5);
  });

  test('an unknown one among known ones is named, and the others are compared', async ({ page, request }) => {
    const [a, b] = await three(request);
    await page.goto(`/compare?p=${a.slug}&p=findes-ikke&p=${b.slug}`);
    await expect(page.getByText('Vi kunne ikke finde: findes-ikke')).toBeVisible();
    await expect(page.getByRole('columnheader')).toHaveCount(3);
  });
});

test.describe('choice sheet', () => {
  test('why it fits, what to ask, rights and lines to write on; nothing is kept', async ({ page, request }) => {
    const [a] = await providers(request, '&group=dk-dagpenge&place=2400');
    await page.goto(`/choice?p=${a?.slug}&place=2400&group=dk-dagpenge`);
    await expect(page.getByRole('heading', { name: a?.name ?? '' })).toBeVisible();
    await expect(page.getByText('Har hjælp til: Dagpengemodtagere')).toBeVisible();
    await expect(page.getByText('Hvad sker der, hvis jeg vil stoppe?')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Dine rettigheder i Danmark, kort' })).toBeVisible();
    await page.getByLabel('Aftaler og noter').fill('Ring mandag');
    await expectNoViolation(page);
    await page.reload();
    await expect(page.getByLabel('Aftaler og noter')).toHaveValue('');
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  });

  test('without a choice it says what to do first', async ({ page }) => {
    await page.goto('/choice');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vælg først, hvem arket skal handle om');
  });
});

test('odd addresses never break a page', async ({ request }) => {
  for (const query of ['p=%00', 'p=../x', 'p=a&only=<script>', `p=${'a'.repeat(5_000)}`, 'place=%E0%A4%A', 'group=zz&service=zz&p=%F0%9F%98%80', 'p[]=a']) {
    for (const path of ['/compare', '/compare.csv', '/choice', '/en/providers/x', '/providers/x/programmes/y']) {
      expect((await request.get(`${path}?${query}`)).status(), `${path}?${query}`).toBeLessThan(500);
    }
  }
});
