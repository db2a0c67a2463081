/**
 * The whole way of a review in a real browser, on a site of its own as it moves the clock: the authority's stays, the letters'
 * links, receipts collected, the pool closed, written by receipt and by printed code, moderated, in public, answered, appealed.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { expect as expectSoon, test, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { messages } from '#i18n/index.ts';
import { expectNoSidewaysScroll, expectNoViolation } from '#tests/support/e2e.ts';
import { signIn } from '#tests/support/sign-in.ts';
import { startSite, type Site } from '#tests/support/site.ts';

/** Keys are made, tokens signed and days gone through on the way. */
const expect = expectSoon.configure({ timeout: 60_000 });

test.describe.configure({ mode: 'serial' });
test.setTimeout(400_000);

const { review: t, pools, demo, moderation, experiences } = messages('da');
const PHONE = { viewport: { width: 320, height: 700 }, locale: 'da-DK' };

let site: Site;
let review = '';
let links: string[] = [];
let codes: string[] = [];
let receipt = '';
/** Of the provider that the demo's editor looks after. */
let slug = '';
const receipts: string[] = [];

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

/** E2E_REVIEW_URL names one that already runs, and whose clock may be moved. */
test.beforeAll(async () => {
  test.setTimeout(600_000);
  const running = process.env['E2E_REVIEW_URL'];
  if (running !== undefined) {
    review = running.replace('//localhost', '//review.localhost');
    site = { url: running, pid: 0, dataDir: '', output: () => '', stop: async () => {} };
    return;
  }
  const [port, issuerPort] = [await freePort(), await freePort()];
  site = await startSite({ PORT: String(port), ISSUER_PORT: String(issuerPort), SITE_URL: `http://localhost:${port}` });
  review = `http://review.localhost:${port}`;
});
test.afterAll(() => site?.stop());

/** Somebody at a device of their own; the site's desks, or a citizen. Broken promises of the page fail the test. */
async function somebody(browser: Browser, options: Parameters<Browser['newContext']>[0] = {}): Promise<{ page: Page; context: BrowserContext; faults: string[] }> {
  const context = await browser.newContext({ baseURL: site.url, ...options });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  return { page, context, faults };
}

async function moveClock(browser: Browser, days: number): Promise<void> {
  const { page, context } = await somebody(browser);
  await page.goto('/demo');
  await page.getByLabel(demo.days).fill(String(days));
  await page.getByRole('button', { name: demo.move, exact: true }).click();
  await expect(page.getByRole('status')).toBeVisible({ timeout: 90_000 });
  await context.close();
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** Nothing of this browser was asked for or kept on the pages where reviews are written. */
async function expectNoTrace(context: BrowserContext, page: Page): Promise<void> {
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length])).toEqual([0, 0, 0]);
}

