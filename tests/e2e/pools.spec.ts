/** Pools without a script: opened, filled with marks and never with a person's number, announced, answered by the provider; codes on paper; the issuer's own pages. */
import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, expectNoSidewaysScroll, expectNoViolation, test } from '#tests/support/e2e.ts';
import { signInOnce } from '#tests/support/sign-in.ts';

test.use({ signsIn: true });
// One pool, from its opening to its answer.
test.describe.configure({ mode: 'serial' });

const shots = process.env['SHOTS'];
async function look(page: Page, name: string): Promise<void> {
  await expectNoSidewaysScroll(page);
  if (shots) await page.screenshot({ path: `${shots}/pools-${name}.png`, fullPage: true });
}

const RUN = Date.now();
const mark = (n: number) => createHash('sha256').update(`${RUN} ${n}`).digest('hex');
const dayAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
const CPR = '010190-1234';
let slug = '';
let pool = '';
let period = '';

/** A pool of this programme and time may be there from an earlier run: then of an earlier time. */
async function openOne(page: Page): Promise<void> {
  const periods = await page.getByLabel('Begyndte i').locator('option').count();
  for (let n = 0; n < periods; n++) {
    [period = ''] = await page.getByLabel('Begyndte i').selectOption({ index: n });
    await page.getByRole('button', { name: 'Åbn gruppen' }).click();
    if (new URL(page.url()).searchParams.get('done') === 'pool-opened') return;
  }
  throw new Error('Every time has a pool already.');
}

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('an authority opens a pool, registers stays by marks alone, and announces it', async ({ page }) => {
    test.setTimeout(150_000);
    await page.setViewportSize({ width: 390, height: 800 });
    await signInOnce(page, 'reporter@example.test', '/desk');
    slug = /\/desk\/provider\/([^/]+)/.exec((await page.getByRole('main').getByRole('link', { name: 'Resultater', exact: true }).getAttribute('href')) ?? '')?.[1] ?? '';
    await page.context().clearCookies();

    await signInOnce(page, 'issuer@example.test', '/desk');
    await page.getByRole('main').getByRole('link', { name: 'Anmeldelser: hvem må skrive' }).click();
    await look(page, 'list');
    await page.getByRole('link', { name: 'Åbn en gruppe' }).click();
    await page.getByLabel('Leverandørens side').fill('findes-ikke');
    await page.getByRole('button', { name: 'Find leverandøren' }).click();
    await expect(page.getByRole('alert')).toContainText('Der er ingen leverandør på den adresse.');
    await page.getByLabel('Leverandørens side').fill(`https://vejviser.example/providers/${slug}?x=1`);
    await page.getByRole('button', { name: 'Find leverandøren' }).click();
    await look(page, 'open');
    await openOne(page);
    await expect(page.getByRole('status')).toHaveText('Gruppen er åbnet. Meld nu forløb ind.');
    pool = new URL(page.url()).pathname;

    // A day in the middle of the period, long enough ago.
    const began = dayAgo(30) >= period.slice(0, 10) && dayAgo(30) <= period.slice(11) ? dayAgo(30) : period.slice(0, 10);
    await page.getByLabel('Eller skriv linjerne her').fill(`stay;started;ended\n${CPR};${dayAgo(30)};\n${mark(0)};1999-01-01;`);
    await page.getByRole('button', { name: 'Meld ind' }).click();
    await expect(page.getByRole('heading', { name: 'Tabellen blev ikke taget ind' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Tabellen blev ikke taget ind' })).toContainText('Det ligner et CPR-nummer.');
    await expect(page.getByRole('region', { name: 'Tabellen blev ikke taget ind' })).toContainText('Starten ligger ikke i gruppens periode.');
    await look(page, 'faults');

    const lines = Array.from({ length: 12 }, (_, n) => `${mark(n)};${began};`);
    await page.getByLabel('Tabel som CSV').setInputFiles({ name: 'stays.csv', mimeType: 'text/csv', buffer: Buffer.from(['stay;started;ended', ...lines].join('\n')) });
    await page.getByRole('button', { name: 'Send tabellen' }).click();
    await expect(page.getByRole('status')).toHaveText('Forløbene er meldt ind.');
    await expect(page.getByRole('row', { name: /Forløb i alt/ })).toContainText('12');

    await page.getByLabel('Hvor mange dage efter').fill('20');
    await page.getByRole('button', { name: 'Offentliggør gruppen' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await page.getByLabel('Hvor mange dage efter').fill('90');
    await page.getByRole('button', { name: 'Offentliggør gruppen' }).click();
    await expect(page.getByRole('status')).toHaveText('Gruppen står nu i den offentlige log.');
    await expect(page.getByRole('row', { name: /Nøgle/ })).toContainText(/[0-9a-f]{64}/);
    await look(page, 'announced');
  });

  test('codes are printed once, and the issuer’s pages show no names and nobody who collected', async ({ page, browser }) => {
    test.setTimeout(120_000);
    await signInOnce(page, 'issuer@example.test', pool);
    await page.getByRole('link', { name: 'Koder på papir' }).click();
    await page.getByLabel('Hvor mange koder?').fill('3');
    await page.getByRole('button', { name: 'Lav koderne' }).click();
    const slips = page.locator('.code-slip');
    await expect(slips).toHaveCount(3);
    await expect(slips.first()).toContainText(/(?:[0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}/);
    await look(page, 'codes');
    await page.goto(`${pool}/codes`);
    await expect(slips).toHaveCount(0);

    await page.goto(pool);
    const ticket = (await page.getByRole('link', { name: 'Gå til udstederens sider' }).getAttribute('href')) ?? '';
    expect(new URL(ticket).hostname).toBe('issuer.localhost');
    const other = await browser.newContext({ viewport: { width: 320, height: 800 } });
    const there = await other.newPage();
    await there.goto(ticket);
    await expect(there.getByRole('heading', { level: 1 })).toHaveText('Udsteder: grupper');
    expect(new URL(there.url()).search).toBe('');
    await there.locator(`a[href="/staff/pools/${pool.split('/').at(-1) ?? ''}"]`).click();
    await expect(there.getByText('Ingen skal have brev i dag.')).toBeVisible();
    await look(there, 'staff');
    await there.getByLabel('Mærke').fill(CPR);
    await there.getByRole('button', { name: 'Deltageren har trukket en kuvert' }).click();
    await expect(there.getByRole('status')).toContainText('Det ligner et CPR-nummer.');
    await there.goto(ticket);
    await expect(there.getByRole('heading', { level: 1 })).toHaveText('Dit besøg er slut. Åbn siden igen fra dit arbejdsrum.');
    await other.close();
  });

  test('the provider says whether the number is right, and everybody can see it', async ({ page }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width: 320, height: 800 });
    await signInOnce(page, 'reporter@example.test', `/desk/provider/${slug}/pools`);
    const card = page.getByRole('article').filter({ hasText: ': 12 begyndte' }).first();
    await card.getByText('Nej, vi har talt et andet antal').click();
    await card.getByLabel('Jeres antal').fill('14');
    await card.getByRole('button', { name: 'Send' }).click();
    await expect(page.getByRole('status')).toHaveText('Jeres svar er gemt, og alle kan se det.');
    await expect(page.getByText('Tallet passer ikke. De talte 14').first()).toBeVisible();
    await page.getByRole('article').filter({ hasText: 'De talte 14' }).first().getByRole('button', { name: 'Ja, det passer' }).click();
    await expect(page.getByText('Tallet passer', { exact: true }).first()).toBeVisible();
    await look(page, 'provider');
  });
});

test('the pages of pools have no violation of accessibility, in two languages', async ({ page, browser }) => {
  test.setTimeout(180_000);
  await signInOnce(page, 'issuer@example.test', pool);
  const list = pool.replace(/\/[^/]+$/, '');
  for (const path of [list, `${list}/open?p=${slug}`, pool, `${pool}/codes`]) {
    for (const prefix of ['', '/en']) {
      await page.goto(`${prefix}${path}`);
      await expectNoViolation(page);
    }
  }
  await page.goto(pool);
  const other = await browser.newContext({ viewport: { width: 320, height: 800 } });
  const there = await other.newPage();
  await there.goto((await page.getByRole('link', { name: 'Gå til udstederens sider' }).getAttribute('href')) ?? '');
  await expectNoViolation(there);
  await there.locator(`a[href="/staff/pools/${pool.split('/').at(-1) ?? ''}"]`).click();
  await expectNoViolation(there);
  await other.close();
  await page.context().clearCookies();
  await signInOnce(page, 'reporter@example.test', `/desk/provider/${slug}/pools`);
  await expectNoViolation(page);
});
