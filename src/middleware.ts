/** Gives each request its id and the running site, and keeps languages to the five there are. Authorises nothing. */
import { defineMiddleware } from 'astro:middleware';
import { randomUUID } from 'node:crypto';
import { runtime } from '#src/boot/runtime.ts';
import { DEFAULT_LOCALE, isLocale } from '#i18n/index.ts';
import { log } from '#platform/log.ts';

export const onRequest = defineMiddleware(async (context, next) => {
  context.locals.runtime = runtime();
  context.locals.requestId = randomUUID();
  // Astro takes any first folder for `[...lang]`, so /zz/providers would be a Danish page under a wrong address.
  const { lang } = context.params;
  if (lang !== undefined && (!isLocale(lang) || lang === DEFAULT_LOCALE)) return context.rewrite('/404');
  try {
    return await next();
  } catch (error) {
    log.error({ requestId: context.locals.requestId, path: context.url.pathname, error: String(error), cause: String((error as Error).cause ?? ''), stack: (error as Error).stack }, 'page failed');
    throw error;
  }
});
