/** Reviews as everybody sees them, without a script; and the provider's answer. */
import { messages } from '#i18n/index.ts';
import { expect, expectNoSidewaysScroll, expectNoViolation, test } from '#tests/support/e2e.ts';
import { signInOnce } from '#tests/support/sign-in.ts';
import type { APIRequestContext } from '@playwright/test';

/** The provider that the demonstration's people look after. */
const OWN = 'a-kassen-solhvervsgraevlingen-for-kandidater-opdigtet';
const { experiences: t, profile } = messages('da');

interface Found {
  slug: string;
  tier: string;
  list: string;
  experiences: { reviewers: number; again: { state: string; score: number | null } | null } | null;
}

async function all(request: APIRequestContext): Promise<Found[]> {
  const found: Found[] = [];
  for (let page = 1; page <= 5; page += 1) {
    const { results } = (await (await request.get(`/api/v1/providers?sort=experiences&facets=none&pageSize=100&page=${page}`)).json()) as { results: Found[] };
    found.push(...results);
    if (results.length < 100) break;
  }
  return found;
}

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('figures with what they rest on, labels that say what they prove, words in an order that explains itself', async ({ page, request }) => {
    await page.goto(`/providers/${OWN}/reviews`);
    await expect(page.locator('.dimension')).toHaveCount(6);
    for (const question of Object.values(t.dimensions)) await expect(page.getByRole('heading', { level: 3, name: question })).toBeVisible();
    await expect(page.getByRole('table', { name: t.barsOf(t.dimensions.again) }).getByRole('row')).toHaveCount(6);
    for (const heading of [t.rounds.heading, t.apart.heading, t.proof.heading, t.list.heading]) await expect(page.getByRole('heading', { level: 2, name: heading })).toBeVisible();
    await expect(page.getByText(t.list.order)).toBeVisible();
    await expect(page.locator('.proofs')).toContainText(t.proof.code.text);
    await expect(page.getByRole('link', { name: messages('da').review.pages.anonymity })).toHaveAttribute('href', /\/\/review\.[^/]+\/review\/anonymity$/);
    await expect(page.getByRole('link', { name: messages('da').review.title })).toHaveAttribute('href', /\/\/review\.[^/]+\/review$/);
    const answer = (await (await request.get(`/api/v1/providers/${OWN}/reviews?lang=da`)).json()) as { figures: { reviewers: number; dimensions: { again: { bars: number[] } } } };
    const bars = await page.getByRole('table', { name: t.barsOf(t.dimensions.again) }).locator('.number').allTextContents();
    expect(bars.map(Number).reverse()).toEqual(answer.figures.dimensions.again.bars);
    await expect(page.locator('#figures ~ .lead')).toContainText(t.reviews(answer.figures.reviewers));
  });

  test('a part of them has an address, and one that may not be shown is all of them', async ({ page }) => {
    await page.goto(`/providers/${OWN}/reviews`);
    const year = page.getByLabel(t.filters.year);
    const [, first] = await year.locator('option').allTextContents();
    await year.selectOption(first ?? '');
    await page.getByRole('button', { name: t.filters.submit }).click();
    await expect(page).toHaveURL(new RegExp(`year=${first}`));
    await expect(page.getByText(t.onlyYear(first ?? ''))).toBeVisible();
    await expect(page.locator('.dimension-score')).toHaveCount(0);
    await page.goto(`/providers/${OWN}/reviews?year=1999&programme=none`);
    await expect(page.locator('.dimension-score')).toHaveCount(6);
  });

  test('what is left out shows in the text, and answers stand under their reviews', async ({ page }) => {
    await page.goto(`/providers/${OWN}/reviews`);
    await expect(page.locator('.reply').filter({ hasText: '(Opdigtet svar)' }).first()).toBeVisible();
    expect(await page.locator('.review').count()).toBeGreaterThan(10);
    await expect(page.locator('.review .long-text').filter({ hasText: '22 33 44 55' })).toHaveCount(0);
  });

  test('the list by experiences: groups, their order, and a line on each card', async ({ page, request }) => {
    const found = await all(request);
    const order = found.map((each) => ['better', 'as-expected', 'worse', 'cannot-tell'].indexOf(each.list));
    expect(order).toEqual([...order].sort());
    expect(new Set(order).size).toBe(4);
    expect(found.filter((each) => each.list === 'better').every((each) => each.experiences?.again?.state === 'score')).toBe(true);
    await page.goto('/providers?sort=experiences');
    await expect(page.getByText(t.tiers.note)).toBeVisible();
    await expect(page.locator('.provider-experiences').first()).toContainText('Ville vælge det igen: ');
  });

  test('divided opinions have no number anywhere; nothing published is said as that', async ({ page, request }) => {
    const found = await all(request);
    const divided = found.find((each) => each.experiences?.again?.state === 'divided');
    expect(divided?.list).toBe('cannot-tell');
    await page.goto(`/providers/${divided?.slug}/reviews`);
    await expect(page.locator('.dimension').filter({ hasText: t.dimensions.again }).locator('.dimension-score')).toHaveText(t.state.divided);
    const none = found.find((each) => each.experiences === null);
    await page.goto(`/providers/${none?.slug}/reviews`);
    await expect(page.getByRole('heading', { name: profile.reviews.none })).toBeVisible();
    await page.goto(`/compare?p=${divided?.slug}&p=${none?.slug}`);
    await expect(page.getByRole('row', { name: new RegExp(`^${messages('da').compare.row.experiences}`) })).toContainText(t.state.divided);
  });

  test('on paper and on a narrow screen nothing is lost', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(`/en/providers/${OWN}/reviews`);
    await expectNoSidewaysScroll(page);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.dimension').first()).toBeVisible();
    await expect(page.locator('.review-filters')).toBeHidden();
  });
});

