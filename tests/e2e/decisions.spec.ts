/** Decisions as anybody sees them: found, read, checked in the browser, and refused when they were tampered with; letter and access at the desk. */
import type { Page } from '@playwright/test';
import { expect, expectNoSidewaysScroll, expectNoViolation, test } from '#tests/support/e2e.ts';
import { signInOnce } from '#tests/support/sign-in.ts';

async function good(page: Page): Promise<void> {
  await expectNoViolation(page);
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** The decision about conditions that the demo begins with. */
async function openDecision(page: Page): Promise<void> {
  await page.goto('/decisions?outcome=conditions');
  await page.getByRole('table', { name: /Afgørelser/ }).getByRole('link', { name: /^Godkendt på vilkår/ }).last().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Godkendt på vilkår');
}

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('decisions are searched, and each says why, for how long and what came later', async ({ page }) => {
    await page.goto('/decisions');
    await expect(page.getByText('Godkendt er ikke det samme som anbefalet.')).toBeVisible();
    await page.getByLabel('Udfald').selectOption({ label: 'Ikke godkendt' });
    await page.getByRole('button', { name: 'Søg' }).click();
    await expect(page.getByRole('table', { name: /Afgørelser/ }).getByRole('link', { name: /^Godkendt/ })).toHaveCount(0);
    await page.getByRole('link', { name: 'Vis alle afgørelser' }).click();
    await openDecision(page);
    for (const heading of ['Regel', 'Hvorfor', 'De vigtigste fakta', 'Krav for krav', 'Vilkår', 'Sådan kan der klages', 'Hvad skete der siden?', 'I loggen']) await expect(page.getByRole('heading', { name: heading, exact: true })).toBeVisible();
    await page.goto('/decisions?q=findesikkenogetsteds');
    await expect(page.getByRole('heading', { name: 'Ingen afgørelser passer til din søgning.' })).toBeVisible();
  });

  test('a provider shows who approves it, and whether anybody did on a day', async ({ page }) => {
    await openDecision(page);
    await page.getByRole('definition').getByRole('link').first().click();
    await expect(page.getByRole('heading', { name: /^Godkendt på vilkår af/ })).toBeVisible();
    await page.getByLabel('Dag', { exact: true }).fill('2020-01-01');
    await page.getByRole('button', { name: 'Se svar' }).click();
    await expect(page.getByText(/^Nej\. Den 1\. januar 2020/)).toBeVisible();
    await page.goto(`${new URL(page.url()).pathname}?day=2999-01-01`);
    await expect(page.getByText('Skriv en dag, der har været')).toBeVisible();
  });

  test('the page to check on says how to do it without', async ({ page }) => {
    await page.goto('/decisions/verify');
    await expect(page.getByRole('button', { name: 'Tjek' })).toBeDisabled();
    await expect(page.getByText(/npm run log:verify/)).toBeVisible();
    await page.getByLabel('Nummer i loggen').fill('999999');
    await page.getByRole('button', { name: 'Hent' }).click();
    await expect(page.getByText('Der er ikke noget med det nummer')).toBeVisible();
  });
});

