/**
 * Gives each request its id, the running site, who acts and the gate that decides; answers acts; keeps languages to the
 * five there are. Authorises nothing: pages and acts ask. It only sees to it that they did.
 */
import { defineMiddleware } from 'astro:middleware';
import { randomUUID } from 'node:crypto';
import { runtime } from '#src/boot/runtime.ts';
import { actorOf, openGateFor } from '#src/boot/gate.ts';
import { answerAct } from '#src/actions/answer-act.ts';
import { ACCESS } from '#src/pages/_access.ts';
import { DEFAULT_LOCALE, isLocale, localeOfPath } from '#i18n/index.ts';
import { loggedPath } from '#platform/http/logged-path.ts';
import { isReviewPath, quietError } from '#platform/http/review-host.ts';
import { log } from '#platform/log.ts';
import { keepNowhere, requireAsked } from '#platform/permissions.ts';

export const onRequest = defineMiddleware(async (context, next) => {
  const { locals, routePattern } = context;
  // A page that gives over to another (a rewrite) comes through here again: who acts and what was refused stay.
  const before = locals.gate as typeof locals.gate | undefined;
  locals.runtime = runtime();
  locals.requestId = (locals.requestId as string | undefined) ?? randomUUID();
  locals.locale = localeOfPath(context.originPathname);
  // Astro takes any first folder for `[...lang]`, so /zz/providers would be a Danish page under a wrong address.
  const { lang } = context.params;
  try {
    const gate = openGateFor(before?.actor ?? (await actorOf(context)), ACCESS[routePattern] ?? null, locals.runtime.env);
    gate.refused = before?.refused ?? null;
    locals.gate = gate;
    if (lang !== undefined && (!isLocale(lang) || lang === DEFAULT_LOCALE)) return await context.rewrite('/404');
    if (gate.needs === null) {
      // Astro's own endpoints, such as acts called by scripts: nothing here uses them.
      if (!routePattern.startsWith('/_')) log.error({ route: routePattern }, 'route is not declared in src/pages/_access.ts');
      return await context.rewrite('/404');
    }
    const page = async (): Promise<Response> => {
      // What an act asked is no answer for the page that shows its form again.
      gate.asked = false;
      const response = await next();
      requireAsked(gate, routePattern, response.status);
      keepNowhere(gate, response);
      return response;
    };
    return (await answerAct(context, page)) ?? (await page());
  } catch (error) {
    if (isReviewPath(context.url.pathname)) log.error(quietError(error), 'a page of reviews failed');
    else log.error({ requestId: locals.requestId, path: loggedPath(context.url.pathname), error: String(error), cause: String((error as Error).cause ?? ''), stack: (error as Error).stack }, 'page failed');
    throw error;
  }
});
