/**
 * Every page, language, colour scheme and width, pairwise: enough pages that each pair of values occurs.
 * `E2E_FULL=1` walks the full product.
 */
import { expect, expectNoSidewaysScroll, expectNoViolation, test } from '#tests/support/e2e.ts';

const LOCALES = ['da', 'en', 'sv', 'nl', 'fi'] as const;
const WIDTHS = [320, 390, 768, 1280, 1440] as const;
const SCHEMES = ['light', 'dark'] as const;

/** Filled from the running site's own search, so that no slug is written down here. */
async function paths(baseURL: string): Promise<string[]> {
  const answer = (await (await fetch(`${baseURL}/api/v1/providers?group=unge&service=mentoring&pageSize=4`)).json()) as { results: { slug: string }[] };
  const [a, b, c] = answer.results.map((each) => each.slug);
  const profile = (await (await fetch(`${baseURL}/api/v1/providers/${a}`)).json()) as { programmes: { code: string }[] };
  return [
    '/',
    '/providers',
    '/providers?q=mentor&place=8000&group=unge&accessibility=hearing-loop',
    '/providers?q=zzzzqqqq',
    `/providers?p=${a}&p=${b}`,
    `/providers/${a}`,
    `/providers/${a}/results`,
    `/providers/${a}/reviews`,
    `/providers/${a}/approvals`,
    `/providers/${a}/programmes/${profile.programmes[0]?.code}`,
    `/compare?p=${a}&p=${b}&p=${c}`,
    '/compare',
    `/choice?p=${a}&p=${b}`,
    '/map',
    '/rights',
    '/method',
    '/about',
    '/privacy',
    '/accessibility',
    '/terms',
    '/contact',
    '/notice',
    '/data',
    '/developers',
    '/no-such-page',
  ];
}

/** Rotating every list by another step covers all pairs with a page within a few rounds. */
function combinations(count: number, full: boolean) {
  if (full) return LOCALES.flatMap((locale) => WIDTHS.flatMap((width) => SCHEMES.map((scheme) => ({ locale, width, scheme, pages: [...Array(count).keys()] }))));
  return Array.from({ length: 10 }, (_, round) => ({
    locale: LOCALES[round % 5] ?? 'da',
    scheme: SCHEMES[round % 2] ?? 'light',
    width: WIDTHS[(round * 2 + Math.floor(round / 5)) % 5] ?? 390,
    pages: [...Array(count).keys()].filter((page) => (page + round) % 2 === 0),
  }));
}

for (const { locale, width, scheme, pages } of combinations(25, process.env['E2E_FULL'] === '1')) {
  test(`pages in ${locale}, ${scheme}, ${width} px`, async ({ page, baseURL }) => {
    test.setTimeout(240_000);
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    const all = await paths(baseURL ?? '');
    for (const at of pages) {
      const path = all[at];
      if (path === undefined) throw new Error(`The list of paths has no number ${at}.`);
      await test.step(path, async () => {
        const response = await page.goto(locale === 'da' ? path : `/${locale}${path === '/' ? '' : path}`);
        expect(response?.status()).toBe(path === '/no-such-page' ? 404 : 200);
        expect(await page.getAttribute('html', 'lang')).toBe(locale);
        await expectNoSidewaysScroll(page);
        await expectNoViolation(page);
      });
    }
  });
}
