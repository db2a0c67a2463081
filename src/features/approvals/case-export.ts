/** All there is of a case, to hand out: an index to read, tables, letters, evidence, the public log. Pure, but for reading files. */
import { csvLine, type Cell } from '#platform/csv.ts';
import { EXTENSION, MEDIA_TYPE } from '#platform/files/model.ts';
import type { FileRow } from '#platform/files/queries.ts';
import type { Bundle } from '#platform/public-log/verify.ts';
import { safeName, type ZipFile } from '#platform/zip.ts';
import { formatTime, messages, pickText, type Locale } from '#i18n/index.ts';
import type { CaseOnDesk } from './queries/cases.ts';
import type { KeptEntry } from './queries/entries.ts';

/** Of what was kept in the audit trail about the case. */
export interface TrailLine {
  at: Date;
  actor: string;
  action: string;
  detail: Record<string, unknown>;
}

export interface CaseExport {
  found: CaseOnDesk;
  /** What the reader may have; all of them for the authority. */
  entries: readonly KeptEntry[];
  files: readonly FileRow[];
  letters: readonly { seq: number; pdf: Uint8Array }[];
  /** Proofs of its lines in the public log, by place. */
  bundles: readonly { index: number; bundle: Bundle }[];
  trail: readonly TrailLine[];
  locale: Locale;
  at: Date;
}

/** Larger evidence is listed only: it can be fetched from the case. */
export const MOST_FILE_BYTES = 30 * 1024 * 1024;

const text = (said: string): Uint8Array => new TextEncoder().encode(said);
/** Spreadsheets take a file for Latin-1 without the mark. */
const csv = (head: readonly string[], lines: readonly (readonly Cell[])[]): Uint8Array => text(`\ufeff${[head, ...lines].map(csvLine).join('')}`);
const escape = (said: string) => said.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const fileName = ({ id, kind, name }: FileRow): string => `files/${safeName(`${id.slice(0, 8)}-${name.replace(/\.[a-z0-9]+$/i, '')}`)}.${EXTENSION[kind]}`;

/** Which files go along: released ones, in order, as long as they fit. */
export function enclosed(files: readonly FileRow[]): FileRow[] {
  let room = MOST_FILE_BYTES;
  return files.filter(({ state, size }) => {
    if (state !== 'released' || size > room) return false;
    room -= size;
    return true;
  });
}

function who({ found: { people }, locale }: CaseExport, { by }: KeptEntry): string {
  const t = messages(locale).approvals.by;
  return by.person === 'system' ? t.system : (people.get(by.person) ?? t.someone);
}

/** Words as they were written; numbers, lists and what is inside one another as JSON. */
function contentOf({ content }: KeptEntry): string {
  const said = Object.entries(content).filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0));
  return said.map(([name, value]) => `<p><b>${escape(name)}</b>: ${escape(typeof value === 'string' ? value : JSON.stringify(value))}</p>`).join('');
}

function indexPage(given: CaseExport, names: readonly string[]): string {
  const { found, entries, locale, at } = given;
  const { approvals, decisions } = messages(locale);
  const title = `${found.provider.name} – ${pickText(found.standard.document.title, locale)?.text ?? found.standard.slug}`;
  const lines = entries.map((each) => `<tr><td>${each.seq}</td><td>${escape(formatTime(locale, each.at))}</td><th scope="row">${escape(approvals.log[each.kind])}</th><td>${escape(who(given, each))}</td><td>${contentOf(each)}</td></tr>`);
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><title>${escape(title)}</title>
<style>body{font:1rem/1.5 sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}td,th{border:1px solid #888;padding:.4rem;text-align:start;vertical-align:top}td p{margin:0;white-space:pre-line;overflow-wrap:anywhere}</style></head>
<body><h1>${escape(title)}</h1>
<p>${escape(found.authority.name)}. ${escape(decisions.letter.caseNumber)} ${found.id}. ${escape(formatTime(locale, at))}</p>
<h2>${escape(approvals.files)}</h2><ul>${names.map((name) => `<li><a href="${encodeURI(name)}">${escape(name)}</a></li>`).join('')}</ul>
<h2>${escape(decisions.access.entries)}</h2><table><tbody>${lines.join('\n')}</tbody></table>
</body></html>
`;
}

function tables(given: CaseExport): ZipFile[] {
  const { found, entries, files, trail, locale } = given;
  const { approvals } = messages(locale);
  const kept = new Set(enclosed(files).map(({ id }) => id));
  return [
    { name: 'entries.csv', bytes: csv(['seq', 'at', 'day', 'kind', 'what', 'role', 'who', 'content'], entries.map((each) => [each.seq, each.at.toISOString(), each.on, each.kind, approvals.log[each.kind], each.by.role, who(given, each), JSON.stringify(each.content)])) },
    { name: 'self-assessment.csv', bytes: csv(['criterion', 'score', 'statement', 'links', 'files'], found.dossier.assessments.map((each) => [each.criterion, each.score, each.statement, each.links.join(' '), each.files.join(' ')])) },
    { name: 'files.csv', bytes: csv(['id', 'name', 'type', 'bytes', 'sha256', 'state', 'enclosed'], files.map((each) => [each.id, each.name, MEDIA_TYPE[each.kind], each.size, each.sha256, each.state, kept.has(each.id) ? fileName(each) : ''])) },
    ...(trail.length > 0 ? [{ name: 'audit.csv', bytes: csv(['at', 'actor', 'action', 'detail'], trail.map(({ at, actor, action, detail }) => [at.toISOString(), actor, action, JSON.stringify(detail)])) }] : []),
    { name: 'standard.json', bytes: text(JSON.stringify({ slug: found.standard.slug, version: found.standard.version, document: found.standard.document }, null, 1)) },
    { name: 'case.json', bytes: text(JSON.stringify({ id: found.id, provider: found.provider, authority: found.authority, standard: { slug: found.standard.slug, version: found.standard.version }, sentOn: found.sentOn, entries, selfAssessment: found.dossier.assessments }, null, 1)) },
  ];
}

/** @param read bytes of an evidence file; null: they are gone */
export async function* caseFiles(given: CaseExport, read: (id: string) => Promise<Uint8Array | null>): AsyncGenerator<ZipFile> {
  const { letters, bundles, files, found } = given;
  const made = [
    ...tables(given),
    ...letters.map(({ seq, pdf }): ZipFile => ({ name: `letters/decision-${found.id}-${seq}.pdf`, bytes: pdf, packed: true })),
    ...bundles.map(({ index, bundle }): ZipFile => ({ name: `public-log/${index}.json`, bytes: text(JSON.stringify(bundle, null, 1)) })),
  ];
  const along = enclosed(files);
  yield { name: 'index.html', bytes: text(indexPage(given, [...made.map(({ name }) => name), ...along.map(fileName)])) };
  yield* made;
  for (const file of along) {
    const bytes = await read(file.id);
    if (bytes) yield { name: fileName(file), bytes, packed: file.kind !== 'csv' };
  }
}

/** The day in the name tells two exports apart. */
export const exportName = (caseId: number, day: string): string => `case-${caseId}-${day}.zip`;
