/** The main journey: say where one lives and what one needs, narrow the list, pick three, see them side by side. */
import { messages } from '#i18n/index.ts';
import { expect, expectNoSidewaysScroll, expectNoViolation, test } from '#tests/support/e2e.ts';
import type { Page } from '@playwright/test';

async function answer(page: Page, place: string, situation: string, wish: string): Promise<void> {
  await page.goto('/');
  await page.getByLabel('Postnummer eller by').fill(place);
  await page.getByRole('button', { name: 'Næste' }).click();
  if (await page.getByRole('heading', { name: 'Hvor er det?' }).isVisible()) await page.getByRole('link', { name: 'København', exact: false }).first().click();
  await page.getByRole('link', { name: situation }).click();
  await page.getByRole('link', { name: wish }).click();
  await expect(page).toHaveURL(/\/providers\?/);
}

const total = async (page: Page) => Number(/\d+/.exec((await page.locator('#results').textContent()) ?? '')?.[0] ?? NaN);
const cards = (page: Page) => page.locator('.provider-card');

async function pickThree(page: Page): Promise<string[]> {
  const names: string[] = [];
  for (let i = 0; i < 3; i++) {
    const card = cards(page).nth(i);
    names.push((await card.getByRole('heading').textContent())?.trim() ?? '');
    await card.getByRole('link', { name: 'Læg i min liste' }).click();
    await expect(card.getByRole('link', { name: 'Fjern fra min liste' })).toBeVisible();
  }
  return names;
}

async function expectCompared(page: Page, names: readonly string[]): Promise<void> {
  await page.getByRole('region', { name: 'Min liste' }).getByRole('link', { name: 'Sammenlign' }).click();
  await expect(page).toHaveURL(/\/compare\?/);
  for (const name of names) await expect(page.getByRole('columnheader', { name }).first()).toBeVisible();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with a script' : 'without a script', () => {
    test.use({ javaScriptEnabled, viewport: { width: 390, height: 844 } });

    test('a mentor for young people in Aarhus, with a hearing loop', async ({ page }) => {
      await answer(page, 'Aarhus', 'Jeg er under 30 og har ingen uddannelse', 'En mentor, der følger mig');
      const before = await total(page);
      expect(before).toBeGreaterThan(3);
      await page.getByRole('link', { name: 'Vælg flere filtre' }).click();
      const option = page.getByRole('checkbox', { name: /^Teleslynge/ });
      const promised = Number(/\((\d+)/.exec((await page.locator('label', { has: option }).textContent()) ?? '')?.[1]);
      await option.check();
      await page.getByRole('button', { name: 'Vis leverandører' }).click();
      await expect(page.getByRole('link', { name: 'Fjern Teleslynge' })).toBeVisible();
      expect(await total(page)).toBe(promised);
      expect(promised).toBeLessThanOrEqual(before);
      await expectCompared(page, await pickThree(page));
    });

    test('on sick leave in 2400', async ({ page }) => {
      await answer(page, '2400', 'Jeg er sygemeldt', 'Jeg ved det ikke. Vis mig alt');
      await expect(page.getByRole('link', { name: /^Fjern 2400/ })).toBeVisible();
      await expectCompared(page, await pickThree(page));
    });

    test('typed in one line', async ({ page }) => {
      await page.goto('/');
      await page.getByLabel('Hvad leder du efter?').fill('mentor for unge i Aarhus');
      await page.getByRole('button', { name: 'Søg' }).click();
      await expect(page).toHaveURL(/q=mentor/);
      expect(await total(page)).toBeGreaterThan(0);
      await expect(cards(page).first()).toContainText('Mentor');
    });
  });
}

test('the list survives a link that does not carry it, and can be emptied', async ({ page }) => {
  await page.goto('/providers?place=8000');
  const [first] = await pickThree(page);
  await page.goto('/providers?service=mentoring');
  const bar = page.getByRole('region', { name: 'Min liste' });
  await bar.getByText('Min liste (3)').click();
  await expect(bar.getByRole('link', { name: first ?? '', exact: true })).toBeVisible();
  await expect(page).toHaveURL(/p=.*p=.*p=/);
  await bar.getByRole('listitem').filter({ hasText: first ?? '' }).getByRole('link', { name: 'Fjern' }).click();
  await expect(bar.getByText('Min liste (2)')).toBeVisible();
  await bar.getByRole('link', { name: 'Tøm listen' }).click();
  await expect(bar).toBeHidden();
  await page.reload();
  await expect(page.getByRole('region', { name: 'Min liste' })).toBeHidden();
});

