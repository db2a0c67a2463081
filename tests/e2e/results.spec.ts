/** Results beside what would be expected, in every state that the demo has, and the answer for people like me. */
import { readFileSync } from 'node:fs';
import { areaBand } from '#features/results/areas.ts';
import type { PublishedComparison, PublishedEstimate, PublishedTable } from '#features/results/model.ts';
import { messages } from '#i18n/index.ts';
import { expect, expectNoSidewaysScroll, expectNoViolation, test } from '#tests/support/e2e.ts';
import type { APIRequestContext, Page } from '@playwright/test';

const { terms, verdict: t, results: r } = messages('da');

interface Told {
  slug: string;
  results: { kind: string }[];
  comparisons: PublishedComparison[];
  table: PublishedTable | null;
  estimates: PublishedEstimate[];
  corrections: unknown[];
}

let all: Promise<Told[]> | null = null;

/** Every provider of the demo with its results, asked once: no name is written down here. */
function everybody(request: APIRequestContext): Promise<Told[]> {
  all ??= (async () => {
    const pages = await Promise.all([1, 2, 3].map(async (page) => ((await (await request.get(`/api/v1/providers?facets=none&pageSize=100&sort=name&page=${page}`)).json()) as { results: { slug: string }[] }).results));
    const told: Told[] = [];
    for (const { slug } of pages.flat()) {
      const answer = (await (await request.get(`/api/v1/providers/${slug}/results`)).json()) as Omit<Told, 'slug'>;
      if (answer.results.length > 0) told.push({ ...answer, slug });
    }
    return told;
  })();
  return all;
}

async function the(request: APIRequestContext, fits: (told: Told) => boolean): Promise<Told> {
  const found = (await everybody(request)).find(fits);
  if (!found) throw new Error('The demo has no such provider.');
  return found;
}

const e6 = ({ comparisons }: Told) => comparisons.find((each) => each.measure === 'E6');
const section = (page: Page, heading: string) => page.locator('section', { has: page.getByRole('heading', { name: heading, exact: true }) });
/** A municipality of such an area, as one would write it. */
function placeIn(band: string): string {
  const { municipalities } = JSON.parse(readFileSync('db/seed/registers/labour-market-dk.json', 'utf8')) as { municipalities: { code: string; name: string }[] };
  const found = municipalities.find(({ code }) => areaBand(`dk-kommune:${code}`) === band);
  if (!found) throw new Error(`No municipality is ${band}.`);
  return `${found.name} Kommune`;
}