test('an authority registers stays, and their number and key are made public beforehand', async ({ browser }) => {
  const { page, context } = await somebody(browser);
  await signIn(page, 'issuer@example.test', '/desk');
  await page.getByRole('link', { name: pools.title }).first().click();
  await page.getByRole('link', { name: pools.open.title }).click();
  const { page: desk, context: provider } = await somebody(browser);
  await signIn(desk, 'editor@example.test', '/desk');
  slug = /\/desk\/provider\/([^/"]+)/.exec(await desk.content())?.[1] ?? '';
  await provider.close();
  await page.getByLabel(pools.open.slug).fill(slug);
  await page.getByRole('button', { name: pools.open.find }).click();
  // Of the last quarter that is over, unless there is a pool of it.
  let value = '';
  for (const n of [1, 2, 3]) {
    const period = page.getByLabel(pools.open.period);
    value = (await period.locator('option').nth(n).getAttribute('value')) ?? '';
    await period.selectOption(value);
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: pools.open.submit }).click()]);
    if (await page.getByRole('status').isVisible()) break;
  }
  const [from = ''] = /\d{4}-\d\d-\d\d/.exec(value) ?? [];
  const mark = (n: number) => createHash('sha256').update(`stay ${n}`).digest('hex');
  await page.getByLabel(pools.stays.text).fill(['stay;started;ended', ...Array.from({ length: 12 }, (_, n) => `${mark(n)};${from};`)].join('\n'));
  await page.getByRole('button', { name: pools.stays.submitText }).click();
  await expect(page.getByRole('status')).toBeVisible();
  await page.getByLabel(pools.announce.openDays).fill('250');
  await page.getByRole('button', { name: pools.announce.submit }).click();
  await expect(page.getByRole('status')).toBeVisible();
  const pool = page.url();
  await moveClock(browser, 2);

  // Codes on paper for two who have no script, and links for all.
  await signIn(page, 'issuer@example.test', new URL(pool).pathname);
  await page.getByRole('link', { name: pools.codes.heading }).click();
  await page.getByLabel(pools.codes.count).fill('2');
  await page.getByRole('button', { name: pools.codes.submit }).click();
  codes = await page.locator('.code-text').allTextContents();
  expect(codes.map((each) => each.trim()).filter((each) => /^[0-9A-Z-]{29}$/.test(each))).toHaveLength(2);
  await page.goto(pool);
  await page.getByRole('link', { name: pools.links.open }).click();
  await page.goto(`${new URL(page.url()).origin}/staff/pools/${pool.split('?')[0]?.split('/').at(-1)}`);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button').first().click()]);
  const list = [...readFileSync(await download.path(), 'utf8').matchAll(/^([0-9a-f]{64});.*(http:\/\/review\.localhost:\d+\/review\/invitation#[\w.-]+)/gm)];
  expect(list).toHaveLength(12);
  // Two of them are handed envelopes instead.
  const envelopes = [10, 11];
  links = list.filter(([, of]) => !envelopes.some((n) => mark(n) === of)).map(([, , link]) => link ?? '');
  for (const n of envelopes) {
    await page.getByLabel(pools.staff.stay).fill(mark(n));
    await page.getByRole('button', { name: pools.staff.spend }).click();
    await expect(page.getByRole('status')).toHaveText(pools.staff.codeOutcomes.spent);
  }
  await context.close();
});

test('a participant collects a receipt on a telephone, and keeps it in a file', async ({ browser }) => {
  const { page, context, faults } = await somebody(browser, { ...PHONE, baseURL: review, acceptDownloads: true });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).origin}${new URL(request.url()).pathname}`));
  await page.goto(links[0] ?? '');
  await expect(heading(page)).toHaveText(t.collect.title);
  // The secret is taken out of the address at once.
  await expect(page).toHaveURL(`${review}/review/invitation`);
  await expectNoViolation(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: t.collect.button }).click();
  await expect(heading(page)).toHaveText(t.receipt.title);
  await expectNoViolation(page);
  await expectNoSidewaysScroll(page);
  await expect(page.getByRole('img', { name: t.receipt.qr })).toBeVisible();
  receipt = await page.getByLabel(t.receipt.link).inputValue();
  expect(receipt).toMatch(/^http:\/\/review\.localhost:\d+\/review\/write#rv1\.[\w-]{646}\.[\w-]{22}$/);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: t.receipt.file }).click()]);
  expect(download.suggestedFilename()).toBe('kvittering.txt');
  expect(readFileSync(await download.path(), 'utf8')).toContain(receipt);
  expect([...new Set(asked.map((each) => each.replace(/^(\w+ http:\/\/\w+\.localhost:)\d+/, '$1').replace(/[0-9a-f]{64}/, 'KEY')))].filter((each) => !/\/_astro\/|favicon/.test(each)).sort()).toEqual([
    'GET http://issuer.localhost:/pools/KEY', 'GET http://review.localhost:/review/invitation', 'GET http://review.localhost:/review/key/KEY', 'POST http://issuer.localhost:/sign',
  ]);
  await expectNoTrace(context, page);
  expect(faults).toEqual([]);
  await context.close();

  // The link is used up.
  const again = await somebody(browser, { ...PHONE, baseURL: review });
  await again.page.goto(links[0] ?? '');
  await again.page.getByRole('button', { name: t.collect.button }).click();
  await expect(again.page.getByRole('alert').filter({ visible: true })).toHaveText(t.collect.faults.used);
  await again.context.close();
});

test('seven others collect too, one in English', async ({ browser }) => {
  const { page, context, faults } = await somebody(browser, { baseURL: review });
  for (const link of links.slice(1, 8)) {
    await page.goto('about:blank');
    await page.goto(receipts.length === 0 ? link.replace('/review/', '/en/review/') : link);
    const words = receipts.length === 0 ? messages('en').review : t;
    await page.getByRole('button', { name: words.collect.button }).click();
    await expect(heading(page)).toHaveText(words.receipt.title);
    receipts.push(await page.getByLabel(words.receipt.link).inputValue());
    await page.getByRole('button', { name: words.receipt.copy }).click();
  }
  expect(new Set(receipts).size).toBe(7);
  expect(faults).toEqual([]);
  await context.close();
});

test('nobody writes before all have collected', async ({ browser }) => {
  const { page, context, faults } = await somebody(browser, { ...PHONE, baseURL: review });
  await page.goto('/review/write');
  await expectNoViolation(page);
  await page.getByLabel(t.open.paste).fill('https://example.test/');
  await page.getByRole('button', { name: t.open.button }).click();
  await expect(page.getByRole('alert').filter({ visible: true })).toHaveText(t.open.faults.receipt);
  await page.getByLabel(t.open.paste).fill(receipt);
  await page.getByRole('button', { name: t.open.button }).click();
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(t.desk.soonTitle);
  await expectNoViolation(page);
  expect(faults).toEqual([]);
  await context.close();
});

/** @param text what is said in one's own words */
async function fillIn(page: Page, text: string, { form }: typeof t = t): Promise<void> {
  for (const each of [form.dimensions.fit, form.dimensions.heard, form.dimensions.again]) await page.getByRole('group', { name: each }).getByLabel(form.scale[4]).check();
  await page.getByRole('group', { name: form.attendance }).getByLabel(form.attendances.mandated).check();
  await page.getByRole('group', { name: form.finished }).getByLabel(form.finishes.yes).check();
  await page.getByRole('group', { name: form.outcome }).getByLabel(form.outcomes.job).check();
  await page.getByLabel(form.text).fill(text);
}

test('when the pool is closed and a week has gone, the receipt opens the form; what could tell somebody is warned of', async ({ browser }) => {
  await moveClock(browser, 260);
  await moveClock(browser, 8);
  const { page, context, faults } = await somebody(browser, { ...PHONE, baseURL: review });
  const sent: string[] = [];
  page.on('request', (request) => void (request.method() === 'POST' && sent.push(request.postData() ?? '')));
  await page.goto(receipt);
  await expect(page).toHaveURL(`${review}/review/write`);
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(t.desk.writeTitle);
  await expectNoViolation(page);
  await expectNoSidewaysScroll(page);
  const before = sent.length;
  await fillIn(page, 'Ring til mig på 20 30 40 50 eller skriv til mette@example.test. Mit nummer er 010190-1234. Det var min depression.');
  for (const hint of [t.form.hints.cpr, t.form.hints.mail, t.form.hints.health]) await expect(page.getByText(hint)).toBeVisible();
  expect(sent.length).toBe(before);
  // What is sent all the same comes back, with all that was typed.
  await page.getByRole('button', { name: t.form.send }).click();
  await expect(page.getByRole('alert').filter({ visible: true })).toContainText(messages('da').forms.problems['personal-number']);
  await expect(page.getByLabel(t.form.text)).toHaveValue(/010190-1234/);
  await expectNoViolation(page);
  await page.getByLabel(t.form.text).fill('Mette Hansen hørte på mig, og jeg fik et job.');
  await page.getByRole('button', { name: t.form.send }).click();
  await expect(page.getByText(t.desk.done.written)).toBeVisible();
  await expect(page.getByText(t.desk.states.held)).toBeVisible();
  await expectNoViolation(page);
  await expectNoSidewaysScroll(page);
  await expectNoTrace(context, page);
  expect(faults).toEqual([]);
  await context.close();
});

test('others write too; one has a printed code and no JavaScript', async ({ browser }) => {
  const { page, context, faults } = await somebody(browser, { baseURL: review });
  for (const [n, each] of receipts.slice(0, 4).entries()) {
    await page.goto('about:blank');
    const words = each.includes('/en/review/') ? messages('en').review : t;
    await page.goto(each);
    await expect(page.getByRole('heading', { level: 2 })).toHaveText(words.desk.writeTitle);
    await fillIn(page, ['They listened to me.', 'Det passede til mig.', '', 'De fandt en plads.'][n] ?? '', words);
    if (n === 0) await expectNoViolation(page);
    await page.getByRole('button', { name: words.form.send }).click();
    await expect(page.getByText(words.desk.states.ready)).toBeVisible();
  }
  expect(faults).toEqual([]);
  await context.close();

  const plain = await somebody(browser, { ...PHONE, baseURL: review, javaScriptEnabled: false });
  await plain.page.goto('/review/write');
  expect(await plain.page.locator('noscript').textContent()).toContain(t.open.needsScript);
  await plain.page.goto('/review/code');
  await plain.page.getByLabel(t.code.field).fill('1234');
  await plain.page.getByRole('button', { name: t.code.button }).click();
  await expect(plain.page.getByRole('alert')).toContainText(t.problems['code-unknown']);
  await plain.page.getByLabel(t.code.field).fill((codes[0] ?? '').trim().toLowerCase());
  await plain.page.getByRole('button', { name: t.code.button }).click();
  await expect(plain.page.getByRole('heading', { level: 2 })).toHaveText(t.desk.writeTitle);
  await fillIn(plain.page, 'Skrevet med en kode.');
  await plain.page.getByRole('button', { name: t.form.send }).click();
  await expect(plain.page.getByRole('status')).toHaveText(t.desk.done.written);
  await plain.page.getByText(t.desk.editTitle).click();
  await plain.page.getByLabel(t.form.text).fill('Skrevet med en kode, og rettet.');
  await plain.page.getByRole('button', { name: t.form.sendChange }).click();
  await expect(plain.page.getByRole('status')).toHaveText(t.desk.done.edited);
  await expect(plain.page.locator('.own-words').first()).toHaveText('Skrevet med en kode, og rettet.');
  expect(await plain.context.cookies()).toEqual([]);
  await plain.context.close();
});

/** On the moderators' desk, where the demonstration has cases of its own. */
async function openCase(page: Page, words: string): Promise<void> {
  const cases = await page.locator('a[href^="/desk/moderation/"]').evaluateAll((all) => all.map((each) => each.getAttribute('href') ?? ''));
  for (const href of cases.filter((each) => /\/\d+$/.test(each))) {
    await page.goto(href);
    if ((await page.content()).includes(words)) return;
  }
  throw new Error('There is no case about it.');
}

test('a moderator takes the name out, visibly; its author is told why', async ({ browser }) => {
  const { page, context } = await somebody(browser);
  await signIn(page, 'moderator@example.test', '/desk/moderation');
  await openCase(page, 'hørte på mig');
  await page.getByLabel(moderation.desk.outcomeHints.redact).check();
  await page.getByLabel(moderation.desk.reasonFacts).fill('Et fuldt navn stod i teksten.');
  await page.getByRole('button', { name: moderation.desk.decide }).click();
  await expect(page.getByRole('status')).toBeVisible();
  await context.close();

  const { page: author, context: theirs, faults } = await somebody(browser, { ...PHONE, baseURL: review });
  await author.goto(receipt);
  await expect(author.getByText(t.desk.states.ready)).toBeVisible();
  await expect(author.getByRole('heading', { name: t.desk.redactedHeading })).toBeVisible();
  await expect(author.locator('.own-words').nth(1)).toContainText('hørte på mig');
  await expect(author.locator('.own-words').nth(1)).not.toContainText('Hansen');
  await expect(author.getByText('Et fuldt navn stod i teksten.')).toBeVisible();
  await expectNoViolation(author);
  await expectNoSidewaysScroll(author);
  expect(faults).toEqual([]);
  await theirs.close();
});

test('they become public together, dated by the quarter, without the name', async ({ browser }) => {
  await moveClock(browser, 110);
  const { page, context } = await somebody(browser, { viewport: PHONE.viewport });
  await page.goto(`/providers/${slug}/reviews`);
  await expect(page.getByText('hørte på mig, og jeg fik et job.')).toBeVisible();
  await expect(page.getByText('Skrevet med en kode, og rettet.')).toBeVisible();
  await expect(page.getByText(experiences.proof.code.name).first()).toBeVisible();
  expect(await page.content()).not.toContain('Hansen');
  await expectNoViolation(page);
  await expectNoSidewaysScroll(page);
  await context.close();
});

test('the provider answers, and its author sees the answer', async ({ browser }) => {
  const { page, context } = await somebody(browser);
  await signIn(page, 'editor@example.test', `/desk/provider/${slug}/reviews`);
  const own = page.getByRole('listitem').filter({ hasText: 'hørte på mig' });
  await own.locator('summary', { hasText: new RegExp(`^${experiences.desk.write}`) }).click();
  await own.getByLabel(experiences.desk.text).fill('Tak for de ord. Det er vi glade for.');
  await own.getByRole('button', { name: experiences.desk.send }).click();
  await expect(page.getByRole('status')).toBeVisible();
  await context.close();

  const { page: author, context: theirs, faults } = await somebody(browser, { ...PHONE, baseURL: review });
  await author.goto(receipt);
  await expect(author.getByText(t.desk.states.published)).toBeVisible();
  await expect(author.getByText('Tak for de ord. Det er vi glade for.')).toBeVisible();
  // Out of the file, as somebody would who has no link at hand.
  await author.goto('/review/write');
  await author.getByLabel(t.open.file).setInputFiles({ name: 'kvittering.txt', mimeType: 'text/plain', buffer: Buffer.from(t.receipt.fileText(receipt)) });
  await author.getByRole('button', { name: t.open.button }).click();
  await expect(author.getByText(t.desk.states.published)).toBeVisible();
  expect(faults).toEqual([]);
  await theirs.close();
});

test('the author appeals, and somebody else decides', async ({ browser }) => {
  const { page: author, context: theirs, faults } = await somebody(browser, { ...PHONE, baseURL: review });
  await author.goto(receipt);
  await author.getByText(t.desk.appealTitle).first().click();
  await author.getByLabel(t.desk.appealWords).first().fill('Hun har selv sagt ja til at blive nævnt.');
  await author.getByRole('button', { name: t.desk.appealSend }).first().click();
  await expect(author.getByText(t.desk.done.appealed)).toBeVisible();
  await expect(author.getByText(t.desk.appealed).first()).toBeVisible();
  await expectNoViolation(author);

  const { page, context } = await somebody(browser);
  await signIn(page, 'moderator-2@example.test', '/desk/moderation');
  await openCase(page, 'hørte på mig');
  await expect(page.getByText('Hun har selv sagt ja til at blive nævnt.')).toBeVisible();
  await page.getByLabel(moderation.desk.outcomeHints.restore).check();
  await page.getByRole('button', { name: moderation.desk.decide }).click();
  await expect(page.getByRole('status')).toBeVisible();
  await context.close();

  await author.goto('about:blank');
  await author.goto(receipt);
  await expect(author.locator('.own-words').first()).toHaveText('Mette Hansen hørte på mig, og jeg fik et job.');
  await expect(author.getByRole('heading', { name: t.desk.redactedHeading })).toHaveCount(0);

  expect(faults).toEqual([]);
  await theirs.close();
});

test('who can see what: in five languages, readable at 320 pixels, with the hash of every script that these pages load', async ({ browser }) => {
  const { page, context, faults } = await somebody(browser, { ...PHONE, baseURL: review });
  for (const prefix of ['', '/en', '/sv', '/nl', '/fi']) {
    for (const path of ['/review', '/review/anonymity']) {
      await page.goto(`${prefix}${path}`);
      await expectNoViolation(page);
      await expectNoSidewaysScroll(page);
    }
  }
  const listed = await page.locator('dt.bundle-hash').allTextContents();
  const loaded = new Set<string>();
  page.on('response', (response) => void (/\/_astro\/.+\.js$/.test(response.url()) && loaded.add(response.url().split('/').at(-1) ?? '')));
  for (const path of ['/review/invitation', '/review/write', '/review/code']) await page.goto(path, { waitUntil: 'networkidle' });
  expect(loaded.size).toBeGreaterThan(2);
  expect([...loaded].filter((each) => !listed.includes(each))).toEqual([]);
  const [first = ''] = listed;
  const bytes = await (await context.request.get(`${site.url}/_astro/${first}`)).body();
  await page.goto('/review/anonymity');
  await expect(page.locator('dd.bundle-hash').first()).toHaveText(createHash('sha256').update(bytes).digest('hex'));
  expect(faults).toEqual([]);
  await context.close();
});
