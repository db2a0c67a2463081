/** The site's desk: a person put on hold and let in again, a claim decided, a file released, and all of it in the trail. */
import type { Browser, Page } from '@playwright/test';
import { expect, expectNoSidewaysScroll, expectNoViolation, test } from '#tests/support/e2e.ts';
import { openNewestLink, signIn, signInOnce } from '#tests/support/sign-in.ts';

test.use({ signsIn: true });

const PAGES = ['', '/claims', '/evidence', '/organisations', '/people', '/registers', '/jobs', '/mail', '/audit', '/retention'];
const REASON = 'Det er afprøvet, og derfor gør vi sådan.';
const FILE = 'bilag-til-driften.csv';

async function visitor(browser: Browser, baseURL: string | undefined): Promise<Page> {
  return (await browser.newContext({ javaScriptEnabled: false, locale: 'da-DK', ...(baseURL === undefined ? {} : { baseURL }) })).newPage();
}

/** The demo's owner lays a file in quarantine. @returns slug of their profile */
async function leaveFile(page: Page): Promise<string> {
  await signInOnce(page, 'owner@example.test', '/desk');
  const slug = (await page.getByRole('link', { name: 'Se den offentlige profil' }).first().getAttribute('href'))?.split('/').at(-1) ?? '';
  await page.goto(`/desk/provider/${slug}/results/evidence`);
  await page.getByLabel('Fil', { exact: true }).setInputFiles({ name: FILE, mimeType: 'text/csv', buffer: Buffer.from('nummer;i job\n7;ja\n') });
  await page.getByRole('checkbox').first().check();
  await page.getByRole('button', { name: 'Læg ind' }).click();
  await expect(page.getByRole('article').filter({ hasText: FILE })).toBeVisible();
  return slug;
}