test.describe('the verdict', () => {
  for (const code of ['better', 'as_expected', 'worse'] as const) {
    test(`${code}: shape, word, both numbers, and what it does not show`, async ({ page, request }) => {
      const told = await the(request, (each) => e6(each)?.code === code);
      const figures = e6(told)?.figures;
      await page.goto(`/providers/${told.slug}/results`);
      const compared = section(page, t.heading);
      await expect(compared.locator(`.verdict-word.${code} svg`)).toBeVisible();
      await expect(compared.getByText(terms.verdict[code], { exact: true }).first()).toBeVisible();
      await expect(compared.getByText(terms.verdictNote)).toBeVisible();
      await expect(compared.locator('.expected-figure td.number')).toHaveText([new RegExp(`^${figures?.O}(–\\d+)?$`), `cirka ${Math.round(figures?.E ?? 0)}`]);
      await page.goto(`/providers/${told.slug}`);
      await expect(page.locator('.result-summary').getByText(terms.verdict[code], { exact: true })).toBeVisible();
      await expect(page.locator('.result-summary').getByText(terms.verdictNote)).toBeVisible();
    });
  }

  test('we cannot tell: each reason of the demo with its words and what it means, and no judgement', async ({ page, request }) => {
    const told = await everybody(request);
    const reasons = new Set(told.flatMap((each) => each.comparisons.flatMap((own) => own.reasons)));
    expect([...reasons].sort()).toEqual(expect.arrayContaining(['depends_on_unknown', 'expected_lt_5', 'grade', 'n_lt_30', 'no_stratum', 'own_share_gt_50', 'peers_lt_10', 'unknown_gt_20']));
    for (const reason of reasons) {
      const { slug } = await the(request, (each) => each.comparisons.some((own) => own.reasons.includes(reason)));
      await page.goto(`/providers/${slug}/results`);
      const compared = section(page, t.heading);
      await expect(compared.locator('.verdict-word.no_verdict').first()).toHaveText(terms.verdict.no_verdict);
      await expect(compared.locator('dt', { hasText: terms.reason[reason] }).first()).toBeVisible();
      await expect(compared.getByText(t.means.no_verdict).first()).toBeVisible();
      for (const verdict of await compared.locator('.verdict').allInnerTexts()) expect(verdict).not.toMatch(/dårlig/i);
    }
  });

  test('held back for people’s sake: no number, and why', async ({ page, request }) => {
    const { slug } = await the(request, (each) => e6(each)?.withheld === 'disclosure');
    await page.goto(`/providers/${slug}/results`);
    const verdict = section(page, t.heading).locator('.verdict').first();
    await expect(verdict).toContainText(terms.withheld.disclosure);
    await expect(verdict.locator('.expected-figure')).toHaveCount(0);
    await expect(verdict).not.toContainText(terms.verdictNote);
  });

  test('a first verdict that waits: neither which, nor that it cannot be compared', async ({ page, request }) => {
    const { slug } = await the(request, (each) => e6(each)?.withheld === 'first');
    await page.goto(`/providers/${slug}/results`);
    const verdict = section(page, t.heading).locator('.verdict').first();
    await expect(verdict).toContainText(terms.withheld.first);
    await expect(verdict).toContainText(t.withheldAnswer);
    await expect(verdict).not.toContainText(t.means.no_verdict);
    await expect(verdict.locator('.expected-figure')).toHaveCount(0);
  });

  test('no comparison at all, and figures that are quoted only', async ({ page, request }) => {
    const without = await the(request, (each) => each.comparisons.length === 0 && each.results.some(({ kind }) => kind !== 'quoted'));
    await page.goto(`/providers/${without.slug}/results`);
    await expect(section(page, t.heading)).toContainText(t.none);
    const quoted = await the(request, (each) => each.results.every(({ kind }) => kind === 'quoted'));
    await page.goto(`/providers/${quoted.slug}/results`);
    await expect(page.getByText(t.noneQuoted)).toBeVisible();
    await expect(page.getByText(terms.grade.D)).toBeVisible();
    await expect(page.getByRole('heading', { name: t.heading })).toHaveCount(0);
    await expectNoViolation(page);
  });
});

test.describe('who took part', () => {
  test('cells beside what everybody has, and the rates behind them', async ({ page, request }) => {
    const { slug, table } = await the(request, (each) => each.table?.level === 'cells' && each.table.bands.length > 1 && each.table.groups.length > 1);
    await page.goto(`/providers/${slug}/results`);
    const intake = page.getByRole('table', { name: t.intake.caption });
    await expect(intake.getByRole('row')).toHaveCount((table?.groups.length ?? 0) + 2);
    await expect(intake).toContainText('Hos alle leverandører:');
    await page.getByText(t.intake.reference).click();
    await expect(page.getByRole('table', { name: t.intake.referenceCaption })).toBeVisible();
  });

  test('held back: cells with their reasons, and margins apart', async ({ page, request }) => {
    const held = (each: Told) => each.table?.cells.flat().some(({ state }) => state === 'hidden') ?? false;
    const cells = await the(request, (each) => each.table?.level === 'cells' && held(each));
    await page.goto(`/providers/${cells.slug}/results`);
    await page.getByText(t.intake.whyHeading).click();
    await expect(section(page, t.heading).getByText(t.stateWhy.hidden)).toBeVisible();
    const margins = await the(request, (each) => each.table?.level === 'margins');
    await page.goto(`/providers/${margins.slug}/results`);
    await expect(page.getByText(t.intake.margins)).toBeVisible();
    await expectNoViolation(page);
  });

  test('a corrected number: what stood there and what stands there now', async ({ page, request }) => {
    const { slug, corrections } = await the(request, (each) => each.corrections.length > 0);
    await page.goto(`/providers/${slug}/results`);
    await expect(section(page, t.corrections.heading).getByRole('listitem')).toHaveCount(corrections.length);
    await expect(section(page, t.corrections.heading)).toContainText('Nu står der:');
  });
});

