/** The letter as a file, for both sides of a case. */
import type { APIContext } from 'astro';
import { letterFile } from '#features/approvals/decision-letter.ts';
import { letterPdf } from '#features/approvals/decision-letter-pdf.ts';
import { messages } from '#i18n/index.ts';
import { now } from '#platform/clock.ts';
import { openLetter, type Side } from './_case.ts';

export async function answerLetter(context: APIContext, side: Side): Promise<Response> {
  const opened = await openLetter(context, side);
  if (opened instanceof Response) return opened;
  const { letter, caseId, seq } = opened;
  const bytes = await letterPdf(letter, now(), messages(letter.language).decisions.letter.page);
  return new Response(bytes as BodyInit, {
    headers: { 'content-type': 'application/pdf', 'content-disposition': `inline; filename="${letterFile(caseId, seq)}"`, 'content-language': letter.language, 'cache-control': 'no-store', 'x-robots-tag': 'noindex' },
  });
}
