/**
 * Every route that is not public, with the ids of one tenant, asked for by the people of every other: there is no such
 * page. Goes through src/pages/_access.ts, so a new desk page is swept without being named here.
 */
import type { APIRequestContext, Browser, Page } from '@playwright/test';
import { PROFILE_SECTIONS } from '#features/providers/sections.ts';
import { PROGRAMME_PARTS } from '#features/programmes/sections.ts';
import { ACCESS } from '#src/pages/_access.ts';
import { expect, test } from '#tests/support/e2e.ts';
import { openNewestLink, signInOnce } from '#tests/support/sign-in.ts';

test.use({ signsIn: true });
test.setTimeout(240_000);

const routes = Object.entries(ACCESS).filter(([route, needs]) => needs !== 'public' && route.includes('[', '/[...lang]'.length));
/** Pages of the site itself: there for its own people, and for nobody else. */
const siteRoutes = Object.keys(ACCESS).filter((route) => /^\/\[\.\.\.lang\]\/desk\/(?:site|moderation)/.test(route));
/** Who of an authority has which part of its desk, and where the links to single things of it are. */
const STAFF = { confirmations: 'confirmer', cases: 'decider', standards: 'standards-editor', pools: 'issuer' } as const;
type Part = keyof typeof STAFF;
const PARTS = Object.keys(STAFF) as Part[];

type Values = Readonly<Record<string, string>>;
const address = (route: string, values: Values) => route.replace('/[...lang]', '').replace(/\[(?:\.\.\.)?(\w+)\]/g, (_whole, name: string) => values[name] ?? '1');

async function signedIn(browser: Browser, baseURL: string | undefined, person: string): Promise<Page> {
  const page = await (await browser.newContext(baseURL === undefined ? {} : { baseURL })).newPage();
  await signInOnce(page, person, '/desk');
  return page;
}

/** Somebody who takes over another provider of the demo. */
async function otherOwner(browser: Browser, baseURL: string | undefined, not: string): Promise<Page> {
  const page = await (await browser.newContext(baseURL === undefined ? {} : { baseURL })).newPage();
  const list = (await (await page.request.get('/api/v1/providers?pageSize=20')).json()) as { results: { slug: string }[] };
  for (const { slug } of list.results.filter((each) => each.slug !== not)) {
    const found = (await (await page.request.get(`/api/v1/providers/${slug}`)).json()) as { claimed: boolean; id: { value: string }; contact?: { website?: string } };
    const domain = found.contact?.website?.replace(/^https?:\/\//, '').replace(/^www\./, '').replace(/\/.*/, '');
    if (found.claimed || domain === undefined) continue;
    await page.goto(`/providers/${slug}/claim`);
    await page.getByLabel('Dit navn').fill('En Anden');
    await page.getByLabel('Din e-mail på arbejdet').fill(`anden@${domain}`);
    await page.getByRole('button', { name: 'Send mig et link' }).click();
    await page.goto('/outbox');
    await openNewestLink(page, `anden@${domain}`);
    await page.getByRole('button', { name: 'Log ind nu' }).click();
    await page.getByLabel('registreringsnummer').fill(found.id.value);
    await page.getByRole('button', { name: 'Profilen er vores' }).click();
    await expect(page).toHaveURL(/\/desk\?done=claim-granted$/);
    return page;
  }
  throw new Error('Every demo provider is claimed.');
}

/** Ids of the person's own organisation, read off their desk. */
async function ownValues(page: Page): Promise<Values> {
  await page.goto('/desk');
  const members = await page.getByRole('link', { name: 'Personer og adgang' }).first().getAttribute('href');
  const profile = page.getByRole('link', { name: 'Se den offentlige profil' }).first();
  const slug = (await profile.count()) > 0 ? ((await profile.getAttribute('href'))?.split('/').at(-1) ?? '') : '';
  const programmes = slug === '' ? [] : ((await (await page.request.get(`/api/v1/providers/${slug}`)).json()) as { programmes: { code: string }[] }).programmes;
  return { id: /organisation\/(\d+)\//.exec(members ?? '')?.[1] ?? '', slug, code: programmes[0]?.code ?? '', section: PROFILE_SECTIONS[0], part: PROGRAMME_PARTS[0], confirmation: '1' };
}

/** What links of a page fill in of a route: its named groups. */
async function idsOn(page: Page, path: string, pattern: RegExp): Promise<Values> {
  await page.goto(path);
  const hrefs = await page.locator('main a').evaluateAll((all) => all.map((each) => (each as HTMLAnchorElement).pathname));
  return { ...hrefs.map((href) => pattern.exec(href)?.groups).find((groups) => groups !== undefined) };
}

const statusOf = async (request: APIRequestContext, path: string) => (await request.get(path, { maxRedirects: 0 })).status();

test('ids of another tenant lead nowhere', async ({ browser, baseURL, page }) => {
  const owner = await signedIn(browser, baseURL, 'owner@example.test');
  const staff = new Map<Part, Page>();
  for (const part of PARTS) staff.set(part, await signedIn(browser, baseURL, `${STAFF[part]}@example.test`));
  const on = (part: Part) => staff.get(part) as Page;
  const theirs = await ownValues(owner);
  const authoritys = await ownValues(on('confirmations'));
  expect(theirs.id).not.toBe('');
  expect(authoritys.id).not.toBe(theirs.id);
  const desk = `/desk/authority/${authoritys.id}`;
  const own = await idsOn(owner, `/desk/provider/${theirs.slug}/approvals`, /\/approvals\/(?<case>\d+)/);
  const cases = await idsOn(on('cases'), `${desk}/cases`, /\/cases\/(?<case>\d+)/);
  const standards = await idsOn(on('standards'), `${desk}/standards`, /\/standards\/(?<slug>[\w-]+)\/(?<version>\d+)/);
  const pools = await idsOn(on('pools'), `${desk}/pools`, /\/pools\/(?<pool>\w{10,})/);
  for (const ids of [own, cases, standards, pools]) expect(ids).not.toEqual({});
  const another = await otherOwner(browser, baseURL, theirs.slug ?? '');

  const found: string[] = [];
  for (const [route] of routes.filter(([each]) => !siteRoutes.includes(each))) {
    const part = PARTS.find((each) => route.startsWith(`/[...lang]/desk/authority/[id]/${each}`));
    const path = part ? address(route, { ...authoritys, ...cases, ...standards, ...pools }) : address(route, { ...theirs, ...own });
    const [rightful, strangers] = part ? [on(part), [owner, another]] : [owner, [on('confirmations'), another]];
    if ((await statusOf(rightful.request, path)) < 400) found.push(route);
    for (const stranger of strangers) expect(await statusOf(stranger.request, path), path).toBe(404);
    expect(await statusOf(page.request, path), `${path} by nobody`).toBe(302);
  }
  // The addresses are right, so that the strangers were refused something that is there.
  expect(found.length).toBeGreaterThanOrEqual(24);
  for (const route of siteRoutes) {
    for (const stranger of [owner, ...staff.values(), another]) expect(await statusOf(stranger.request, address(route, theirs)), route).toBe(404);
  }
  for (const each of [owner, ...staff.values(), another]) await each.context().close();
});
