/** Signing in as one of the demo's invented people, through the outbox page, as anybody can who tries the demo. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, type Cookie, type Page } from '@playwright/test';

/** @param address such as `owner@example.test` @param next path to come out at */
export async function signIn(page: Page, address: string, next = '/account'): Promise<void> {
  await page.goto(`/sign-in?${new URLSearchParams({ next })}`);
  await page.getByLabel('Din e-mail på arbejdet').fill(address);
  await page.getByRole('button', { name: 'Send et link' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Se i din mail');
  await page.getByRole('link', { name: 'Se mails' }).click();
  await openNewestLink(page, address);
  await page.getByRole('button', { name: 'Log ind nu' }).click();
  await expect(page).toHaveURL((url) => url.pathname === new URL(next, page.url()).pathname);
}

/** Emptied when a run begins. */
const KEPT = 'test-results/sessions';
/** Shorter than what counts as a recent sign-in. */
const KEPT_MS = 8 * 60_000;

function keptCookies(file: string): Cookie[] | null {
  try {
    const { at, cookies } = JSON.parse(readFileSync(file, 'utf8')) as { at: number; cookies: Cookie[] };
    return Date.now() - at < KEPT_MS ? cookies : null;
  } catch {
    return null;
  }
}

/** The same with one session for all tests of a run, as links to one address are limited. Not for tests of sessions. */
export async function signInOnce(page: Page, address: string, next = '/account'): Promise<void> {
  await page.goto('/sign-in');
  const file = `${KEPT}/${new URL(page.url()).port}-${address}.json`;
  const kept = keptCookies(file);
  if (kept) {
    await page.context().addCookies(kept);
    await page.goto(next);
    if (new URL(page.url()).pathname === new URL(next, page.url()).pathname) return;
  }
  await signIn(page, address, next);
  mkdirSync(KEPT, { recursive: true });
  writeFileSync(file, JSON.stringify({ at: Date.now(), cookies: await page.context().cookies() }));
}

/** On the outbox page. The letter is sent after the answer, so it may come a moment later. */
export async function openNewestLink(page: Page, address: string): Promise<void> {
  const link = page.getByRole('listitem').filter({ hasText: address }).getByRole('link', { name: 'Log ind' }).first();
  await expect(async () => {
    await page.reload();
    await expect(link).toBeVisible({ timeout: 500 });
  }).toPass();
  await link.click();
  await expect(page).toHaveURL(/\/sign-in\/link\?token=/);
}
