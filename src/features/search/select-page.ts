/** Picks one page out of many in order, without sorting what comes before and after it. Pure. */

export type Column = ArrayLike<number> | readonly string[];

function comparator(columns: readonly Column[]): (a: number, b: number) => number {
  return (a, b) => {
    for (const column of columns) {
      const x = column[a] as number | string;
      const y = column[b] as number | string;
      if (x < y) return -1;
      if (x > y) return 1;
    }
    return 0;
  };
}

const SMALL = 64;

/**
 * @param count rows, numbered from 0
 * @param columns a value a row, smaller first; together they must tell any two rows apart
 * @returns rows that stand at places `from` to `from + size`
 */
export function selectPage(count: number, columns: readonly Column[], from: number, size: number): number[] {
  const rows = Uint32Array.from({ length: count }, (_, i) => i);
  const end = Math.min(count, from + size);
  if (from >= end) return [];
  const compare = comparator(columns);
  // Quicksort that leaves every part alone that the page does not touch.
  const pending: [number, number][] = [[0, count]];
  for (let range = pending.pop(); range; range = pending.pop()) {
    const [low, high] = range;
    if (high <= from || low >= end || high - low < 2) continue;
    if (high - low <= SMALL) {
      rows.subarray(low, high).sort(compare);
      continue;
    }
    const [left, right] = partition(rows, low, high, compare);
    pending.push([low, right + 1], [left, high]);
  }
  return [...rows.subarray(from, end)];
}

/** Hoare, around the median of three: afterwards everything up to `right` is at most, from `left` on at least the pivot. */
function partition(rows: Uint32Array, low: number, high: number, compare: (a: number, b: number) => number): [number, number] {
  const three = [rows[low], rows[(low + high) >> 1], rows[high - 1]].map(Number).sort(compare);
  const pivot = three[1] as number;
  let left = low;
  let right = high - 1;
  while (left <= right) {
    while (compare(rows[left] as number, pivot) < 0) left++;
    while (compare(rows[right] as number, pivot) > 0) right--;
    if (left > right) break;
    const kept = rows[left] as number;
    rows[left++] = rows[right] as number;
    rows[right--] = kept;
  }
  return [left, right];
}
