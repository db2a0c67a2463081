/** What a file really is, and whether it may be kept. Runs in a process of its own (`process.ts`), never in the site's. */
import { fileTypeFromBuffer } from 'file-type';
import { MAX_FILE_BYTES } from '../model.ts';
import { inspectCsv } from './csv.ts';
import { inspectImage } from './image.ts';
import { refuse, type Inspected } from './outcome.ts';
import { inspectPdf } from './pdf.ts';
import { inspectXlsx } from './xlsx.ts';

/** @param name as it was sent: only to tell a table in text from any other text */
export async function inspectFile(bytes: Uint8Array, name: string): Promise<Inspected> {
  if (bytes.length === 0) return refuse('file-empty');
  if (bytes.length > MAX_FILE_BYTES) return refuse('file-too-large');
  const type = await fileTypeFromBuffer(bytes);
  switch (type?.ext) {
    case 'pdf':
      return inspectPdf(bytes);
    case 'png':
      return inspectImage('png', bytes);
    case 'jpg':
      return inspectImage('jpeg', bytes);
    case 'xlsx':
      return inspectXlsx(bytes);
    case undefined:
      return /\.csv$/i.test(name) ? inspectCsv(bytes) : refuse('file-kind');
    default:
      return refuse('file-kind');
  }
}
