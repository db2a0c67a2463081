/** All providers in one picture: drawn without a script, gone through by keys with one. */
import { expect, expectNoSidewaysScroll, expectNoViolation, test } from '#tests/support/e2e.ts';
import type { APIRequestContext, Page } from '@playwright/test';

interface Found {
  slug: string;
  name: string;
}

/** The first provider whose results page fits. */
async function providerWith(request: APIRequestContext, fits: (html: string) => boolean): Promise<Found> {
  for (const page of [1, 2, 3]) {
    const answer = await request.get(`/api/v1/providers?facets=none&pageSize=100&sort=name&page=${page}`);
    for (const found of ((await answer.json()) as { results: Found[] }).results) {
      if (fits(await (await request.get(`/providers/${found.slug}/results`)).text())) return found;
    }
  }
  throw new Error('No provider of the demo fits.');
}

const marked = (request: APIRequestContext) => providerWith(request, (html) => /class="mark \w+ here"/.test(html));
const unmarked = (request: APIRequestContext) => providerWith(request, (html) => html.includes('har ikke noget mærke på billedet'));
const section = (page: Page) => page.locator('section', { has: page.getByRole('heading', { name: 'Alle leverandører på ét billede' }) }).last();

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('the picture is drawn, with the provider marked, limits, a key in words and all of it in a table', async ({ page, request }) => {
    const { slug, name } = await marked(request);
    await page.goto(`/providers/${slug}/results`);
    const here = section(page);
    await expect(here.locator('svg[role="img"]')).toHaveAccessibleName(/^Billede med \d+ leverandører\. Bedre end forventet: \d+\./);
    await expect(here.locator('.mark.here')).toBeVisible();
    await expect(here.locator('text.own')).toHaveText('Denne leverandør');
    for (const tone of ['thin', 'thick', 'chance']) await expect(here.locator(`.plot .limit.${tone}`).first()).toBeVisible();
    for (const word of ['Bedre end forventet', 'Som forventet', 'Dårligere end forventet', 'Vi kan ikke afgøre det', 'Tykke streger', 'Prikket']) {
      await expect(here.locator('.key')).toContainText(word);
    }
    await expect(here).toContainText(/Typisk forskel mellem leverandører, som vi ikke kan forklare: ± \d+ procent\./);
    await expect(here).toContainText('Forskellene er for usikre til at nummerere leverandørerne.');
    await expect(here.locator('.said')).toBeHidden();
    await here.getByText('Vis billedet som tabel').click();
    const table = here.getByRole('table');
    for (const head of ['Leverandør', 'Tallets vægt', 'Svar']) await expect(table.getByRole('columnheader', { name: head, exact: true })).toBeVisible();
    expect(await table.locator('tbody tr').count()).toBe(await here.locator('.plot .mark').count());
    const own = table.getByRole('row', { name });
    await expect(own).toContainText(/\d+ ud af 100/);
    await expect(own.getByRole('link')).toHaveCount(0);
    const names = await table.locator('tbody th [data-say]').allTextContents();
    expect(names.length).toBeGreaterThan(20);
  });

  test('a provider without a mark says why', async ({ page, request }) => {
    const { slug, name } = await unmarked(request);
    await page.goto(`/providers/${slug}/results`);
    await expect(section(page)).toContainText(`${name} har ikke noget mærke på billedet, fordi: `);
    await expect(section(page).locator('.mark.here')).toHaveCount(0);
  });
});

test.describe('with a script', () => {
  test('arrow keys go from mark to mark and say each; the chart comes late and moves nothing', async ({ page, request }) => {
    const { slug, name } = await marked(request);
    const asked: string[] = [];
    page.on('request', (each) => asked.push(each.url()));
    await page.setViewportSize({ width: 390, height: 500 });
    await page.goto(`/providers/${slug}/results`, { waitUntil: 'networkidle' });
    const chart = page.locator('funnel-chart');
    const heavy = () => asked.filter((url) => /draw-funnel/.test(url)).length;
    expect(heavy()).toBe(0);
    const before = await chart.locator('svg[role="img"]').boundingBox();
    await chart.locator('.plot').scrollIntoViewIfNeeded();
    await expect(chart).toHaveAttribute('data-live', '');
    expect(heavy()).toBe(1);
    await expect(chart.locator('canvas')).toBeVisible();
    const after = await chart.locator('svg[role="img"]').boundingBox();
    expect([after?.width, after?.height]).toEqual([before?.width, before?.height]);

    const plot = chart.getByRole('application', { name: /Gå fra mærke til mærke med piletasterne/ });
    const said = chart.locator('.said');
    await expect(said).toHaveAttribute('aria-live', 'polite');
    await expect(said).toContainText('piletasterne');
    await plot.focus();
    await page.keyboard.press('ArrowRight');
    await expect(said).toHaveText(new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\. \\d+ ud af 100\\. (Bedre|Som|Dårligere|Vi)`));
    const own = await said.textContent();
    await page.keyboard.press('ArrowLeft');
    await expect(said).not.toHaveText(own ?? '');
    await page.keyboard.press('ArrowRight');
    await expect(said).toHaveText(own ?? '');
    await page.keyboard.press('Home');
    const first = await said.textContent();
    await page.keyboard.press('ArrowLeft');
    await expect(said).toHaveText(first ?? '');
    await expect(chart.locator('.ring')).toHaveAttribute('visibility', 'visible');
    await page.keyboard.press('End');
    await expect(said).not.toHaveText(first ?? '');
  });

  test('Enter leads to the provider that was said', async ({ page, request }) => {
    const { slug } = await marked(request);
    await page.goto(`/providers/${slug}/results`);
    const chart = page.locator('funnel-chart');
    await chart.getByRole('application').focus();
    await page.keyboard.press('Home');
    const name = ((await chart.locator('.said').textContent()) ?? '').split('. ')[0] ?? '';
    await page.keyboard.press('Enter');
    await expect(page).not.toHaveURL(new RegExp(`${slug}/results$`));
    await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`no violation and no sideways scroll at 320 px, ${colorScheme}`, async ({ page, request }) => {
      const { slug } = await marked(request);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width: 320, height: 640 });
      await page.goto(`/providers/${slug}/results`);
      const chart = page.locator('funnel-chart');
      await chart.scrollIntoViewIfNeeded();
      await expect(chart).toHaveAttribute('data-live', '');
      await chart.getByText('Vis billedet som tabel').click();
      await expectNoSidewaysScroll(page);
      await expectNoViolation(page);
    });
  }

  for (const locale of ['en', 'sv', 'nl', 'fi']) {
    test(`in ${locale} every word is there`, async ({ page, request }) => {
      const { slug } = await marked(request);
      await page.goto(`/${locale}/providers/${slug}/results`);
      const chart = page.locator('funnel-chart');
      await chart.getByRole('application').focus();
      await page.keyboard.press('ArrowRight');
      await expect(chart.locator('.said')).toContainText(/ \d+ (in 100|av 100|van de 100|sadasta)\./);
    });
  }
});

test('the method page has every case worked out, without a violation', async ({ page }) => {
  await page.goto('/method');
  const main = page.locator('main');
  await expect(main).toContainText('I alt kan man vente 38. Her kom 52 i arbejde.');
  await expect(main).toContainText('Svaret er alligevel: Som forventet.');
  await expect(main).not.toContainText('{{');
  await expectNoViolation(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
});
