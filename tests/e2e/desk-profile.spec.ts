/** The provider's own desk: the way of somebody who has never seen it, and what must not go wrong there. */
import type { Browser, Page } from '@playwright/test';
import { expect, expectNoSidewaysScroll, expectNoViolation, test } from '#tests/support/e2e.ts';
import { openNewestLink, signInOnce } from '#tests/support/sign-in.ts';

test.use({ signsIn: true, actionTimeout: 15_000 });
// One draft for all: one after the other.
test.describe.configure({ mode: 'default' });

const NEXT = /^Gem og gå til/;

/** What somebody who knows their own work types on each page; only where nothing stands yet. */
const ANSWERS: Record<string, (page: Page) => Promise<void>> = {
  'Navn og beskrivelse': async (page) => {
    await fill(page, 'Hvad I gør, i én sætning', 'Vi hjælper dig med at finde et job, der passer til dig.');
    await fill(page, 'Egne interesser', 'Vi får det samme betalt, hvad enten du får job eller ej.');
  },
  'Kontakt og åbningstider': async (page) => {
    await fill(page, 'Telefon', '+45 00 12 34 56');
    for (const day of ['Mandag', 'Tirsdag', 'Onsdag', 'Torsdag']) await fill(page, day, '9-15');
  },
  Adresser: async (page) => {
    await fill(page, 'Vej og nummer', 'Algade 1');
    await fill(page, 'Postnummer', '4000');
    await fill(page, 'By', 'Roskilde');
  },
  Område: (page) => page.getByLabel('Hele Danmark').check(),
  'Hvem I hjælper': (page) => page.getByLabel('Langtidsledige').check(),
  'Sprog og adgang': async (page) => {
    await page.getByLabel('dansk', { exact: true }).check();
    await page.getByLabel('Stille rum').check();
  },
  Personale: (page) => fill(page, 'Antal rådgivere', '4,5'),
  'Nyt forløb': async (page) => {
    await page.getByLabel('Forløbets navn').fill('Vejen til dit næste job');
    await page.getByLabel('Slags hjælp').selectOption({ label: 'Kursus i jobsøgning' });
  },
  'Trin og tid': async (page) => {
    await fill(page, 'Trinets navn', 'Kurset');
    if ((await page.getByLabel('Form').first().inputValue()) === '') await page.getByLabel('Form').first().selectOption({ label: 'På hold' });
    await fill(page, 'Uger', '6');
    await fill(page, 'Timer i alt', '60');
    await fill(page, 'Højst', '12');
  },
  'Pris og adgang': async (page) => {
    await page.getByLabel('Kommunen kan sende dig').check();
    const amount = page.getByLabel('Beløb').first();
    if ((await amount.inputValue()) === '') {
      await amount.fill('12.500');
      await page.getByLabel('For hvad').first().selectOption({ label: 'pr. deltager' });
      await page.getByLabel('Betales af').first().selectOption({ label: 'kommunen' });
    }
    await fill(page, 'Ventetid i uger', '2');
  },
};

async function fill(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByLabel(label, { exact: label.length < 12 }).first();
  if ((await field.inputValue()) === '') await field.fill(text);
}