test('nothing moves when a provider is picked, nor when the list comes back', async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(window, { shift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) (window as unknown as { shift: number }).shift += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const shift = () => page.evaluate(() => (window as unknown as { shift: number }).shift);
  const bar = page.getByRole('region', { name: 'Min liste' });
  await page.goto('/providers?place=8000');
  const first = cards(page).first();
  const place = () => first.evaluate((card) => ({ top: card.getBoundingClientRect().top + scrollY, height: card.getBoundingClientRect().height }));
  const before = await place();
  await first.getByRole('link', { name: 'Læg i min liste' }).click();
  await expect(bar).toBeVisible();
  expect(await place()).toEqual(before);
  expect(await shift()).toBe(0);
  await page.goto('/providers?service=mentoring');
  await expect(bar).toBeVisible();
  expect(await shift()).toBe(0);
});

test('suggestions by keyboard alone', async ({ page }) => {
  await page.goto('/providers');
  const field = page.getByRole('combobox', { name: 'Hvad leder du efter?' });
  await field.pressSequentially('mento');
  const options = page.getByRole('listbox', { name: 'Forslag' }).first().getByRole('option');
  await expect(options.first()).toBeVisible();
  await expect(field).toHaveAttribute('aria-expanded', 'true');
  await field.press('ArrowDown');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await expectNoViolation(page);
  await field.press('Escape');
  await expect(field).toHaveAttribute('aria-expanded', 'false');
  await expect(field).toHaveValue('mento');
  await field.press('r');
  await expect(options.first()).toBeVisible();
  await field.press('ArrowDown');
  await field.press('Enter');
  await expect(page.getByRole('link', { name: 'Fjern Mentor' })).toBeVisible();
});

test('a place that is not known keeps what was typed and offers a way on', async ({ page }) => {
  await page.goto('/?step=situation&place=Arhuus+Kommune');
  const field = page.getByLabel('Postnummer eller by');
  await expect(field).toHaveValue('Arhuus Kommune');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText('Fejl: Vi kender ikke stedet')).toBeVisible();
  await page.getByRole('link', { name: 'Aarhus' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Hvad passer bedst på dig lige nu?' })).toBeVisible();
});

test('a search that finds nobody is no dead end', async ({ page }) => {
  await page.goto('/providers?place=Lolland&service=mentoring&group=unge&accessibility=sign-language&language=so');
  await expect(page.getByRole('heading', { name: 'Vi fandt ingen leverandører' })).toBeVisible();
  const ways = page.locator('.nearest a.answer');
  expect(await ways.count()).toBeGreaterThan(1);
  await ways.first().click();
  expect(await total(page)).toBeGreaterThan(0);
});

test('what the address says wrongly is left out and told', async ({ page }) => {
  const answer = await page.goto('/providers?kind=zebra&page=9999&sort=best&place=&q=%00mentor');
  expect(answer?.status()).toBe(200);
  await expect(page.getByText('kind=zebra')).toBeVisible();
  await expect(page.getByText('sort=best')).toBeVisible();
  await expect(page.getByText('Der er ikke så mange sider. Her er den sidste.')).toBeVisible();
});

test('the map and its list say the same, and lead to the list', async ({ page }) => {
  await page.goto('/map?service=mentoring');
  const row = page.getByRole('row', { name: /^Aarhus/ });
  const count = Number(await row.getByRole('cell').textContent());
  await expect(page.locator('svg title', { hasText: `Aarhus: ${count}` })).toHaveCount(1);
  await row.getByRole('link').click();
  expect(await total(page)).toBe(count);
});

const TIERS = ['Bedre end forventet', 'Som forventet', 'Dårligere end forventet', 'Vi kan ikke afgøre det'] as const;

/** How many the links above the list say there are of each tier. */
async function promised(page: Page): Promise<number[]> {
  const lines = await page.getByRole('navigation', { name: 'Grupperne på listen' }).getByRole('listitem').allTextContents();
  return lines.map((line) => Number(/\d+/.exec(line)?.[0] ?? 0));
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'by results, with a script' : 'by results, without a script', () => {
    test.use({ javaScriptEnabled, viewport: { width: 390, height: 844 } });

    test('in groups; those we cannot tell about are a list of their own; two can be held against each other', async ({ page }) => {
      await page.goto('/providers');
      await page.getByLabel('Rækkefølge').selectOption({ label: 'Resultater, i grupper' });
      await page.getByRole('button', { name: 'Skift' }).click();
      await expect(page).toHaveURL(/sort=results/);
      const counts = await promised(page);
      expect(counts).toHaveLength(TIERS.length);
      expect(counts.reduce((sum, each) => sum + each, 0)).toBe(await total(page));
      await expect(page.getByText('Det viser ikke, at leverandøren er årsag til resultatet.')).toBeVisible();
      await page.getByText('Hvorfor denne rækkefølge?').click();
      await expect(page.getByText('Ingen kan betale for en plads. Resultater er delt i grupper og ikke nummereret')).toBeVisible();

      const picks: string[] = [];
      for (const tier of TIERS) {
        await page.getByRole('navigation', { name: 'Grupperne på listen' }).getByRole('link', { name: tier }).click();
        const list = page.locator('section', { has: page.getByRole('heading', { level: 3, name: new RegExp(`^${tier}`) }) });
        await expect(list.getByRole('heading', { level: 3 })).toContainText(`${counts[TIERS.indexOf(tier)]} leverandør`);
        if (tier === TIERS.at(-1)) await expect(list.getByText('den er ikke bunden')).toBeVisible();
        const card = list.locator('.provider-card', { hasText: 'Sammenlignet' }).first();
        // Whoever reports nothing is in that list too, and on some days nobody else is on its first page.
        if ((await card.count()) === 0) await page.getByRole('link', { name: 'Næste', exact: true }).click();
        await expect(card.locator('.provider-verdict')).toContainText(tier);
        picks.push((await card.getByRole('heading').getByRole('link').getAttribute('href'))?.split(/[/?]/)[2] ?? '');
      }
      const untold = page.locator('#list-cannot-tell');
      await expect(untold.locator('.provider-verdict').first()).toContainText(/afgøre det\. \p{Lu}/u);
      await expectNoSidewaysScroll(page);

      await page.goto(`/compare?${new URLSearchParams(picks.map((slug) => ['p', slug]))}`);
      const row = page.getByRole('row', { name: /^Sammenlignet med det forventede/ });
      await expect(row.getByRole('cell')).toContainText([...TIERS]);
      const pairs = page.locator('.pair-list > div');
      await expect(pairs).toHaveCount(6);
      await expect(pairs.nth(1)).toContainText('Forskellen er større, end tilfældigheder forklarer');
      await expect(pairs.nth(2)).toContainText('Dem kan vi ikke sammenligne.');
      await expectNoSidewaysScroll(page);
    });
  });
}

