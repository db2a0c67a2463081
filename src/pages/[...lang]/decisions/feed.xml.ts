/** New decisions as a feed (Atom, RFC 4287). */
import type { APIRoute } from 'astro';
import { decisionPath, periodText } from '#features/approvals/public-view.ts';
import { searchDecisions } from '#features/approvals/queries/decisions.ts';
import { localePath, messages, type Locale } from '#i18n/index.ts';
import { now } from '#platform/clock.ts';

const ENTRIES = 50;
const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

export const GET: APIRoute = async ({ locals: { runtime: { db, env } }, currentLocale }) => {
  const locale = currentLocale as Locale;
  const { decisions: { list, page }, approvals: { outcome } } = messages(locale);
  const { results } = await searchDecisions(db, { pageSize: ENTRIES });
  const address = (path: string) => escape(`${env.siteUrl}${localePath(locale, path)}`);
  const moment = (day: string) => `${day}T12:00:00Z`;
  const entries = results.map((each) => {
    const title = page.title(each.provider.name, outcome[each.outcome]);
    const summary = [each.authority.name, periodText(locale, each)].filter((part) => part !== null).join('. ');
    return `<entry><id>${address(decisionPath(each.index))}</id><title>${escape(title)}</title><link href="${address(decisionPath(each.index))}"/>
<updated>${moment(each.decidedOn)}</updated><author><name>${escape(each.authority.name)}</name></author><summary>${escape(summary)}</summary></entry>`;
  });
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">
<id>${address('/decisions')}</id><title>${escape(`${list.title} – Vejviser`)}</title><subtitle>${escape(list.description)}</subtitle>
<link href="${address('/decisions')}"/><link rel="self" href="${address('/decisions/feed.xml')}"/><updated>${results[0] ? moment(results[0].decidedOn) : now().toISOString()}</updated>
${entries.join('\n')}
</feed>
`;
  return new Response(body, { headers: { 'content-type': 'application/atom+xml; charset=utf-8', 'x-robots-tag': 'noindex' } });
};
