/** Text of a table out of bytes, whoever's spreadsheet wrote it: UTF-8 with or without a mark, Windows-1252, UTF-16; comma, semicolon or tab. Pure. */

export interface CsvCells {
  delimiter: ',' | ';' | '\t';
  /** Each line's cells and its number in the file, counting from 1; lines without any content are left out. */
  lines: { number: number; cells: string[] }[];
  /** Line on which a quotation begins that never ends; null: all is well. */
  openQuote: number | null;
}

/** A spreadsheet would run a text that begins like this as a formula. */
const FORMULA = /^[=+\-@\t\r\0]/;

export function textOfBytes(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The one of the three that parts the first line into most cells. */
function delimiterOf(text: string): CsvCells['delimiter'] {
  const [first = ''] = text.split(/\r\n|\n|\r/, 1);
  const times = (mark: string) => first.split(mark).length;
  return ([';', '\t', ','] as const).reduce((best, mark) => (times(mark) > times(best) ? mark : best));
}

/** RFC 4180, with any of the three marks between cells. */
export function parseCells(text: string): CsvCells {
  const delimiter = delimiterOf(text);
  const lines: CsvCells['lines'] = [];
  let [cells, cell, quoted, line, begun, quoteAt]: [string[], string, boolean, number, number, number] = [[], '', false, 1, 1, 1];
  const endLine = () => {
    cells.push(cell);
    if (cells.some((each) => each.trim() !== '')) lines.push({ number: begun, cells });
    [cells, cell] = [[], ''];
  };
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at] ?? '';
    if (mark === '\n' || (mark === '\r' && text[at + 1] !== '\n')) line += 1;
    if (quoted) {
      if (mark !== '"') cell += mark;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (mark === '"' && cell.trim() === '') {
      [quoted, cell, quoteAt] = [true, '', line];
    } else if (mark === delimiter) {
      cells.push(cell);
      cell = '';
    } else if (mark === '\n' || mark === '\r') {
      if (mark === '\r' && text[at + 1] === '\n') continue;
      endLine();
      begun = line;
    } else cell += mark;
  }
  if (cell !== '' || cells.length > 0) endLine();
  return { delimiter, lines, openQuote: quoted ? quoteAt : null };
}

/** An apostrophe before a text that looks like a formula is the spreadsheet's guard, not a part of the text. */
export function withoutGuard(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}

/** One line, its end included. */
export function csvRow(cells: readonly (string | number | null | undefined)[], delimiter: string): string {
  const texts = cells.map((cell) => {
    if (cell === null || cell === undefined) return '';
    if (typeof cell === 'number') return String(cell);
    const safe = FORMULA.test(cell) ? `'${cell}` : cell;
    return safe.includes(delimiter) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  });
  return `${texts.join(delimiter)}\r\n`;
}
