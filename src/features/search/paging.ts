/** Which page numbers to show. Pure. */

/** First, last, and those around the present one; null where some are left out, never for a single one. */
export function pageNumbers(page: number, pages: number): (number | null)[] {
  const wanted = [...new Set([1, page - 1, page, page + 1, pages])].filter((each) => each >= 1 && each <= pages).sort((a, b) => a - b);
  return wanted.flatMap((number, i) => {
    const before = wanted[i - 1] ?? 0;
    if (number - before === 1) return [number];
    return number - before === 2 ? [number - 1, number] : [null, number];
  });
}