test('two alike cannot be told apart; the spreadsheet says the same', async ({ page, request }) => {
  const { results } = (await (await request.get('/api/v1/providers?sort=results&pageSize=100')).json()) as { results: { slug: string; tier: string }[] };
  const picks = results.filter((each) => each.tier === 'as-expected').slice(0, 4).map(({ slug }) => slug);
  const { pairs } = (await (await request.get(`/api/v1/compare?${new URLSearchParams(picks.map((slug) => ['p', slug]))}`)).json()) as { pairs: { outcome: string; providers: string[] }[] };
  const alike = pairs.find((pair) => pair.outcome === 'alike');
  const query = new URLSearchParams((alike?.providers ?? []).map((slug) => ['p', slug]));
  await page.goto(`/compare?${query}`);
  await expect(page.locator('.pair-list')).toContainText('Vi kan ikke skelne dem fra hinanden.');
  const sheet = await (await request.get(`/compare.csv?${query}`)).text();
  expect(sheet).toContain('Sammenlignet med det forventede,Som forventet,Som forventet');
  expect(sheet).toContain('Vi kan ikke skelne dem fra hinanden.');
});

test('ordered by experiences: groups in words of their own, and no verdict of results stands over one', async ({ page }) => {
  await page.goto('/providers?sort=experiences');
  const { tiers } = messages('da').experiences;
  await expect(page.getByText(tiers.note)).toBeVisible();
  await expect(page.locator('.tier-links li')).toContainText([tiers.better, tiers['as-expected'], tiers.worse, tiers['cannot-tell']]);
  await expect(page.locator('.results-part h3 .verdict-mark')).toHaveCount(0);
  await expect(page.locator('.results-part.apart, .results-part h3').first()).toBeVisible();
});

for (const address of ['/providers?sort=results', '/en/providers?sort=results&page=5']) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`no barrier in ${address}, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(address);
      await expectNoViolation(page);
    });
  }
}
