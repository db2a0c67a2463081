/** The terms for machines: the same words as the page, in its language. */
import type { APIRoute } from 'astro';
import { getEntry } from 'astro:content';
import { localePath } from '#i18n/index.ts';
import { termsJson } from '#features/moderation/terms.ts';

export const GET: APIRoute = async ({ locals }) => {
  const { locale, runtime } = locals;
  const entry = await getEntry('pages', `${locale}/terms`);
  const body = termsJson(locale, entry?.body ?? '', `${runtime.env.siteUrl}${localePath(locale, '/terms')}`);
  return new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json; charset=utf-8' } });
};
