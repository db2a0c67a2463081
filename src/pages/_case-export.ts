/** The whole case as a ZIP archive: for the authority everything, for the party what the party may see. */
import type { APIContext } from 'astro';
import { caseFiles, exportName } from '#features/approvals/case-export.ts';
import { shownToApplicant } from '#features/approvals/desk/own-view.ts';
import { caseOnDesk } from '#features/approvals/queries/cases.ts';
import type { KeptEntry } from '#features/approvals/queries/entries.ts';
import { bundlesOf, lettersOf } from '#features/approvals/queries/export.ts';
import type { Locale } from '#i18n/index.ts';
import { audit } from '#platform/audit.ts';
import { searchAudit } from '#platform/audit/queries.ts';
import { now, today } from '#platform/clock.ts';
import { filesByIds } from '#platform/files/queries.ts';
import type { Files } from '#platform/files/service.ts';
import { zipStream } from '#platform/zip.ts';
import { openCaseOf, type Side } from './_case.ts';

const MOST_TRAIL = 10_000;

const filesNamed = ({ content }: KeptEntry): readonly string[] => ('files' in content ? content.files : []);

async function bytesOf({ store }: Files, id: string): Promise<Uint8Array | null> {
  const stream = await store.get(id);
  return stream && new Uint8Array(await new Response(stream as BodyInit).arrayBuffer());
}

export async function answerExport(context: APIContext, side: Side): Promise<Response> {
  const opened = await openCaseOf(context, side);
  if (opened instanceof Response) return opened;
  const { caseId } = opened;
  const { locals: { runtime }, currentLocale } = context;
  const { db, files: store } = runtime;
  const found = await caseOnDesk(db, caseId);
  if (!found) return context.rewrite('/404');
  const all = side === 'authority';
  const entries = all ? found.entries : shownToApplicant(found.entries);
  const files = [...found.dossier.files, ...(await filesByIds(db, [...new Set(entries.flatMap(filesNamed))]))];
  const trail = all ? (await searchAudit(db, { object: `case:${caseId}`, limit: MOST_TRAIL })).entries : [];
  await audit(db, { actor: `person:${context.locals.gate.actor.personId ?? ''}`, action: 'case.export', object: `case:${caseId}`, detail: { side, entries: entries.length, files: files.length } });
  const given = { found, entries, files, letters: await lettersOf(db, caseId, entries, now()), bundles: await bundlesOf(db, entries), trail, locale: currentLocale as Locale, at: now() };
  return new Response(zipStream(caseFiles(given, (id) => bytesOf(store, id)), now()) as BodyInit, {
    headers: { 'content-type': 'application/zip', 'content-disposition': `attachment; filename="${exportName(caseId, today())}"`, 'cache-control': 'no-store', 'x-robots-tag': 'noindex' },
  });
}
