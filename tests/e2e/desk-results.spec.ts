/** The results desk without a script: a table with faults, one that holds, what everybody will see, a file, a check. */
import { connect } from 'node:net';
import type { Page } from '@playwright/test';
import { expect, expectNoSidewaysScroll, expectNoViolation, test } from '#tests/support/e2e.ts';
import { signInOnce } from '#tests/support/sign-in.ts';

test.use({ javaScriptEnabled: false, signsIn: true });
// One provider has one draft: one after the other.
test.describe.configure({ mode: 'default' });

/** Another for every run, so that a site that was tested before can be tested again. */
const SOURCE = `Egen opgørelse ${Date.now()}`;

const shots = process.env['SHOTS'];
async function look(page: Page, name: string): Promise<void> {
  await expectNoSidewaysScroll(page);
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
}

/** An upload whose connection breaks in the middle leaves no file behind. */
async function cutOff(page: Page): Promise<void> {
  const before = await page.getByRole('article').count();
  const { hostname, port, pathname, origin } = new URL(page.url());
  const cookies = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const part = (name: string, rest: string) => `--x\r\nContent-Disposition: form-data; name="${name}"${rest}\r\n`;
  const body = `${part('slug', `\r\n\r\n${pathname.split('/')[3]}`)}${part('halfYears[]', '\r\n\r\n2025H1')}${part('file', '; filename="cut.csv"\r\nContent-Type: text/csv\r\n\r\n')}`;
  await new Promise<void>((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      const head = `POST ${pathname}?_action=results.addEvidence HTTP/1.1\r\nHost: ${hostname}:${port}\r\nOrigin: ${origin}\r\nCookie: ${cookies}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 3000000\r\n\r\n`;
      socket.write(`${head}${body}${'1;2\n'.repeat(100_000)}`, () => socket.destroy());
    });
    socket.once('close', () => resolve());
    socket.once('error', reject);
  });
  await page.goto(pathname);
  expect(await page.getByRole('article').count()).toBe(before);
}