for (const path of [`/providers/${OWN}/reviews`, `/en/providers/${OWN}/reviews?year=2026`, '/en/providers?sort=experiences', '/demo']) {
  test(`no barrier in ${path}`, async ({ page }) => {
    await page.goto(path);
    await expectNoViolation(page);
    await expectNoSidewaysScroll(page);
  });
}

test('the clock of the demonstration goes forward only', async ({ page }) => {
  await page.goto('/en/demo');
  const { demo } = messages('en');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(demo.title);
  await page.getByLabel(demo.days).fill('-3');
  await page.getByRole('button', { name: demo.move, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(demo.title);
  await expect(page.locator('.error').first()).toBeVisible();
});

test.describe('the provider answers', () => {
  test.use({ signsIn: true, javaScriptEnabled: false });
  test.describe.configure({ mode: 'serial' });
  test.setTimeout(120_000);
  const WORDS = `Tak for dine ord, ${Date.now() % 100_000}.`;

  test('once a review, without asking who wrote it; it shows at once where no detector minds', async ({ page }) => {
    await signInOnce(page, 'editor@example.test', `/desk/provider/${OWN}/reviews`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t.desk.title);
    await expectNoSidewaysScroll(page);
    const review = page.locator('.review').first();
    await review.locator('summary').last().click();
    await review.getByLabel(t.desk.text).fill('Hvem er du? Ring til os.');
    await review.getByRole('button', { name: t.desk.send }).click();
    await expect(page.locator('.error').first()).toContainText(messages('da').forms.problems['reply-identity']);
    const again = page.locator('.review').filter({ has: page.locator('.error') });
    await again.getByLabel(t.desk.text).fill(WORDS);
    await again.getByRole('button', { name: t.desk.send }).click();
    await expect(page.getByRole('status')).toContainText(messages('da').forms.done['reply-sent']);
    // Kept pages follow a moment later.
    await expect(async () => {
      const [first, second] = await Promise.all([1, 2].map(async (number) => (await page.request.get(`/providers/${OWN}/reviews?page=${number}`)).text()));
      expect(`${first}${second}`).toContain(WORDS);
    }).toPass({ timeout: 30_000 });
  });

  test('and takes it back', async ({ page }) => {
    await signInOnce(page, 'editor@example.test', `/desk/provider/${OWN}/reviews`);
    const review = page.locator('.review').filter({ hasText: WORDS });
    // Those with an answer come last.
    for (let number = 2; (await review.count()) === 0 && number < 9; number += 1) await page.goto(`/desk/provider/${OWN}/reviews?page=${number}`);
    await review.getByRole('button', { name: t.desk.withdraw }).click();
    await expect(page.getByRole('status')).toContainText(messages('da').forms.done['reply-withdrawn']);
    await expect(page.getByText(WORDS)).toHaveCount(0);
  });
});
