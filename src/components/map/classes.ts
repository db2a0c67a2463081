/** Classes of a choropleth: whole numbers, equally filled, with honest borders. Pure. */

/** `from`–`to` are the smallest and largest value that really occur in it. */
export interface MapClass {
  from: number;
  to: number;
}

/**
 * At most `most` classes of the positive values, smallest first. Equal values are never split, so there are fewer
 * classes than asked for when there are few different values. Zero is no class: nothing is not little.
 */
export function mapClasses(values: Iterable<number>, most = 5): MapClass[] {
  const positive = [...values].filter((value) => value > 0).sort((a, b) => a - b);
  const distinct = [...new Set(positive)];
  if (distinct.length <= most) return distinct.map((value) => ({ from: value, to: value }));
  const classes: MapClass[] = [];
  for (let start = 0; start < positive.length; ) {
    const left = most - classes.length;
    let end = left <= 1 ? positive.length : start + Math.max(1, Math.round((positive.length - start) / left));
    while (end < positive.length && positive[end] === positive[end - 1]) end++;
    classes.push({ from: positive[start] ?? 0, to: positive[end - 1] ?? 0 });
    start = end;
  }
  return classes;
}

/** 1 to the number of classes; 0 for zero; null where there is no value. */
export function classOf(value: number | null | undefined, classes: readonly MapClass[]): number | null {
  if (value === null || value === undefined) return null;
  if (value <= 0) return 0;
  return classes.findIndex((each) => value <= each.to) + 1 || classes.length;
}
