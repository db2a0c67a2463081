/** Standards: anybody reads, compares and says something, without a script; an authority writes one and puts it out to consultation. */
import type { Page } from '@playwright/test';
import { LEAST_MS } from '#features/enquiries/model.ts';
import { expect, expectNoSidewaysScroll, expectNoViolation, test } from '#tests/support/e2e.ts';
import { signInOnce } from '#tests/support/sign-in.ts';

test.use({ actionTimeout: 15_000 });
test.describe.configure({ mode: 'serial' });
test.setTimeout(180_000);

const stamp = String(Date.now());
const WORDS = `Jeg savner noget om transport ${stamp}.`;
const NAME = `Hjælp til unge ${stamp}`;
const CONSULTED = '/standards/employment-services/2';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

async function fine(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 900 });
  await expectNoViolation(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 390, height: 844 });
}

test('anybody reads what authorities ask for, in every language', async ({ page }) => {
  await page.goto('/standards');
  await fine(page);
  await page.getByRole('link', { name: 'Hjælp til at finde arbejde (eksempel)' }).first().click();
  await expect(page).toHaveURL(/\/standards\/employment-services\/1$/);
  await expect(page.getByText('Gælder nu').first()).toBeVisible();
  await fine(page);
  for (const prefix of ['/en', '/sv', '/nl', '/fi']) {
    await page.goto(`${prefix}${CONSULTED}`);
    await fine(page);
  }
});

test('a new version says what has changed and how providers would fare, without names', async ({ page }) => {
  await page.goto(CONSULTED);
  await expect(page.getByRole('table')).toContainText('Resultater, som andre har tjekket');
  await page.getByRole('link', { name: 'Se, hvad der er ændret siden udgave 1' }).click();
  await expect(page.getByRole('heading', { name: /Nyt Krav 1\.4/ })).toBeVisible();
  await expect(page.getByText('Hvorfor:')).toBeVisible();
  await fine(page);
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });

  test('anybody says something to it, and reads it at once', async ({ page }) => {
    await page.goto(CONSULTED);
    await page.waitForTimeout(LEAST_MS + 200);
    await page.getByLabel('Hvad handler det om?').selectOption('3.2');
    await page.getByLabel('Din kommentar').fill('Kort');
    await page.getByRole('button', { name: 'Vis den på siden' }).click();
    await expect(page.getByRole('alert')).toContainText('Skriv mindst 10 tegn');
    await page.getByLabel('Din kommentar').fill(WORDS);
    await page.getByRole('button', { name: 'Vis den på siden' }).click();
    await expect(page.getByRole('status')).toContainText('Det står på siden nu');
    await expect(page.getByRole('article').filter({ hasText: WORDS })).toContainText('Ikke besvaret endnu');
  });
});

test.describe('the authority', () => {
  test.use({ signsIn: true });

  test('answers it, and tries the version on the figures of today', async ({ page }) => {
    await signInOnce(page, 'standards-editor@example.test', '/desk');
    await page.getByRole('link', { name: 'Krav og standarder' }).first().click();
    await expect(heading(page)).toHaveText('Krav og standarder');
    await fine(page);
    await page.getByRole('link', { name: 'Åbn udgave 2' }).click();
    await fine(page);
    await page.getByRole('link', { name: /Se \d+ kommentar/ }).click();
    const said = page.getByRole('article').filter({ hasText: WORDS });
    await said.getByLabel('Jeres svar').fill('Tak. Det ser vi på.');
    await said.getByRole('button', { name: 'Vis svaret' }).click();
    await expect(said).toContainText('Svar fra myndigheden');
    await fine(page);
    await page.goto(page.url().replace(/\/comments.*/, '/simulation'));
    await page.getByRole('button', { name: 'Prøv nu' }).click();
    await expect(page.getByRole('status')).toContainText('Tallene er lavet');
    await fine(page);
  });

  test('writes a new one, is told what is missing, and opens a consultation', async ({ page }) => {
    await signInOnce(page, 'standards-editor@example.test', '/desk');
    await page.getByRole('link', { name: 'Krav og standarder' }).first().click();
    await page.getByLabel('Navn').fill(NAME);
    await page.getByRole('button', { name: 'Lav en kladde' }).click();
    await expect(page.getByRole('heading', { name: 'Det mangler' })).toBeVisible();
    await fine(page);
    await page.getByRole('link', { name: 'Tilføj et tema' }).click();
    await page.getByLabel('Navn (skal udfyldes)').fill('Start');
    await page.locator('form.part-form').getByRole('button', { name: 'Gem og gå tilbage' }).last().click();
    await page.getByRole('link', { name: /Tilføj et krav/ }).click();
    await page.getByRole('button', { name: 'Gem og bliv her' }).click();
    await expect(page.getByRole('alert')).toContainText('Navn: Feltet skal udfyldes');
    await page.getByLabel('Navn (skal udfyldes)').fill('Første møde');
    await page.locator('[name="text"]').fill('Alle får et møde den første uge.');
    await page.getByLabel(/Skal kravet være opfyldt/).selectOption('yes');
    await page.locator('[name="indicators.0.code"]').fill('1.1.a');
    await page.locator('[name="indicators.0.text"]').fill('Dato for mødet');
    await page.locator('[name="indicators.0.evidence"]').fill('Et udtræk');
    await page.getByLabel('Det ser siden på').selectOption('last-confirmed');
    await page.getByLabel('Inden for hvor mange måneder?').fill('6');
    await page.getByRole('button', { name: 'Gem og bliv her' }).click();
    await expect(page.getByRole('status')).toContainText('Det er gemt');
    await fine(page);
    await page.getByRole('link', { name: 'Tilbage uden at gemme' }).click();
    await page.getByRole('link', { name: 'Ret navn, frister og regel' }).click();
    await page.getByLabel('Kort fortalt').fill('Hjælp til unge, der vil i gang.');
    await page.locator('form.part-form').getByRole('button', { name: 'Gem og gå tilbage' }).last().click();
    await expect(page.getByRole('heading', { name: 'Det mangler' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Åbn høringen' }).click();
    await expect(page.getByText('Høringen er åben').first()).toBeVisible();
    await fine(page);
    await page.getByRole('link', { name: 'Se den, som alle ser den' }).click();
    await expect(heading(page)).toHaveText(NAME);
    await expect(page.getByRole('heading', { name: 'Sig din mening' })).toBeVisible();
  });
});
