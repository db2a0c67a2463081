/** From a held text and a notice to the open list: two people who moderate, and a citizen without an account. */
import type { Browser, Locator, Page } from '@playwright/test';
import { expect, expectNoSidewaysScroll, expectNoViolation, test } from '#tests/support/e2e.ts';
import { signInOnce } from '#tests/support/sign-in.ts';

test.use({ signsIn: true });
test.describe.configure({ mode: 'serial' });

const QUEUE = '/desk/moderation';

async function moderator(browser: Browser, baseURL: string | undefined, address: string, path = QUEUE): Promise<Page> {
  const context = await browser.newContext({ ...(baseURL === undefined ? {} : { baseURL }), locale: 'da-DK' });
  const page = await context.newPage();
  await signInOnce(page, address, path);
  return page;
}

const row = (page: Page, text: string): Locator => page.getByRole('region', { name: 'Køen' }).getByRole('row').filter({ hasText: text });

async function openCase(page: Page, text: string): Promise<void> {
  await page.goto(QUEUE);
  await row(page, text).first().getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Sag \d+$/);
}

async function decide(page: Page, outcome: string, { reason, facts, passages }: { reason?: string; facts?: string; passages?: string }): Promise<void> {
  await page.getByRole('radio', { name: outcome }).check();
  if (reason) await page.getByLabel('Grund fra listen').selectOption({ label: reason });
  if (facts) await page.getByLabel('Begrundelse').fill(facts);
  if (passages) await page.getByLabel('Andet, der skal ud').fill(passages);
  await page.getByRole('button', { name: 'Afgør', exact: true }).click();
}

test('what a program held is marked, and a person takes it out visibly', async ({ page }) => {
  await signInOnce(page, 'moderator@example.test', QUEUE);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Moderation');
  await expectNoViolation(page);
  await openCase(page, 'Mail, telefon eller link');
  await expect(page.locator('mark')).toHaveText('kursist@example.test');
  await expect(page.getByRole('checkbox', { name: /mail eller link/ })).toBeChecked();
  await expect(page.getByRole('link', { name: 'Åbn siden' })).toHaveAttribute('href', /\/providers\/.+\/reviews#review-[0-9a-f]+$/);
  await expectNoViolation(page);
  await page.setViewportSize({ width: 320, height: 800 });
  await expectNoSidewaysScroll(page);

  await decide(page, 'Noget skal ud', {});
  await expect(page.getByRole('alert')).toContainText('Feltet skal udfyldes.');
  await expect(page.getByRole('radio', { name: 'Noget skal ud' })).toBeChecked();
  await decide(page, 'Noget skal ud', { reason: 'Mail, telefon eller link', facts: 'Der stod en mailadresse.' });
  await expect(page).toHaveURL((url) => url.pathname === QUEUE);
  await expect(page.getByRole('status')).toContainText('Sagen er afgjort.');
  await page.getByRole('listitem').filter({ hasText: 'Tog noget ud, Mail, telefon eller link' }).first().getByRole('link').click();
  await expect(page.getByText('Skriv til mig på [kontakt udeladt], så fortæller jeg, hvordan.')).toBeVisible();
});

test('two people remove: who proposes cannot agree', async ({ browser, baseURL }) => {
  const first = await moderator(browser, baseURL, 'moderator@example.test');
  await openCase(first, 'Grove skældsord');
  await decide(first, 'Den skal væk', { reason: 'Grove skældsord', facts: 'Kun skældsord.' });
  await expect(first.getByRole('alert')).toContainText('rækker kun til at tage noget ud');
  await decide(first, 'Den skal væk', { reason: 'Handler om noget andet', facts: 'Teksten siger ikke noget om hjælpen.' });
  await expect(first.getByRole('status')).toContainText('Dit forslag venter på en anden.');
  await expect(first.getByRole('radio', { name: 'Ja, fjern den' })).toHaveCount(0);
  await expect(first.getByText('det er dit eget forslag')).toBeVisible();

  const second = await moderator(browser, baseURL, 'moderator-2@example.test', `${QUEUE}?state=second`);
  await second.goto(`${QUEUE}?state=second`);
  await row(second, 'Mangler en til').first().getByRole('link').click();
  await expect(second.getByText('Teksten siger ikke noget om hjælpen.').first()).toBeVisible();
  await expectNoViolation(second);
  await second.getByRole('radio', { name: 'Ja, fjern den' }).check();
  await second.getByRole('button', { name: 'Svar', exact: true }).click();
  await expect(second.getByRole('status')).toContainText('Sagen er afgjort.');
});

test('a citizen reports a review without an account, hears the answer, and another person decides the appeal', async ({ page, browser, baseURL }) => {
  test.setTimeout(120_000);
  await page.goto('/moderation');
  const provider = await page.getByRole('region', { name: 'Efter leverandør' }).getByRole('link').first().getAttribute('href');
  const reviews = `${provider}/reviews`;
  await page.goto(reviews);
  await page.getByRole('link', { name: /^Meld anmeldelsen/ }).first().click();
  await expect(page.getByLabel('Hvilken side eller tekst?')).toHaveValue(new RegExp(`${reviews}#review-[0-9a-f]+$`));
  await expectNoViolation(page);
  await page.getByLabel('Hvad er der galt?').selectOption({ label: 'Privatliv' });
  await page.getByLabel('Hvorfor er det forkert eller ulovligt?').fill('Det handler om mig, og jeg har ikke sagt ja.');
  await page.getByRole('checkbox', { name: /er sandt/ }).check();
  // Longer than a machine takes.
  await page.waitForTimeout(3_200);
  await page.getByRole('button', { name: 'Send melding' }).click();
  await expect(page.getByRole('alert')).toContainText('Feltet skal udfyldes.');
  await page.getByLabel('Dit navn').fill('Kim Borger');
  await page.getByLabel('Din mail').fill('kim@example.test');
  await page.getByRole('button', { name: 'Send melding' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vi har fået din melding');
  await expectNoViolation(page);
  const mine = page.url().split('?')[0] ?? '';
  await page.goto('/outbox');
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole('listitem').filter({ hasText: 'kim@example.test' }).getByText('Vi har fået din melding').first()).toBeVisible({ timeout: 500 });
  }).toPass();

  const first = await moderator(browser, baseURL, 'moderator@example.test');
  await openCase(first, 'Privatliv');
  await expect(first.getByText('Kim Borger')).toBeVisible();
  await decide(first, 'Den må stå', { facts: 'Ingen kan kendes.' });
  await expect(first.getByRole('status')).toContainText('Sagen er afgjort.');

  await page.goto(mine);
  await expect(page.getByRole('heading', { name: 'Vi lader det stå.' })).toBeVisible();
  await expectNoViolation(page);
  await page.getByLabel('Hvorfor er det forkert?').fill('Alle på stedet kan kende mig.');
  await page.getByRole('button', { name: 'Send klage' }).click();
  await expect(page.getByText('Du har klaget.')).toBeVisible();

  await openCase(first, 'Klage nr. 1');
  await expect(first.getByText('Du har været med til at afgøre sagen før')).toBeVisible();
  const second = await moderator(browser, baseURL, 'moderator-2@example.test');
  await openCase(second, 'Klage nr. 1');
  await expect(second.getByText('Alle på stedet kan kende mig.')).toBeVisible();
  const words = ((await second.locator('blockquote').first().textContent()) ?? '').trim().split('. ')[0] ?? '';
  await decide(second, 'Noget skal ud', { reason: 'Privatliv', facts: 'Der stod noget privat.', passages: words });
  await expect(second.getByRole('status')).toContainText('Sagen er afgjort.');

  await page.goto(mine);
  await expect(page.getByRole('heading', { name: 'Du fik ret.' })).toBeVisible();
  await page.goto(reviews);
  await expect(page.getByText('[navn udeladt]').first()).toBeVisible();
});

