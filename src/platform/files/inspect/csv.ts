/** A table as text: readable as UTF-8 or as Windows-1252, no control characters, no cell that a spreadsheet would run. */
import { refuse, type Inspected } from './outcome.ts';
import { isPersonNumber } from './person-number.ts';

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
const MARKUP = /^\s*<(?:!doctype|html|script|svg|\?xml|head|body)/i;
/** Numbers with a sign are figures; anything else that begins so is a formula to a spreadsheet (ASVS 1.2.10). */
const FORMULA = /^[=@\t]|^[+-](?![\d.,\s]*%?$)/;
const CELLS = /"((?:[^"]|"")*)"|[^;,\t\r\n]+/g;

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const text = new TextDecoder('windows-1252').decode(bytes);
    return /[\u0080-\u009f]/.test(text) ? null : text;
  }
}

export function inspectCsv(bytes: Uint8Array): Inspected {
  const text = textOf(bytes);
  if (text === null || CONTROL.test(text) || MARKUP.test(text)) return refuse('file-table-text');
  for (const [whole, quoted] of text.matchAll(CELLS)) {
    const cell = quoted ?? whole;
    if (FORMULA.test(cell.trimStart())) return refuse('file-table-formula');
    if (isPersonNumber(cell)) return refuse('file-person-number');
  }
  return { ok: true, kind: 'csv', bytes };
}