test('anybody checks an entry in the browser, and one that was tampered with is refused', async ({ page }) => {
  await openDecision(page);
  await page.getByRole('link', { name: 'Tjek den selv' }).click();
  const bundle = page.getByLabel('Afgørelse og bevis');
  const check = () => page.getByRole('button', { name: 'Tjek', exact: true }).click();
  const result = page.getByRole('status');
  const whole = await bundle.inputValue();

  await check();
  await expect(result).toContainText('Alt passer.');
  for (const line of ['Teksten er den, der blev lagt ud.', 'Afgørelsen står i loggen på sin plads.', 'Loggen er underskrevet med nøglen.']) await expect(result.getByText(line)).toBeVisible();
  await good(page);

  await bundle.fill(whole.replace('conditions\\"', 'approve\\"'));
  await check();
  await expect(result).toContainText('Noget passer ikke.');
  await expect(result.getByText('Teksten er en anden end den, der blev lagt ud.')).toBeVisible();
  await expect(result.getByText('Alt passer.')).toBeHidden();

  await bundle.fill(whole.replace(/\\"at\\":\\"20\d\d/, '\\"at\\":\\"2019'));
  await check();
  await expect(result.getByText('Afgørelsen står ikke i den log, der er underskrevet.')).toBeVisible();

  await bundle.fill(whole.replace(/log\\n(\d+)\\n/, 'log\\n999\\n'));
  await check();
  await expect(result.getByText('Loggen er ikke underskrevet med nøglen.')).toBeVisible();

  await bundle.fill('{}');
  await check();
  await expect(result).toContainText('Det kan ikke læses.');
});

test('pages about decisions are without barriers, and fit a small screen', async ({ page }) => {
  for (const path of ['/decisions', '/en/decisions?q=plan', '/fi/decisions/verify']) {
    await page.goto(path);
    await good(page);
  }
  await openDecision(page);
  await good(page);
  await page.getByRole('definition').getByRole('link').first().click();
  await good(page);
});

test('programs read feed, list, checkpoint and proof', async ({ request }) => {
  const feed = await request.get('/en/decisions/feed.xml');
  expect(feed.headers()['content-type']).toContain('application/atom+xml');
  expect(await feed.text()).toMatch(/<entry><id>http.*\/en\/decisions\/\d+<\/id>/);
  const { total, results } = (await (await request.get('/api/v1/decisions?outcome=conditions')).json()) as { total: number; results: { links: { proof: string } }[] };
  expect(total).toBeGreaterThan(0);
  const proof = await request.get(results[0]?.links.proof ?? '');
  expect(proof.headers()['access-control-allow-origin']).toBe('*');
  expect(Object.keys((await proof.json()) as object)).toEqual(['entry', 'document', 'salt', 'proof', 'checkpoint']);
  expect(await (await request.get('/decisions/log/checkpoint')).text()).toMatch(/^\S+\/decisions\/log\n\d+\n\S{44}\n\n— \S+ \S+\n$/);
  expect((await request.get('/decisions/log/proof')).status()).toBe(400);
  expect((await request.get('/decisions/log/proof?entry=999999')).status()).toBe(404);
});

test.describe('at the desk of the authority', () => {
  test.use({ signsIn: true });

  test('the letter is a page and a PDF, and access to the case is answered in time', async ({ page }) => {
    await signInOnce(page, 'decider@example.test', '/desk');
    await page.getByRole('main').getByRole('link', { name: 'Sager', exact: true }).click();
    await expect(page).toHaveURL(/\/cases$/);
    await page.goto(`${page.url()}?state=decided`);
    await page.getByRole('rowheader').getByRole('link').first().click();
    await expect(page).toHaveURL(/\/cases\/\d+(#|$)/);
    const path = new URL(page.url()).pathname;

    await page.goto(`${path}/letter`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Afgørelse: /);
    await expect(page.getByRole('heading', { name: 'Sådan kan I klage' })).toBeVisible();
    await good(page);
    const pdf = await page.request.get(`${path}/letter.pdf`);
    expect(pdf.headers()).toMatchObject({ 'content-type': 'application/pdf', 'content-language': 'da', 'cache-control': 'no-store' });
    expect((await pdf.body()).subarray(0, 8).toString()).toBe('%PDF-1.7');

    await page.goto(`${path}/access`);
    await page.getByLabel('Det er parten selv, der beder').check();
    await page.getByRole('button', { name: 'Skriv ned' }).click();
    await expect(page.getByRole('status')).toContainText('Anmodningen er skrevet ned.');
    await expect(page.getByText('7 arbejdsdage igen')).toBeVisible();
    await good(page);
    await page.getByLabel('Besvaret').selectOption({ label: 'Givet' });
    await page.getByRole('button', { name: 'Marker som besvaret' }).click();
    await expect(page.getByRole('cell', { name: /^Givet/ })).toBeVisible();
    const zip = await page.request.get(`${path}/export.zip`);
    expect(zip.headers()).toMatchObject({ 'content-type': 'application/zip', 'cache-control': 'no-store' });
    expect((await zip.body()).subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
  });

  test('letter and files of a case are nobody else’s', async ({ page }) => {
    await signInOnce(page, 'owner@example.test', '/desk');
    for (const part of ['letter', 'letter.pdf', 'export.zip', 'access']) expect((await page.request.get(`/desk/authority/1/cases/1/${part}`)).status()).toBe(404);
  });
});
