/**
 * A PDF is refused when anything in it can act by itself (trust.md S3): JavaScript, actions on opening, programs to start,
 * files inside. Its objects are read here, packed ones too, because a reader's own interface shows only what it uses;
 * then pdf.js must be able to read it, and is asked as well.
 */
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { inflateSync } from 'node:zlib';
import { refuse, type Inspected } from './outcome.ts';
import { holdsPersonNumber } from './person-number.ts';

const ACTIVE = /\/(?:JavaScript|OpenAction|Launch|EmbeddedFiles?|RichMedia|XFA|GoToE|ImportData|SubmitForm)(?![A-Za-z0-9])/;
const MAX_UNPACKED = 100 * 1024 * 1024;
const MAX_PAGES_READ = 200;

/** A name may be written with its letters as numbers: /J#61vaScript. */
const plainNames = (text: string) => text.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** Objects that are packed together. Null: packed in a way that only serves to hide. */
function packedObjects(raw: string, bytes: Uint8Array): string[] | null {
  const found: string[] = [];
  let unpacked = 0;
  for (const match of raw.matchAll(/(?<!end)stream\r?\n/g)) {
    const dictionary = plainNames(raw.slice(Math.max(raw.lastIndexOf('obj', match.index), match.index - 4_000), match.index));
    if (!/\/ObjStm(?![A-Za-z0-9])/.test(dictionary)) continue;
    if (!/\/Filter\s*(?:\/FlateDecode|\[\s*\/FlateDecode\s*\])/.test(dictionary) || /\/DecodeParms/.test(dictionary)) return null;
    const start = match.index + match[0].length;
    const end = raw.indexOf('endstream', start);
    try {
      const text = inflateSync(bytes.subarray(start, end < 0 ? undefined : end), { maxOutputLength: MAX_UNPACKED - unpacked + 1 }).toString('latin1');
      unpacked += text.length;
      if (unpacked > MAX_UNPACKED) return null;
      found.push(text);
    } catch {
      return null;
    }
  }
  return found;
}

async function actsByItself(document: PDFDocumentProxy): Promise<boolean> {
  const asked = await Promise.all([document.getJSActions(), document.getAttachments(), document.getOpenAction()]);
  return asked.some((each) => each !== null && each !== undefined && Object.keys(each).length > 0);
}

async function namesPerson(document: PDFDocumentProxy): Promise<boolean> {
  for (let number = 1; number <= Math.min(document.numPages, MAX_PAGES_READ); number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    if (holdsPersonNumber(items.map((item) => ('str' in item ? item.str : '')).join(' '))) return true;
  }
  return false;
}

export async function inspectPdf(bytes: Uint8Array): Promise<Inspected> {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  if (/\/Encrypt(?![A-Za-z0-9])/.test(plainNames(raw))) return refuse('file-pdf-locked');
  const packed = packedObjects(raw, bytes);
  if (packed === null || [raw, ...packed].some((text) => ACTIVE.test(plainNames(text)))) return refuse('file-pdf-active');
  // pdf.js takes the bytes for its own: it is given a copy.
  const loading = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, stopAtErrors: false, verbosity: 0 });
  try {
    const document = await loading.promise;
    if (document.numPages < 1) return refuse('file-broken');
    if (await actsByItself(document)) return refuse('file-pdf-active');
    if (await namesPerson(document)) return refuse('file-person-number');
    return { ok: true, kind: 'pdf', bytes };
  } catch (error) {
    return refuse((error as Error).name === 'PasswordException' ? 'file-pdf-locked' : 'file-broken');
  } finally {
    await loading.destroy();
  }
}
