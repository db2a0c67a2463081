/** What the pages for authors share: a form that came in, answered. */
import type { AstroGlobal } from 'astro';
import { answerAuthor, type AuthorAnswer } from '#features/reviews/author-request.ts';
import { moderationPort } from '#features/moderation/port.ts';

/** null: the page was only asked for. Sets the status of the page. */
export async function answerPost({ request, locals, response }: Pick<AstroGlobal, 'request' | 'locals' | 'response'>): Promise<AuthorAnswer | null> {
  if (request.method !== 'POST' || !locals.gate.ask('reviews.send').allowed) return null;
  const form = await request.formData().catch(() => new FormData());
  const answer = await answerAuthor(locals.runtime.context('author'), moderationPort, form, locals.locale);
  response.status = answer.status;
  return answer;
}