/** Somebody whose address shows nothing wants a profile that others look after. */
async function wantProfile(page: Page, slug: string): Promise<void> {
  const { id } = (await (await page.request.get(`/api/v1/providers/${slug}`)).json()) as { id: { value: string } };
  await page.goto(`/providers/${slug}/claim`);
  await page.getByLabel('Dit navn').fill('Frede Fremmed');
  await page.getByLabel('Din e-mail på arbejdet').fill('frede@fremmed.test');
  await page.getByRole('button', { name: 'Send mig et link' }).click();
  await page.goto('/outbox');
  await openNewestLink(page, 'frede@fremmed.test');
  await page.getByRole('button', { name: 'Log ind nu' }).click();
  await page.getByLabel('registreringsnummer').fill(id.value);
  await page.getByLabel('Hvorfor er profilen jeres?').fill('Jeg har startet stedet og passer det.');
  await page.getByRole('button', { name: 'Profilen er vores' }).click();
  await expect(page).toHaveURL(/\/desk\?done=claim-received$/);
}

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('what an operator does is done at once, told to those it concerns, and stands in the trail', async ({ page, browser, baseURL }) => {
    test.setTimeout(240_000);
    const [owner, stranger, issuer] = [await visitor(browser, baseURL), await visitor(browser, baseURL), await visitor(browser, baseURL)];
    await wantProfile(stranger, await leaveFile(owner));
    await signIn(issuer, 'issuer@example.test', '/desk');
    await signInOnce(page, 'operator@example.test', '/desk');

    // One thing to do first, the rest below.
    await page.getByRole('link', { name: 'Overblik' }).click();
    await expect(page.getByRole('heading', { name: 'Det næste' })).toBeVisible();
    await page.getByRole('main').getByRole('link', { name: 'Krav på profiler' }).last().click();
    const claim = page.getByRole('article').filter({ hasText: 'frede@fremmed.test' });
    await expect(claim).toContainText('Jeg har startet stedet og passer det.');
    await expect(claim).toContainText('De har ikke svaret.');
    await claim.getByLabel('Begrundelse til begge sider').fill(REASON);
    await claim.getByRole('button', { name: 'Afgør' }).click();
    await expect(claim.getByText('Fejl:')).toBeVisible();
    await expect(claim.getByLabel('Begrundelse til begge sider')).toHaveValue(REASON);
    await claim.getByRole('radio', { name: 'Nej' }).check();
    await claim.getByRole('button', { name: 'Afgør' }).click();
    await expect(page.getByRole('status')).toHaveText('Det er afgjort. Begge sider får en mail.');
    await expect(claim).toHaveCount(0);
    await stranger.goto('/outbox');
    await expect(stranger.getByRole('listitem').filter({ hasText: 'frede@fremmed.test' }).filter({ hasText: REASON })).toBeVisible();

    await page.goto('/desk/site/evidence');
    const file = page.getByRole('article').filter({ hasText: FILE });
    await file.getByText('Giv fri', { exact: false }).first().click();
    await file.getByLabel('Begrundelse').first().fill(REASON);
    await file.getByRole('button', { name: 'Giv fri' }).click();
    await expect(page.getByRole('status')).toHaveText('Filen er givet fri.');
    await owner.reload();
    await expect(owner.getByRole('article').filter({ hasText: FILE })).not.toContainText('Venter på tjek');

    await page.goto('/desk/site/people');
    await page.getByLabel('E-mail').first().fill('ingen@example.test');
    await page.getByRole('button', { name: 'Find' }).click();
    await expect(page.getByText('Fejl: Ingen har den adresse.')).toBeVisible();
    await page.getByLabel('E-mail').first().fill('issuer@example.test');
    await page.getByRole('button', { name: 'Find' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ulla Udsteder');
    expect(page.url()).not.toContain('example.test');
    for (const [button, done] of [['Sæt på pause', 'Det er sat på pause.'], ['Luk op igen', 'Der er lukket op igen.']] as const) {
      await page.getByText(button).first().click();
      await page.getByLabel('Begrundelse').fill(REASON);
      await page.getByRole('button', { name: button }).click();
      await expect(page.getByRole('status')).toHaveText(done);
      // Signed out everywhere, at once.
      if (button === 'Sæt på pause') {
        await issuer.goto('/desk');
        await expect(issuer).toHaveURL(/\/sign-in/);
      }
    }

    await page.goto('/desk/site/audit');
    await page.getByLabel('Handling').fill('site.');
    await page.getByLabel('Hvem').fill('person:demo-operator');
    await page.getByRole('button', { name: 'Søg' }).click();
    for (const action of ['site.suspend-person', 'site.restore-person', 'site.find-person']) await expect(page.getByRole('cell', { name: action }).first()).toBeVisible();
    await expect(page.getByRole('cell', { name: 'claim.decide' })).toHaveCount(0);
    const table = await (await page.request.get('/desk/site/audit.csv?action=claim.decide')).text();
    expect(table).toMatch(/^\ufeffid,at,actor,action,object,detail\r\n\d+,[^,]+,person:demo-operator,claim\.decide,claim:\d+,/);
    await page.getByRole('button', { name: 'Kontrollér nu' }).click();
    await expect(page.getByRole('status')).toHaveText('Kæden er hel.');
    for (const each of [owner, stranger, issuer]) await each.context().close();
  });
});

test('every page is without barriers and fits a narrow screen', async ({ page }) => {
  test.setTimeout(240_000);
  await signInOnce(page, 'operator@example.test', '/desk/site');
  for (const path of [...PAGES, '/people/demo-editor', '/organisations/1']) {
    await page.setViewportSize({ width: 320, height: 700 });
    expect((await page.goto(`/desk/site${path}`))?.status(), path).toBe(200);
    await expectNoSidewaysScroll(page);
    await page.setViewportSize({ width: 1280, height: 900 });
    await expectNoViolation(page);
  }
});

test('an auditor sees everything and has no form that changes anything; a moderator sees the front page alone', async ({ page, browser, baseURL }) => {
  test.setTimeout(180_000);
  await signInOnce(page, 'auditor@example.test', '/desk/site');
  for (const path of PAGES) {
    expect((await page.goto(`/desk/site${path}`))?.status(), path).toBe(200);
    const acts = await page.locator('main form[method=post]').evaluateAll((forms) => forms.map((form) => new URL((form as HTMLFormElement).action).searchParams.get('_action')));
    expect(acts.filter((act) => act !== 'site.findPerson' && act !== 'site.checkAudit'), path).toEqual([]);
  }
  const moderator = await visitor(browser, baseURL);
  await signIn(moderator, 'moderator@example.test', '/desk/site');
  for (const path of PAGES.slice(1)) expect((await moderator.goto(`/desk/site${path}`))?.status(), path).toBe(403);
  await moderator.context().close();
});