/** Answers each page that one is led to, until the preview. */
async function throughThePages(page: Page, answered: Set<string>): Promise<void> {
  for (let pages = 0; pages < 20 && !page.url().includes('/preview'); pages++) {
    const title = await heading(page).innerText();
    answered.add(title);
    await ANSWERS[title]?.(page);
    await page.getByRole('button', { name: NEXT }).click();
    await expect(page.getByRole('alert')).toHaveCount(0);
  }
  await expect(page).toHaveURL(/\/preview/);
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const desk = (slug: string) => `/desk/provider/${slug}`;

/** The desk of the demo's own provider. @returns its slug */
async function ownDesk(page: Page, address: string): Promise<string> {
  await signInOnce(page, address);
  await page.goto('/desk');
  await page.getByRole('link', { name: 'Profilen', exact: true }).click();
  return new URL(page.url()).pathname.replace('/desk/provider/', '');
}

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('somebody who has never seen the site makes the profile their own and publishes it, whole, with one programme and one half-year of results', async ({ page }, info) => {
    let steps = 0;
    page.on('framenavigated', (frame) => { if (frame === page.mainFrame()) steps += 1; });
    const slug = 'frostlanternens-mentorer';
    await page.goto(`/providers/${slug}`);
    const number = /demo (\S+)/.exec(await page.locator('.source-note').innerText())?.[1] ?? '';
    const domain = (/@(\S+)/.exec(await page.locator('.contact-list').innerText()) ?? /www\.(\S+)/.exec(await page.locator('.contact-list').innerText()))?.[1] ?? '';

    await page.getByRole('link', { name: 'Sig, at profilen er jeres' }).click();
    await page.getByLabel('Dit navn').fill('Nye Nanna');
    await page.getByLabel(/mail/i).first().fill(`nanna@${domain}`);
    await page.getByRole('button', { name: 'Send', exact: false }).click();
    const own = steps;
    await page.goto('/outbox');
    await openNewestLink(page, `nanna@${domain}`);
    steps = own + 1;
    await page.getByRole('button', { name: 'Log ind nu' }).click();
    await page.getByLabel(/nummer/i).fill(number);
    await page.getByRole('button', { name: /profil/i }).click();

    const claimed = steps;
    const answered = new Set<string>();
    await page.goto(desk(slug));
    // One button leads through all that is missing, page by page, to the preview.
    await page.getByRole('link', { name: /^Fortsæt med/ }).click();
    await throughThePages(page, answered);
    await page.getByRole('link', { name: 'Ret mere' }).click();
    await page.getByRole('link', { name: 'Tilføj et forløb' }).click();
    await throughThePages(page, answered);
    await expect(page.getByRole('heading', { name: 'Vejen til dit næste job' })).toBeVisible();
    await page.getByRole('button', { name: 'Offentliggør nu' }).click();
    await expect(page.getByRole('status')).toHaveText('Offentliggjort. Alle kan se det nu.');
    await expect(page.getByText('Profilen svarer på alt det, folk spørger om.')).toBeVisible();

    // And one half-year of results.
    const published = steps;
    await page.goto(`${desk(slug)}/results/form`);
    await page.getByLabel('Hvor mange startede?').fill('40');
    const e6 = page.getByRole('group', { name: 'I arbejde et halvt år efter, at de sluttede' });
    for (const [label, value] of [['I arbejde', '15'], ['Ikke i arbejde', '24'], ['Ved ikke', '1']] as const) await e6.getByLabel(label, { exact: true }).fill(value);
    await page.getByLabel('Hvad skal kilden hedde?').fill('Vores egen opgørelse');
    await page.getByRole('button', { name: 'Se igennem' }).click();
    await expect(page.getByRole('heading', { name: 'Sådan vil alle se det' })).toBeVisible();
    await page.getByRole('button', { name: 'Indberet tallene' }).click();
    await expect(page.getByRole('status')).toContainText('Tallene er sendt');

    // What the catalogue knew already needs no page.
    const skipped = Object.keys(ANSWERS).length - answered.size;
    info.annotations.push({ type: 'page loads', description: `${claimed} until the profile was one's own, ${published - claimed} more until it was published, ${steps - published} more for a half-year of results; from nothing ${skipped} more` });
    expect(steps).toBeLessThanOrEqual(28);

    await page.goto(`/providers/${slug}`);
    await expect(page.getByRole('link', { name: 'Vejen til dit næste job' })).toBeVisible();
    await expect(page.getByText('Kilde: Leverandøren selv.')).toBeVisible();
  });

  test('a form with faults keeps what was typed, and each fault is told at its field', async ({ page }) => {
    const slug = await ownDesk(page, 'owner@example.test');
    await page.goto(`${desk(slug)}/profile/contact-details`);
    await page.getByLabel('Mandag').fill('tidligt');
    await page.getByLabel('Telefon').fill('+45 00 99 88 77');
    await page.getByRole('button', { name: 'Gem', exact: true }).click();
    await expect(page.getByRole('alert').getByRole('link')).toHaveText(['Mandag: Skriv tider som 9-15 eller 9-12 og 13-16.']);
    await expect(page.getByLabel('Mandag')).toHaveValue('tidligt');
    await expect(page.getByLabel('Telefon')).toHaveValue('+45 00 99 88 77');
    await page.getByLabel('Mandag').fill('9-12 og 13-16');
    await page.getByRole('button', { name: 'Gem', exact: true }).click();
    await expect(page.getByRole('status')).toHaveText('Gemt i kladden.');
    await expect(page.getByLabel('Mandag')).toHaveValue('09:00-12:00, 13:00-16:00');
  });

  test('going back and forth after saving repeats nothing and loses nothing', async ({ page }) => {
    const slug = await ownDesk(page, 'owner@example.test');
    await page.goto(`${desk(slug)}/profile/places`);
    await page.getByLabel('Stedets navn').first().fill('Huset på hjørnet');
    await page.getByRole('button', { name: 'Gem, og tilføj én til' }).click();
    await expect(page.getByRole('status')).toHaveText('Gemt i kladden.');
    await page.goBack();
    await expect(page.getByLabel('Stedets navn').first()).toHaveValue('Huset på hjørnet');
    await page.goForward();
    await expect(page.getByLabel('Stedets navn').first()).toHaveValue('Huset på hjørnet');
    await page.reload();
    await expect(page.getByRole('alert')).toHaveCount(0);
  });

  test('rows are added and removed by buttons', async ({ page }) => {
    const slug = await ownDesk(page, 'owner@example.test');
    await page.goto(`${desk(slug)}/profile/claims`);
    const texts = page.getByLabel('Det siger vi');
    const before = (await texts.count()) - 1;
    for (const [index, text] of ['Vi er de første', 'Vi er de bedste'].entries()) {
      await page.locator('details.row.new').first().evaluate((each) => each.setAttribute('open', ''));
      await texts.nth(before + index).fill(text);
      await page.getByRole('button', { name: 'Gem, og tilføj én til' }).click();
    }
    await expect(texts).toHaveCount(before + 3);
    await page.getByRole('button', { name: `Fjern påstand ${before + 1}` }).click();
    await expect(texts).toHaveCount(before + 2);
    await expect(texts.nth(before)).toHaveValue('Vi er de bedste');
  });

  test('two editors at the same page see both versions, and choose', async ({ page, browser, baseURL }) => {
    const slug = await ownDesk(page, 'owner@example.test');
    const other = await otherPage(browser, baseURL);
    await signInOnce(other, 'editor@example.test');
    await other.goto(`${desk(slug)}/profile/basics`);
    await page.goto(`${desk(slug)}/profile/basics`);
    await other.getByLabel('Om jer').fill('Skrevet af redaktøren');
    await other.getByRole('button', { name: 'Gem', exact: true }).click();
    await page.getByLabel('Om jer').fill('Skrevet af ejeren');
    await page.getByRole('button', { name: 'Gem', exact: true }).click();
    await expect(page.getByRole('alert').getByRole('row', { name: /Om jer/ })).toContainText('Skrevet af redaktøren');
    await expect(page.getByRole('alert').getByRole('row', { name: /Om jer/ })).toContainText('Skrevet af ejeren');
    await expect(page.getByLabel('Om jer')).toHaveValue('Skrevet af ejeren');
    await page.getByRole('button', { name: 'Gem min i stedet' }).click();
    await page.goto(`${desk(slug)}/profile/basics`);
    await expect(page.getByLabel('Om jer')).toHaveValue('Skrevet af ejeren');
    await other.close();
  });

  test('waiting time in two clicks, and everything is still right: both are public at once', async ({ page }) => {
    const slug = await ownDesk(page, 'owner@example.test');
    await page.getByLabel('Ventetid i uger').first().fill('7');
    await page.locator('.openings').getByRole('button', { name: 'Gem' }).first().click();
    await expect(page.getByRole('status')).toHaveText('Gemt. Det kan ses nu.');
    await page.getByRole('button', { name: 'Ja, alt passer stadig' }).click();
    await expect(page.getByRole('status')).toHaveText('Tak. Datoen er sat til i dag.');
    await page.goto(`/providers/${slug}`);
    await expect(page.getByText('7 uger').first()).toBeVisible();
    await expect(page.getByText('Leverandøren bekræftede sidst oplysningerne')).toBeVisible();
  });

  test('texts in another language are written beside the Danish ones', async ({ page }) => {
    const slug = await ownDesk(page, 'owner@example.test');
    await page.goto(`${desk(slug)}/profile/basics`);
    await page.getByRole('navigation', { name: 'Sprog, du skriver på' }).getByRole('link', { name: 'Suomi' }).click();
    await expect(page.getByText('På Dansk:').first()).toBeVisible();
    await page.getByLabel('Hvad I gør, i én sætning').fill('Autamme työnhaussa.');
    await page.getByRole('button', { name: 'Gem', exact: true }).click();
    await expect(page.getByLabel('Hvad I gør, i én sætning')).toHaveValue('Autamme työnhaussa.');
    await page.goto(`/fi${desk(slug)}/preview`);
    await expect(page.getByText('Autamme työnhaussa.').first()).toBeVisible();
  });

  test('who is signed out while writing loses nothing', async ({ page }) => {
    const slug = await ownDesk(page, 'owner@example.test');
    await page.goto(`${desk(slug)}/profile/basics`);
    const cookies = await page.context().cookies();
    await page.context().clearCookies();
    await page.getByLabel('Egne interesser').fill('Skrevet, mens tiden løb ud');
    await page.getByRole('button', { name: 'Gem', exact: true }).click();
    await expect(heading(page)).toHaveText('Du skal logge ind igen');
    await expect(page.getByText('Skrevet, mens tiden løb ud')).toBeVisible();
    // As if signed in again in another tab.
    await page.context().addCookies(cookies);
    await page.getByRole('button', { name: 'Send igen' }).click();
    await expect(page.getByRole('status')).toHaveText('Gemt i kladden.');
    await expect(page.getByLabel('Egne interesser')).toHaveValue('Skrevet, mens tiden løb ud');
  });

  test('a draft is thrown away, and an earlier version comes back as one', async ({ page }) => {
    const slug = await ownDesk(page, 'owner@example.test');
    // What was shown before the waiting time was changed.
    await page.goto(`${desk(slug)}/history`);
    await page.getByRole('button', { name: 'Hent frem som kladde' }).first().click();
    await expect(page.getByRole('status')).toHaveText('Den gamle udgave er nu jeres kladde.');
    await page.getByRole('button', { name: 'Smid kladden væk' }).click();
    await expect(page.getByRole('status')).toHaveText('Kladden er væk.');
  });
});

