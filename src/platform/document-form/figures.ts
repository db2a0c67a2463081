/** Numbers as people type them: `2,5`, `12 500`, `1.250,50`. Pure. */

/** Null where the text is no number. */
export function readNumber(text: string): number | null {
  const plain = text.replace(/\s/g, '');
  return /^-?\d+([.,]\d+)?$/.test(plain) ? Number(plain.replace(',', '.')) : null;
}

/** In the minor unit; a group of exactly three digits after a point or comma is thousands. Null where the text is no amount. */
export function readAmount(text: string): number | null {
  const match = /^(\d+|\d{1,3}(?:[.,]\d{3})+)(?:[.,](\d{1,2}))?$/.exec(text.replace(/\s/g, ''));
  if (!match?.[1]) return null;
  return Number(match[1].replace(/[.,]/g, '')) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

export function writeNumber(value: number): string {
  return String(value).replace('.', ',');
}

export function writeAmount(minor: number): string {
  return minor % 100 === 0 ? String(minor / 100) : `${Math.floor(minor / 100)},${String(minor % 100).padStart(2, '0')}`;
}
