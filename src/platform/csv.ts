/** Comma-separated values (RFC 4180). Pure. */
export type Cell = string | number | boolean | null | undefined;

/** A spreadsheet would run a text that begins like this as a formula (trust.md S7). JSON carries the same unchanged. */
const FORMULA = /^[=+\-@\t\r\0]/;

function cell(value: Cell): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One line, its end included. Unknown is an empty cell. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}