test('the open list tells what was done, for people and for machines', async ({ page, request }) => {
  await page.goto('/moderation');
  await expect(page.getByRole('region', { name: 'Efter regel' }).getByRole('row').filter({ hasText: 'Privatliv' })).toBeVisible();
  await expect(page.getByRole('row', { name: /^CPR-nummer/ }).first()).toBeVisible();
  await expectNoViolation(page);
  await page.setViewportSize({ width: 320, height: 800 });
  await expectNoSidewaysScroll(page);
  expect(await (await request.get('/moderation.csv')).text()).toContain('rule,privacy,');
  const terms = (await (await request.get('/terms.json')).json()) as { automatedTools: { decides: boolean }[]; humanReview: string };
  expect(terms.automatedTools.every(({ decides }) => !decides)).toBe(true);
  expect(terms.humanReview).toContain('To mennesker');

  await signInOnce(page, 'moderator@example.test', '/desk/moderation/report');
  await expect(page.getByRole('link', { name: /^Meldinger/ })).toBeVisible();
  await expectNoViolation(page);
  const csv = await page.request.get('/desk/moderation/report/4_notices.csv');
  expect(await csv.text()).toContain('STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS');
  await signInOnce(page, 'owner@example.test', '/desk');
  await page.getByRole('link', { name: 'Moderation af svar' }).first().click();
  await expect(page.getByText('Der er ikke besluttet noget om jeres svar.')).toBeVisible();
  await expectNoViolation(page);
});

test('statements for the public database name nobody', async ({ page }) => {
  await signInOnce(page, 'moderator@example.test', QUEUE);
  const { statements } = (await (await page.request.get('/desk/moderation/statements.json')).json()) as { statements: { puid: string }[] };
  expect(statements.length).toBeGreaterThan(2);
});
