/** The marketplace: a citizen without account or script asks for a place, the provider gives it, and the citizen takes everything away again. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { expect, expectNoSidewaysScroll, expectNoViolation, test } from '#tests/support/e2e.ts';
import { signInOnce } from '#tests/support/sign-in.ts';

test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 }, actionTimeout: 15_000 });
test.describe.configure({ mode: 'serial' });
test.setTimeout(180_000);

const stamp = String(Date.now());
const ADDRESS = `borger-${stamp}@example.test`;
const WORDS = `Jeg vil gerne være med på holdet ${stamp}.`;
const ANSWER = `Du er velkommen, vi ses ${stamp}.`;
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

async function fine(page: Page): Promise<void> {
  await expectNoViolation(page);
  await expectNoSidewaysScroll(page);
}

const elsewhere = (browser: Browser, baseURL: string | undefined) => browser.newContext({ javaScriptEnabled: true, viewport: { width: 390, height: 844 }, ...(baseURL === undefined ? {} : { baseURL }) });

/** The newest letter to the citizen, from the demo's outbox; it is sent a moment after the answer. */
async function openLetter(page: Page, button: string): Promise<void> {
  await page.goto('/outbox');
  const link = page.getByRole('listitem').filter({ hasText: ADDRESS }).getByRole('link', { name: button }).first();
  await expect(async () => {
    await page.reload();
    await expect(link).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 30_000 });
  await link.click();
}

test('a citizen asks for a place, gets it, and takes it all back; the provider sees no more than the citizen wants', async ({ page, browser, baseURL }) => {
  const desk = await (await elsewhere(browser, baseURL)).newPage();
  // What looks at barriers is a script itself: it sees the citizen's pages in a window of its own.
  const looking = await (await elsewhere(browser, baseURL)).newPage();
  const looksFine = async () => {
    await looking.goto(page.url());
    await fine(looking);
  };
  await signInOnce(desk, 'editor@example.test', '/desk');
  await desk.getByRole('link', { name: 'Ledige pladser' }).first().click();
  await expect(heading(desk)).toHaveText('Ledige pladser');
  const slug = /provider\/([^/]+)\/openings/.exec(desk.url())?.[1] ?? '';

  // Three fields, one button.
  const year = 2030 + (Number(stamp) % 60);
  const add = desk.getByRole('region', { name: 'Meld ledige pladser' });
  await add.getByLabel('Ledige pladser').fill('2');
  await add.getByLabel('Startdag').fill(`${year}-03-03`);
  await add.getByLabel('Bemærkning').fill(`Hold ${stamp}`);
  await add.getByRole('button', { name: 'Vis pladserne' }).click();
  await expect(desk.getByRole('status')).toHaveText('Pladserne kan ses nu.');
  const offered = desk.getByRole('listitem').filter({ hasText: stamp });
  await expect(offered.getByRole('spinbutton')).toHaveValue('2');
  await fine(desk);

  // Everybody sees it within a few seconds, with the way to ask.
  const shown = page.getByRole('region', { name: 'Ledige pladser' }).getByRole('listitem').filter({ hasText: stamp });
  await expect(async () => {
    await page.goto(`/providers/${slug}`);
    await expect(shown).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 60_000 });
  await expect(page.getByText(/Svarer normalt inden for \d arbejdsdag/)).toBeVisible();
  await looksFine();
  await shown.getByRole('link', { name: /^Bed om pladsen/ }).click();
  await expect(heading(page)).toHaveText('Bed om en plads');
  await looksFine();

  // A personal number is not taken, and nothing else is lost.
  await page.getByLabel('Din besked').fill(`${WORDS} Mit nummer er 010190-1234.`);
  await page.getByLabel('Fornavn').fill('Mette');
  await page.getByLabel('Din e-mail').fill(ADDRESS);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('Det ligner et CPR-nummer.');
  await expect(page.getByLabel('Fornavn')).toHaveValue('Mette');
  await page.getByLabel('Din besked').fill(WORDS);
  // No person is as fast as three seconds.
  await page.waitForTimeout(3_000);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(heading(page)).toHaveText('Nu mangler der kun én ting');
  await looksFine();

  // Nothing has come to the provider before the button.
  await desk.goto(`/desk/provider/${slug}/enquiries`);
  const listed = desk.getByRole('region', { name: /Venter på svar/ }).getByRole('link', { name: /Mette/ });
  await expect(listed).toHaveCount(0);
  await openLetter(page, 'Se beskeden og send den');
  const link = page.url();
  await expect(page.getByText('Din besked er ikke sendt endnu.')).toBeVisible();
  await looksFine();
  await page.getByRole('button', { name: 'Send til leverandøren' }).click();
  await expect(page.getByRole('status')).toHaveText('Din besked er sendt.');

  // The provider reads it, without the address, and gives the place.
  await desk.reload();
  await fine(desk);
  await listed.click();
  const enquiry = desk.url();
  await expect(desk.getByText(WORDS)).toBeVisible();
  await expect(desk.getByText(ADDRESS)).toHaveCount(0);
  await fine(desk);
  await desk.getByLabel(/^Giv pladsen/).check();
  await desk.getByLabel('Jeres svar').fill(ANSWER);
  await desk.getByRole('button', { name: 'Send svar' }).click();
  await expect(desk.getByRole('status')).toHaveText('Svaret er sendt.');
  await desk.goto(`/desk/provider/${slug}/openings`);
  await expect(offered.getByRole('spinbutton')).toHaveValue('1');

  // The citizen reads it by the letter's link, and takes everything back.
  await openLetter(page, 'Læs svaret');
  expect(page.url()).toBe(link.replace(/\?.*$/, ''));
  await expect(page.getByText('Du har fået pladsen.')).toBeVisible();
  await expect(page.getByText(ANSWER)).toBeVisible();
  await looksFine();
  await page.getByRole('button', { name: 'Slet det hele' }).click();
  await expect(heading(page)).toHaveText('Det er slettet');
  await looksFine();
  expect((await page.goto(link))?.status()).toBe(404);
  await expect(heading(page)).toHaveText('Her er ikke noget mere');
  expect((await desk.goto(enquiry))?.status()).toBe(404);
  await expect(heading(desk)).toHaveText('Spørgsmålet er væk');
  await fine(desk);

  // Two clicks to change the number, and one to take the offer away.
  await desk.goto(`/desk/provider/${slug}/openings`);
  await offered.getByRole('button', { name: /^Fjern/ }).click();
  await expect(desk.getByRole('status')).toHaveText('Den er fjernet.');
  await desk.context().close();
  await looking.context().close();

  const log = process.env['E2E_OUTPUT'];
  if (log !== undefined) {
    const written = readFileSync(log, 'utf8');
    for (const secret of [WORDS, ANSWER, ADDRESS, '010190-1234']) expect(written).not.toContain(secret);
  }
});

test('a provider that nobody looks after is not asked here', async ({ page }) => {
  await page.goto('/providers');
  const href = await page.getByRole('article').last().getByRole('heading').getByRole('link').getAttribute('href');
  await page.goto(`${href?.split('?')[0]}/ask`);
  await expect(heading(page)).toContainText('Spørg');
  await expect(page.getByText('svarer ikke på spørgsmål her endnu')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Send', exact: true })).toHaveCount(0);
});
