/** Signing in as one of the demo's invented people, through the outbox page, as anybody can who tries the demo. */
import { expect, type Page } from '@playwright/test';

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
