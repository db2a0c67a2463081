/** A provider takes its profile over, invites a colleague and removes them again; all of it without a script. */
import type { Page } from '@playwright/test';
import { expect, expectNoSidewaysScroll, expectNoViolation, test } from '#tests/support/e2e.ts';
import { openNewestLink, signInOnce } from '#tests/support/sign-in.ts';

test.use({ signsIn: true });

interface Profile {
  slug: string;
  claimed: boolean;
  id: { scheme: string; value: string };
  contact?: { website?: string };
}

/** A demo provider with a website that nobody looks after; its domain is what its people's addresses end in. */
async function unclaimed(page: Page): Promise<{ slug: string; number: string; domain: string }> {
  const list = (await (await page.request.get('/api/v1/providers?pageSize=40')).json()) as { results: { slug: string }[] };
  for (const { slug } of list.results.toReversed()) {
    const found = (await (await page.request.get(`/api/v1/providers/${slug}`)).json()) as Profile;
    if (!found.claimed && found.contact?.website) return { slug, number: found.id.value, domain: found.contact.website.replace(/^https?:\/\//, '').replace(/^www\./, '').replace(/\/.*/, '') };
  }
  throw new Error('Every demo provider is claimed.');
}

async function openLink(page: Page, address: string): Promise<void> {
  await page.goto('/outbox');
  await openNewestLink(page, address);
  await page.getByRole('button', { name: 'Log ind nu' }).click();
}

test('the desk is for people who are signed in, and foreign organisations are not there', async ({ page }) => {
  await page.goto('/desk/organisation/1/members');
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fdesk%2Forganisation%2F1%2Fmembers$/);
  expect((await page.goto('/invitation/made-up-token-that-leads-nowhere'))?.status()).toBe(404);
  expect((await page.goto('/providers/no-such/claim'))?.status()).toBe(404);
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } });

  test('claim, invite, accept, remove', async ({ page, browser, baseURL }) => {
    const { slug, number, domain } = await unclaimed(page);
    const anna = `anna@${domain}`;
    await page.goto(`/providers/${slug}`);
    await page.getByRole('link', { name: 'Sig, at profilen er jeres' }).click();
    await expectNoSidewaysScroll(page);
    await page.getByLabel('Dit navn').fill('Anna Ansvarlig');
    await page.getByLabel('Din e-mail på arbejdet').fill(anna);
    await page.getByRole('button', { name: 'Send mig et link' }).click();
    await expect(page.getByRole('status')).toContainText('Vi har sendt et link');

    await openLink(page, anna);
    await expect(page).toHaveURL(new RegExp(`/providers/${slug}/claim$`));
    await expect(page.getByText('Din adresse hører til organisationen')).toBeVisible();
    await page.getByLabel('registreringsnummer').fill('not-theirs');
    await page.getByRole('button', { name: 'Profilen er vores' }).click();
    await expect(page.getByText('Fejl: Nummeret hører ikke til profilen.')).toBeVisible();
    await expect(page.getByLabel('registreringsnummer')).toHaveValue('not-theirs');
    await page.getByLabel('registreringsnummer').fill(number);
    await page.getByRole('button', { name: 'Profilen er vores' }).click();
    await expect(page).toHaveURL(/\/desk\?done=claim-granted$/);
    await expect(page.getByRole('status')).toHaveText('Profilen er jeres nu.');
    await expectNoSidewaysScroll(page);

    await page.getByRole('link', { name: 'Personer og adgang' }).click();
    await page.getByLabel('E-mail').fill('not an address');
    await page.getByRole('button', { name: 'Send invitation' }).click();
    await expect(page.getByText('Fejl: Skriv en hel e-mailadresse')).toBeVisible();
    await expect(page.getByLabel('E-mail')).toHaveValue('not an address');
    const bo = `bo@${domain}`;
    await page.getByLabel('E-mail').fill(bo);
    await page.getByRole('radio', { name: /Indberetter/ }).check();
    await page.getByRole('button', { name: 'Send invitation' }).click();
    await expect(page.getByRole('status')).toHaveText('Invitationen er sendt.');
    const members = new URL(page.url()).pathname;
    // Not back over the form that had faults: it is kept nowhere, so the browser asks before it sends that once more.
    await page.reload();
    await expect(page.getByText(bo, { exact: true })).toHaveCount(1);

    const theirs = await (await browser.newContext({ javaScriptEnabled: false, ...(baseURL === undefined ? {} : { baseURL }) })).newPage();
    await theirs.goto('/outbox');
    await theirs.getByRole('listitem').filter({ hasText: bo }).getByRole('link', { name: 'Se invitationen' }).click();
    const invitation = theirs.url();
    await theirs.getByLabel('Dit navn').fill('Bo Bidrager');
    await theirs.getByRole('button', { name: 'Send mig et link' }).click();
    await openLink(theirs, bo);
    await expect(theirs).toHaveURL(invitation);
    await theirs.getByRole('button', { name: 'Tag imod' }).click();
    await expect(theirs.getByRole('status')).toHaveText('Du er med nu.');
    await expect(theirs.getByText('Din rolle: Indberetter')).toBeVisible();
    expect((await theirs.goto(members))?.status()).toBe(200);
    await expect(theirs.getByRole('button', { name: 'Send invitation' })).toHaveCount(0);

    await page.goto(members);
    await page.getByText('Ret adgang for Bo Bidrager').click();
    await page.getByRole('button', { name: 'Fjern Bo Bidrager' }).click();
    await expect(page.getByRole('status')).toHaveText('Adgangen er slut.');
    expect((await theirs.goto(members))?.status()).toBe(404);
    await theirs.context().close();

    // The last owner stays, and hears why.
    await page.getByText('Forlad organisationen').first().click();
    await page.getByRole('button', { name: 'Forlad organisationen' }).click();
    await expect(page.getByText('Der skal være mindst én ejer.')).toBeVisible();
  });
});

test('the pages pass the accessibility check', async ({ page }) => {
  const { slug } = await unclaimed(page);
  await page.goto(`/providers/${slug}/claim`);
  await expectNoViolation(page);
  await signInOnce(page, 'owner@example.test', '/desk');
  await expectNoViolation(page);
  await page.getByRole('link', { name: 'Personer og adgang' }).click();
  await page.getByText('Ret adgang for Rune Redaktør').click();
  await expectNoViolation(page);
});