const csv = (text: string) => ({ name: 'tal.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
const HEADER = 'halvår;målgruppe;kommune;startet;gennemført;e6_i_job;e6_ikke_i_job;e6_ukendt';

async function resultsDesk(page: Page, who = 'reporter@example.test'): Promise<void> {
  await signInOnce(page, who, '/desk');
  await page.getByRole('main').getByRole('link', { name: 'Resultater', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Resultater');
}

test('a reporter sends figures, sees how everybody will see them, and asks for a check', async ({ page }) => {
  test.setTimeout(180_000);
  await page.setViewportSize({ width: 390, height: 800 });
  await resultsDesk(page);
  await look(page, 'status');
  await page.getByRole('link', { name: 'Send en tabel' }).click();
  await look(page, 'upload');

  await page.getByLabel('Hvad skal kilden hedde?').fill(SOURCE);
  await page.getByLabel('Tabel som CSV').setInputFiles(csv(`${HEADER}\n2024H1;dk-dagpenge;0101;40;50;1;1;1\n2024;ukendt;0101;4,5;;;;\n`));
  await page.getByRole('button', { name: 'Send og se igennem' }).click();
  await expect(page.getByRole('heading', { name: 'Tabellen er ikke taget ind' })).toBeVisible();
  const faults = page.getByRole('table', { name: 'Tabellen er ikke taget ind' });
  await expect(faults.getByRole('row').filter({ hasText: 'halvår' })).toContainText('et halvår, for eksempel 2025H1');
  await expect(faults.getByRole('row').filter({ hasText: 'startet' }).filter({ hasText: '4,5' })).toContainText('et helt antal personer');
  await expect(page.getByLabel('Hvad skal kilden hedde?')).toHaveValue(SOURCE);
  await look(page, 'faults');

  await page.getByLabel('Tabel som CSV').setInputFiles(csv([HEADER, ...['2024H1', '2024H2', '2025H1'].map((half) => `${half};dk-dagpenge;0101;40;30;15;24;1`)].join('\n')));
  await page.getByRole('button', { name: 'Send og se igennem' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Se tallene igennem');
  await expect(page.getByText('3 nye linjer')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Sådan vil alle se det' })).toBeVisible();
  await look(page, 'check');
  await page.getByRole('button', { name: 'Indberet tallene' }).click();
  await expect(page.getByRole('status')).toContainText('Tallene er sendt');

  await page.getByRole('link', { name: 'Bilag og tjek' }).click();
  await page.getByLabel('Fil', { exact: true }).setInputFiles(csv('nummer;i job\n1;ja\n'));
  await page.getByLabel('1. halvår 2025').check();
  await page.getByRole('button', { name: 'Læg ind' }).click();
  await expect(page.getByRole('article').filter({ hasText: 'tal.csv' }).first()).toContainText('Venter på tjek for virus');
  await expect(page.getByText('Siden har ikke et program, der tjekker for virus.').first()).toBeVisible();
  await page.getByLabel('Kilde').selectOption({ label: SOURCE });
  await page.getByRole('button', { name: 'Bed om et tjek' }).click();
  await expect(page.getByRole('status')).toContainText('Myndigheden kan se');
  await look(page, 'evidence');
  await cutOff(page);

  await page.context().clearCookies();
  await signInOnce(page, 'confirmer@example.test', '/desk');
  await page.getByRole('main').getByRole('link', { name: 'Tjek af resultater' }).click();
  await page.getByRole('link', { name: /^Se på tallene/ }).first().click();
  await expect(page.getByRole('table', { name: 'Det har de fortalt' }).getByRole('row')).toHaveCount(4);
  await look(page, 'confirmation');
  await page.getByLabel('Hvor mange af dem var forkerte?').fill('0');
  await page.getByLabel('Hvem har set på dem?').fill('Bodil');
  await page.getByLabel('Hvor mange blev set på?').fill('2');
  await page.getByRole('button', { name: 'Gem stikprøven' }).click();
  await expect(page.getByRole('alert')).toContainText('Der skal ses på 30–45.');
  await page.getByLabel('Hvorfor kan I ikke tjekke tallene?').fill('Det er kun en prøve af siden.');
  await page.getByRole('button', { name: 'Sig nej' }).click();
  await expect(page.getByRole('status')).toContainText('Svaret er gemt');
});

test('a form takes one line and keeps what was typed when it does not add up', async ({ page }) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 320, height: 700 });
  await resultsDesk(page, 'owner@example.test');
  await page.getByRole('link', { name: 'Skriv tal for et halvår' }).click();
  await page.getByLabel('Hvor mange startede?').fill('40');
  const e6 = page.getByRole('group', { name: 'I arbejde et halvt år efter, at de sluttede' });
  for (const [label, value] of [['I arbejde', '12'], ['Ikke i arbejde', '20'], ['Ved ikke', '1']] as const) await e6.getByLabel(label, { exact: true }).fill(value);
  await page.getByLabel('Hvad skal kilden hedde?').fill('Skrevet ind');
  await page.getByRole('button', { name: 'Se igennem' }).click();
  await expect(page.getByRole('alert')).toContainText('De tre tal skal give 40 i alt.');
  await expect(page.getByLabel('Hvor mange startede?')).toHaveValue('40');
  await look(page, 'form');
  await e6.getByLabel('Ved ikke', { exact: true }).fill('8');
  await page.getByRole('button', { name: 'Se igennem' }).click();
  await expect(page.getByText('De er ikke sendt endnu.')).toBeVisible();
  await page.getByRole('button', { name: 'Smid dem væk' }).click();
  await expect(page.getByRole('status')).toContainText('smidt væk');
});

test.describe('for everybody', () => {
  test.use({ javaScriptEnabled: true });

  test('the pages have no accessibility fault, and an authority sees what it was asked', async ({ page }) => {
    test.setTimeout(180_000);
    await resultsDesk(page);
    const base = new URL(page.url()).pathname;
    for (const part of ['', '/upload', '/form', '/check', '/evidence']) {
      await page.goto(`${base}${part}`);
      await expectNoViolation(page);
    }
    await page.context().clearCookies();
    await signInOnce(page, 'confirmer@example.test', '/desk');
    await page.getByRole('main').getByRole('link', { name: 'Tjek af resultater' }).click();
    await expectNoViolation(page);
    await page.goto(base);
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Resultater');
  });
});

test('an owner makes a key, a system reports with it, and a closed key does nothing', async ({ page, request }) => {
  test.setTimeout(120_000);
  await resultsDesk(page, 'owner@example.test');
  const slug = /provider\/([^/]+)\/results/.exec(page.url())?.[1] ?? '';
  await page.getByRole('link', { name: 'Nøgler til systemer' }).click();
  await page.getByLabel('Hvad skal nøglen hedde?').fill('Prøve');
  await page.getByRole('button', { name: 'Lav en nøgle' }).click();
  await expect(page.getByText('Kopiér den nu')).toBeVisible();
  await look(page, 'token');
  const token = (await page.getByText(/^vv_/).textContent()) ?? '';
  const report = (authorization: string | null, to = slug) =>
    request.post(`/api/v1/providers/${to}/results`, {
      headers: { 'content-type': 'application/json', ...(authorization === null ? {} : { authorization }) },
      data: { source: 'Fra systemet', dryRun: true, results: [{ from: '2024-01-01', to: '2024-06-30', started: 40, outcomes: [{ measure: 'E6', placed: 15, notPlaced: 24, unknown: 1 }] }] },
    });
  const taken = await report(`Bearer ${token}`);
  expect([taken.status(), await taken.json()]).toEqual([200, expect.objectContaining({ outcome: 'dry-run', new: 1 })]);
  expect((await report(null)).status()).toBe(401);
  const first = ((await (await request.get('/api/v1/providers?pageSize=5')).json()) as { results: { slug: string }[] }).results.find((each) => each.slug !== slug);
  expect((await report(`Bearer ${token}`, first?.slug)).status()).toBe(404);
  const form = await request.post(`/api/v1/providers/${slug}/results`, { headers: { authorization: `Bearer ${token}` }, form: { a: '1' } });
  expect(form.ok()).toBe(false);
  // Not reloaded: that would send the form again and make another.
  await page.goto(new URL(page.url()).pathname);
  await page.getByRole('button', { name: 'Luk Prøve' }).first().click();
  await expect(page.getByRole('status')).toContainText('Nøglen er lukket');
  expect((await report(`Bearer ${token}`)).status()).toBe(401);
});

test('a file that an operator has released can be saved by those it concerns, and by nobody else', async ({ page, browser, baseURL }) => {
  test.setTimeout(150_000);
  const name = `liste-${Date.now()}.csv`;
  await resultsDesk(page);
  const evidence = `${new URL(page.url()).pathname}/evidence`;
  await page.goto(evidence);
  await page.getByLabel('Fil', { exact: true }).setInputFiles({ ...csv('nummer;i job\n1;ja\n'), name });
  await page.getByLabel('1. halvår 2025').check();
  await page.getByRole('button', { name: 'Læg ind' }).click();
  await expect(page.getByRole('article').filter({ hasText: name })).toContainText('Venter på tjek for virus');

  const operator = await (await browser.newContext({ baseURL, javaScriptEnabled: false, locale: 'da-DK' })).newPage();
  await signInOnce(operator, 'operator@example.test', '/desk');
  await operator.goto('/desk/site/evidence');
  const waiting = operator.getByRole('article').filter({ hasText: name });
  await waiting.getByText('Giv fri').first().click();
  await waiting.getByRole('textbox').first().fill('Set igennem på en maskine for sig selv.');
  await waiting.getByRole('button', { name: 'Giv fri' }).click();
  await operator.context().close();

  await page.goto(evidence);
  const href = (await page.getByRole('link', { name }).getAttribute('href')) ?? '';
  const asked = await page.request.get(href, { maxRedirects: 0 });
  expect(asked.status()).toBe(303);
  const address = asked.headers()['location'] ?? '';
  const file = await page.request.get(address);
  expect([file.status(), await file.text()]).toEqual([200, 'nummer;i job\n1;ja\n']);
  expect(file.headers()).toMatchObject({
    'content-disposition': expect.stringMatching(new RegExp(`^attachment; filename="${name}"`)),
    'content-security-policy': expect.stringMatching(/^sandbox/), 'x-content-type-options': 'nosniff', 'cache-control': expect.stringContaining('no-store'),
  });
  expect((await page.request.get(address.replace(/key=(.)/, (_, letter: string) => `key=${letter === 'A' ? 'B' : 'A'}`))).status()).toBe(404);

  const stranger = await browser.newContext({ baseURL });
  expect((await stranger.request.get(href, { maxRedirects: 0 })).status()).toBe(302);
  await stranger.close();
});
