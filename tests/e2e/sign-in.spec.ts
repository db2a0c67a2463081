import type { BrowserContext, Page } from '@playwright/test';
import { expect, expectNoSidewaysScroll, expectNoViolation, test } from '#tests/support/e2e.ts';
import { openNewestLink, signIn } from '#tests/support/sign-in.ts';

test.use({ signsIn: true });

async function check(page: Page): Promise<void> {
  await expectNoViolation(page);
  await expectNoSidewaysScroll(page);
}

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } });

  test('a link by mail leads in, a scanner that opens it does not spend it, and it works once', async ({ page }) => {
    await page.goto('/account');
    await expect(page).toHaveURL(/\/sign-in\?next=%2Faccount$/);
    await expect(page.getByRole('button', { name: 'Log ind med adgangsnøgle' })).toBeHidden();
    const email = page.getByLabel('Din e-mail på arbejdet');
    await email.fill('nobody');
    await page.getByRole('button', { name: 'Send et link' }).click();
    await expect(page.getByText('Fejl: Skriv en hel e-mail')).toBeVisible();
    await expect(email).toHaveValue('nobody');
    await expect(email).toHaveAttribute('aria-invalid', 'true');
    await expectNoSidewaysScroll(page);

    await email.fill('auditor@example.test');
    await page.getByRole('button', { name: 'Send et link' }).click();
    await page.getByRole('link', { name: 'Se mails' }).click();
    await openNewestLink(page, 'auditor@example.test');
    const link = page.url();
    for (let opened = 0; opened < 2; opened++) expect((await page.request.get(link)).status()).toBe(200);

    await page.getByRole('button', { name: 'Log ind nu' }).click();
    await expect(page).toHaveURL(/\/account$/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Din konto');
    await expectNoSidewaysScroll(page);

    await page.getByLabel('Dit navn').fill('Rita Ny Revisor');
    await page.getByLabel('Dit sprog').selectOption('fi');
    await page.getByRole('button', { name: 'Gem' }).click();
    await expect(page.getByRole('status')).toHaveText('Det er gemt.');
    await expect(page.getByLabel('Dit navn')).toHaveValue('Rita Ny Revisor');
    await page.goBack();
    await page.goForward();
    await expect(page.getByLabel('Dit navn')).toHaveValue('Rita Ny Revisor');

    await page.getByRole('button', { name: 'Log ud her' }).click();
    await expect(page.getByRole('status')).toHaveText('Du er logget ud.');
    await page.goto('/account');
    await expect(page).toHaveURL(/\/sign-in/);
    await page.goto(link);
    await page.getByRole('button', { name: 'Log ind nu' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Linket virker ikke mere');
  });

  test('a stranger is told the same', async ({ page }) => {
    await page.goto('/en/sign-in');
    await page.getByLabel('Your e-mail at work').fill('stranger@example.test');
    await page.getByRole('button', { name: 'Send a link' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Look in your mail');
    await page.getByRole('link', { name: 'See the mails' }).click();
    await expect(page.getByText('stranger@example.test')).toHaveCount(0);
  });
});

/** A device with a fingerprint reader that always agrees. */
async function addAuthenticator(context: BrowserContext, page: Page): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  });
}

test('a passkey: made after signing in, leads in by itself, and can be taken away', async ({ page, context }) => {
  await addAuthenticator(context, page);
  await signIn(page, 'moderator@example.test');
  await check(page);
  await page.getByRole('button', { name: 'Lav en adgangsnøgle' }).click();
  await expect(page.getByRole('status')).toHaveText('Adgangsnøglen er lavet.');
  // Whoever made it or did not make it is told.
  await page.goto('/outbox');
  await expect(page.getByRole('listitem').filter({ hasText: 'moderator@example.test' }).getByRole('heading', { name: 'Ny adgangsnøgle til din konto' })).toBeVisible();
  await page.goto('/account');
  await page.getByRole('button', { name: 'Log ud her' }).click();

  await page.goto('/sign-in?next=/account');
  await page.getByRole('button', { name: 'Log ind med adgangsnøgle' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Din konto');
  await expect(page.getByText(/Logget ind .* med adgangsnøgle/)).toBeVisible();
  const cookie = (await context.cookies()).find(({ name }) => name === 'vejviser');
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
  expect(await page.evaluate(() => document.cookie)).toBe('');

  await page.getByRole('button', { name: /^Fjern adgangsnøglen/ }).click();
  await expect(page.getByRole('status')).toHaveText('Adgangsnøglen er fjernet.');
  await page.getByRole('button', { name: 'Log ud her' }).click();
  await page.goto('/sign-in?next=/account');
  await page.getByRole('button', { name: 'Log ind med adgangsnøgle' }).click();
  await expect(page.getByRole('alert')).toHaveText('Det lykkedes ikke. Prøv igen, eller brug et link.');
});

test('two devices: one signs the other out; the data can be taken along', async ({ page, browser, baseURL }) => {
  const other = await browser.newContext({ baseURL: baseURL ?? '', userAgent: 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0', locale: 'da-DK' });
  const otherPage = await other.newPage();
  await signIn(otherPage, 'standards-editor@example.test');
  await signIn(page, 'standards-editor@example.test');
  await page.getByRole('button', { name: 'Log ud: Firefox, Windows' }).first().click();
  await expect(page.getByRole('status')).toHaveText('Enheden er logget ud.');
  await otherPage.goto('/account');
  await expect(otherPage).toHaveURL(/\/sign-in/);
  expect(await other.cookies()).toEqual([]);
  await other.close();

  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Hent dine data (JSON)' }).click();
  expect((await waiting).suggestedFilename()).toBe('mine-data.json');
});

for (const [locale, path] of [['da', ''], ['en', '/en'], ['fi', '/fi']] as const) {
  test(`pages of signing in are free of barriers: ${locale}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    for (const address of ['/sign-in', '/sign-in?why=stronger&error=account_not_linked', '/sign-in?why=again', '/sign-in?done=sent', '/sign-in/link?token=x', '/sign-in/link', '/outbox']) {
      await page.goto(`${path}${address}`);
      await check(page);
    }
  });
}

test('what is open to nobody is not there', async ({ request }) => {
  for (const path of ['get-session', 'sign-in/magic-link', 'sign-up/email', 'magic-link/verify?token=x', 'list-sessions', 'error', '']) {
    expect((await request.get(`/api/auth/${path}`)).status(), path).toBe(404);
  }
  const foreign = await request.post('/sign-in', { headers: { origin: 'https://evil.example' }, form: { email: 'owner@example.test' } });
  expect(foreign.status()).toBe(403);
});