test.describe('people like me, without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('from the form to an answer that can be kept as an address', async ({ page, request }) => {
    const fits = (each: PublishedEstimate) => each.level === 'cell' && each.band !== null && each.band !== 'all';
    const told = await the(request, (each) => each.estimates.some(fits));
    const estimate = told.estimates.find(fits);
    if (!estimate?.band) throw new Error('no estimate');
    await page.goto(`/providers/${told.slug}/results`);
    await page.getByLabel(t.likeYou.group).selectOption(estimate.group);
    await page.getByLabel(t.likeYou.place).fill(placeIn(estimate.band));
    await page.getByRole('button', { name: t.likeYou.submit, exact: true }).click();
    await expect(page).toHaveURL(/\?group=[^&]+&place=[^&]+#like-you$/);
    const answer = section(page, t.likeYou.heading);
    await expect(answer).toContainText(t.likeYou.estimate(`${estimate.percent}`, `${estimate.lower}`, `${estimate.upper}`));
    await expect(answer).toContainText(t.likeYou.level.cell);
    await expect(answer).toContainText('ud af 100.');
    await expect(page.getByLabel(t.likeYou.group)).toHaveValue(estimate.group);
    expect(await page.locator('main').innerText()).not.toMatch(/\d\s?%/);
  });

  test('from a wider part: which, in words', async ({ page, request }) => {
    for (const level of ['group', 'provider'] as const) {
      const fits = (each: PublishedEstimate) => each.level === level && each.band !== null && each.band !== 'all';
      const told = await the(request, (each) => each.estimates.some(fits));
      const estimate = told.estimates.find(fits);
      await page.goto(`/providers/${told.slug}/results?group=${estimate?.group}&place=${encodeURIComponent(placeIn(estimate?.band ?? ''))}`);
      await expect(section(page, t.likeYou.heading)).toContainText(t.likeYou.level[level]);
    }
  });

  test('no own results: says so, with the rate of all', async ({ page, request }) => {
    const { slug, table } = await the(request, (each) => each.estimates.length === 0 && (each.table?.groups.length ?? 0) > 0);
    await page.goto(`/providers/${slug}/results?group=${table?.groups[0]}`);
    const answer = section(page, t.likeYou.heading);
    await expect(answer.locator('.big-figure')).toHaveText(t.likeYou.none);
    await expect(answer).toContainText(t.likeYou.nowhere);
    await expect(answer).toContainText(t.likeYou.noneMeans);
  });

  test('a place that may be several, one that is unknown, and no group: asked, and nothing is guessed', async ({ page, request }) => {
    const told = await the(request, (each) => each.estimates.length > 0);
    const group = told.estimates[0]?.group;
    await page.goto(`/providers/${told.slug}/results?group=${group}&place=4000`);
    const asked = section(page, t.likeYou.heading);
    await expect(asked.locator('.big-figure')).toHaveCount(0);
    await asked.locator('a.chip').first().click();
    await expect(page).toHaveURL(/place=4000%2C\+/);
    await expect(asked.locator('.big-figure')).toHaveCount(1);
    await page.goto(`/providers/${told.slug}/results?group=${group}&place=Langtbortistan`);
    await expect(page.getByLabel(t.likeYou.place)).toHaveAttribute('aria-invalid', 'true');
    await page.goto(`/providers/${told.slug}/results?place=Odense`);
    await expect(asked).toContainText(`Fejl: ${t.likeYou.chooseGroup}`);
  });
});

test.describe('for every eye', () => {
  const answered = (each: Told) => e6(each)?.code === 'worse' && each.estimates.length > 0;
  const untold = (each: Told) => each.comparisons.length === 2;
  for (const [width, colorScheme, fits] of [[390, 'light', answered], [390, 'dark', untold], [1280, 'light', untold], [1280, 'dark', answered]] as const) {
    test(`no violation at ${width}, ${colorScheme}`, async ({ page, request }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      const { slug, estimates } = await the(request, fits);
      await page.goto(`/providers/${slug}/results?group=${estimates[0]?.group ?? 'dk-dagpenge'}&place=Odense`);
      await expectNoViolation(page);
    });
  }

  test('nothing is wider than a small screen, in any language', async ({ page, request }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    const { slug, estimates } = await the(request, (each) => e6(each)?.code === 'better' && (each.table?.bands.length ?? 0) > 2);
    for (const locale of ['', '/en', '/sv', '/nl', '/fi']) {
      await page.goto(`${locale}/providers/${slug}/results?group=${estimates[0]?.group}&place=Odense`);
      await expectNoSidewaysScroll(page);
    }
  });

  test('each number names method, release and the data behind it', async ({ page, request }) => {
    const { slug } = await the(request, (each) => e6(each)?.code === 'as_expected');
    await page.goto(`/providers/${slug}/results`);
    const sources = section(page, r.source.heading);
    await expect(sources.locator('code')).toHaveText(/^[0-9a-f]{64}$/);
    await expect(sources).toContainText('efter metode 1.0.0');
    await expect(sources.getByRole('link', { name: t.proof.open })).toHaveAttribute('href', '/data');
  });
});
