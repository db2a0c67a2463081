/** A workbook: a zip archive whose parts are counted while they unfold, without macros, embedded objects or links outwards. */
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { refuse, type Inspected } from './outcome.ts';
import { holdsPersonNumber, isPersonNumber } from './person-number.ts';
import type { FileRefusal } from '../model.ts';

const MAX_PARTS = 2_000;
const MAX_UNFOLDED = 200 * 1024 * 1024;
const MAX_PART = 100 * 1024 * 1024;
/** Of a part larger than a megabyte; the tables of real workbooks stay below 40. */
const MAX_RATIO = 150;
const SUSPICIOUS = 1024 * 1024;

const ACTIVE = /vbaProject|\.bin$|^xl\/(?:externalLinks|embeddings|activeX|ctrlProps|macrosheets|dialogsheets|connections|queryTables)|^customUI/i;
const TEXTS = /^xl\/(?:sharedStrings\.xml|worksheets\/[^/]+\.xml)$/;
const CELL_TEXT = /<(?:t|v)(?:\s[^>]*)?>([^<]*)</g;

class Fault extends Error {
  readonly refusal: FileRefusal;
  constructor(refusal: FileRefusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

const openZip = (bytes: Uint8Array) =>
  new Promise<ZipFile>((resolve, reject) => {
    fromBuffer(Buffer.from(bytes), { lazyEntries: true, strictFileNames: true, validateEntrySizes: true }, (error, zip) => (error ? reject(error) : resolve(zip)));
  });

const openPart = (zip: ZipFile, entry: Entry) =>
  new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
  });

/** What a part unfolds to, read to its end; its text where it holds the cells. */
async function unfold(zip: ZipFile, entry: Entry, before: number): Promise<{ size: number; text: string }> {
  let size = 0;
  const chunks: Buffer[] = [];
  const wanted = TEXTS.test(entry.fileName);
  for await (const chunk of (await openPart(zip, entry)) as AsyncIterable<Buffer>) {
    size += chunk.length;
    const bomb = size > SUSPICIOUS && size > MAX_RATIO * Math.max(1, entry.compressedSize);
    if (size > MAX_PART || before + size > MAX_UNFOLDED || bomb) throw new Fault('file-workbook-size');
    if (wanted) chunks.push(chunk);
  }
  return { size, text: Buffer.concat(chunks).toString('utf8') };
}

async function readParts(zip: ZipFile): Promise<Set<string>> {
  const names = new Set<string>();
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    if (names.size >= MAX_PARTS) throw new Fault('file-workbook-size');
    if (ACTIVE.test(entry.fileName)) throw new Fault('file-workbook-active');
    if (names.has(entry.fileName) || entry.isEncrypted()) throw new Fault('file-broken');
    names.add(entry.fileName);
    const { size, text } = await unfold(zip, entry, total);
    total += size;
    for (const [, cell = ''] of text.matchAll(CELL_TEXT)) if (isPersonNumber(cell) || holdsPersonNumber(cell)) throw new Fault('file-person-number');
    if (/<f[\s>][^<]*(?:DDE|WEBSERVICE|HYPERLINK)\s*\(|<ddeLink/i.test(text)) throw new Fault('file-workbook-active');
  }
  return names;
}

export async function inspectXlsx(bytes: Uint8Array): Promise<Inspected> {
  try {
    const zip = await openZip(bytes);
    const names = await readParts(zip);
    if (!names.has('[Content_Types].xml') || !names.has('xl/workbook.xml')) return refuse('file-broken');
    return { ok: true, kind: 'xlsx', bytes };
  } catch (error) {
    return refuse(error instanceof Fault ? error.refusal : 'file-broken');
  }
}
