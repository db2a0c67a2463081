/**
 * The browser tests' `test`: base address of the demo site, and three promises that hold on every page a test opens:
 * nothing asked of another host, no error in the console (a broken content security policy is one), no cookie unless the
 * test signs in (`test.use({ signsIn: true })`), and then none but ours.
 */
import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type Page } from '@playwright/test';

export const test = base.extend<{ promises: void; signsIn: boolean }>({
  signsIn: [false, { option: true }],
  baseURL: async ({}, use) => {
    await use(process.env['E2E_URL'] ?? 'http://localhost:4321');
  },
  promises: [
    async ({ page, context, baseURL, signsIn }, use) => {
      const faults: string[] = [];
      page.on('console', (message) => {
        // Chromium writes every 4xx to the console; tests that ask for one say so by its status.
        if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) faults.push(message.text());
      });
      page.on('pageerror', (error) => faults.push(String(error)));
      page.on('request', (request) => {
        const url = new URL(request.url());
        if (!['data:', 'blob:'].includes(url.protocol) && url.origin !== new URL(baseURL ?? '').origin) faults.push(`asked ${url.origin}`);
      });
      await use();
      expect(faults).toEqual([]);
      const cookies = (await context.cookies()).map(({ name }) => name);
      expect(cookies.filter((name) => !signsIn || !/^vejviser(\.|$)/.test(name))).toEqual([]);
    },
    { auto: true },
  ],
});
export { expect };

/** No accessibility violation by WCAG 2.2 AA and axe's best practices. */
export async function expectNoViolation(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.target.join(' ')).join(' | ')}`)).toEqual([]);
}

/** Nothing is wider than the window. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
}