/** A second person at a browser of their own. */
async function otherPage(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), javaScriptEnabled: false, locale: 'da-DK' });
  return context.newPage();
}

test('who has no part in it finds nothing, and who may only read is told so', async ({ page, browser, baseURL }) => {
  const slug = await ownDesk(page, 'reporter@example.test');
  await expect(page.getByText('Du kan læse her.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ja, alt passer stadig' })).toHaveCount(0);
  expect((await page.goto(`${desk(slug)}/profile/basics`))?.status()).toBe(403);
  const stranger = await otherPage(browser, baseURL);
  await signInOnce(stranger, 'assessor@example.test');
  for (const path of ['', '/history', '/preview', '/profile/basics', '/programmes', '/programmes/add']) {
    expect((await stranger.goto(`${desk(slug)}${path}`))?.status(), path).toBe(404);
  }
  await stranger.close();
});

test('every page of the desk is free of violations and fits 320 px', async ({ page }) => {
  test.setTimeout(180_000);
  await page.setViewportSize({ width: 320, height: 800 });
  const slug = await ownDesk(page, 'editor@example.test');
  const code = /programmes\/([^/]+)\/basics/.exec((await page.locator('a[href*="/programmes/"][href$="/basics"]').first().getAttribute('href')) ?? '')?.[1] ?? '';
  const sections = ['basics', 'contact-details', 'places', 'area', 'people', 'access', 'staff', 'claims', 'closing'].map((each) => `/profile/${each}`);
  const parts = ['basics', 'content', 'methods', 'access'].map((each) => `/programmes/${code}/${each}`);
  for (const path of ['', ...sections, ...parts, '/programmes', '/programmes/add', '/preview', '/history']) {
    await test.step(path, async () => {
      expect((await page.goto(`${desk(slug)}${path}`))?.status(), path).toBe(200);
      const ids = await page.locator('[id]').evaluateAll((all) => all.map((each) => each.id));
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
      await expectNoSidewaysScroll(page);
      await expectNoViolation(page);
    });
  }
});
