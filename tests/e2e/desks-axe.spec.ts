/**
 * Every page that is not public, by src/pages/_access.ts, as somebody who may have it: no barrier, nothing wider than a
 * phone, kept nowhere. A new desk page is looked at without being named here.
 */
import type { Page } from '@playwright/test';
import { ACCESS } from '#src/pages/_access.ts';
import { expect, expectNoSidewaysScroll, expectNoViolation, test } from '#tests/support/e2e.ts';
import { signInOnce } from '#tests/support/sign-in.ts';

test.use({ signsIn: true });
test.setTimeout(240_000);

const pages = Object.entries(ACCESS).filter(([, needs]) => needs !== 'public').map(([route]) => route.replace('/[...lang]', ''));
const DESKS = [
  { person: 'owner', routes: pages.filter((route) => !/^\/desk\/(?:site|authority|moderation)/.test(route)) },
  { person: 'confirmer', routes: pages.filter((route) => /^\/desk\/authority\/\[id\]\/confirmations/.test(route)) },
  { person: 'decider', routes: pages.filter((route) => /^\/desk\/authority\/\[id\]\/cases/.test(route)) },
  { person: 'standards-editor', routes: pages.filter((route) => /^\/desk\/authority\/\[id\]\/standards/.test(route)) },
  { person: 'issuer', routes: pages.filter((route) => /^\/desk\/authority\/\[id\]\/pools/.test(route)) },
  { person: 'moderator', routes: pages.filter((route) => route.startsWith('/desk/moderation')) },
  { person: 'operator', routes: pages.filter((route) => route.startsWith('/desk/site')) },
] as const;

/** Files to save, and pages about one thing that only a walk through the desk makes; the tests of each desk look at those. */
const NO_PAGE = new Set([
  '/desk/files/[id]', '/desk/provider/[slug]/results/check', '/desk/authority/[id]/confirmations/[confirmation]',
  ...pages.filter((route) => /\.(?:pdf|zip|csv|json)$/.test(route)), '/desk/provider/[slug]/approvals/draft/[dossier]', '/desk/authority/[id]/cases/[case]/letter',
  '/desk/authority/[id]/standards/[slug]/[version]/edit/[...part]',
]);

/** Links of the person's own pages, by which the brackets of a route are filled in. */
async function links(page: Page, paths: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    await page.goto(path);
    found.push(...(await page.locator('main a[href^="/desk"]').evaluateAll((all) => all.map((each) => (each as HTMLAnchorElement).pathname))));
  }
  return [...new Set(found)];
}

const pattern = (route: string) => new RegExp(`^${route.replace(/\[\w+\]/g, '[^/]+')}$`);

for (const { person, routes } of DESKS) {
  test(`pages of ${person} are without barriers and fit a phone`, async ({ page }) => {
    await signInOnce(page, `${person}@example.test`, '/desk');
    const first = await links(page, ['/desk', ...(person === 'operator' ? ['/desk/site/organisations', '/desk/site/people'] : [])]);
    const lists = first.filter((each) => /\/(?:provider\/[^/]+|enquiries|programmes|results|approvals|cases|standards|pools|moderation)$/.test(each));
    const known = [...new Set([...first, ...(await links(page, lists))])];
    const more = await links(page, known.filter((each) => /\/(?:programmes|cases\/\d+|approvals\/\d+|standards\/[^/]+\/\d+|pools\/\w+)$/.test(each)).slice(0, 8));
    const missing: string[] = [];
    for (const route of routes.filter((each) => !NO_PAGE.has(each))) {
      const path = route.includes('[') ? [...known, ...more].find((each) => pattern(route).test(each)) : route;
      if (path === undefined) {
        missing.push(route);
        continue;
      }
      await page.setViewportSize({ width: 390, height: 844 });
      const answer = await page.goto(path);
      expect(answer?.status(), path).toBe(200);
      expect(answer?.headers()['cache-control'], path).toBe('no-store');
      await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
      await expectNoViolation(page);
      await page.setViewportSize({ width: 320, height: 640 });
      await expectNoSidewaysScroll(page);
      await page.setViewportSize({ width: 1280, height: 900 });
      await expectNoViolation(page);
    }
    expect(missing).toEqual([]);
  });
}
