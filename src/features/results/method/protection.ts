/** The two tests of a pattern of hidden figures, and where a pattern cannot pass them (method.md 11.2). */
import type { Layer } from './layers.ts';
import { at, sumOf } from './lists.ts';
import { rangeReaches, recoverable } from './network.ts';

/** The three figures of a primary cell and how wide each must stay open (11.2(b)). */
function requirements(layer: Layer, arc: number): [values: readonly number[], wanted: number][] {
  const counts: [readonly number[], number][] = [
    [layer.o, layer.minCount],
    [layer.rest, layer.minCount],
  ];
  return at(layer.primary, arc) === 'small' ? [...counts, [layer.n, at(layer.minN, arc) - 1]] : counts;
}

/** A primary cell or total that the published ones give away (11.2(a)); null if there is none. */
export function recoverablePrimary(layer: Layer, hidden: readonly boolean[]): number | null {
  const exposed = recoverable(layer.net, hidden);
  return layer.primaries.find((arc) => exposed.has(arc)) ?? null;
}

function isWide(layer: Layer, hidden: readonly boolean[], arc: number): boolean {
  return requirements(layer, arc).every(([values, wanted]) => rangeReaches(layer.net, hidden, values, arc, wanted));
}

/** A primary inner cell that can be worked out too closely (11.2(b)), looked for from `first` on; null if there is none. */
export function narrowPrimary(layer: Layer, hidden: readonly boolean[], first: number | null): number | null {
  if (first !== null && !isWide(layer, hidden, first)) return first;
  return layer.primaries.find((arc) => arc < layer.inner && !isWide(layer, hidden, arc)) ?? null;
}

/**
 * Rows and columns where a primary cell cannot be protected unless a further cell of the same line is hidden:
 * it is alone there, or what is hidden there is too little. Only a shortcut: sets that miss one of them would fail.
 */
export function linesInNeed(layer: Layer, hidden: readonly boolean[]): number[] {
  const { net } = layer;
  const inNeed = new Set<number>();
  for (let arc = 0; arc < layer.inner; arc += 1) {
    if (at(layer.primary, arc) === null) continue;
    for (const ends of [net.from, net.to]) {
      const node = at(ends, arc);
      const beside = at(net.incident, node).filter((other) => at(hidden, other));
      const closed = beside.every((other) => at(ends, other) === node);
      const short = requirements(layer, arc).some(([values, wanted]) => sumOf(beside, (other) => at(values, other)) < wanted);
      if (closed && (beside.length === 1 || short)) inNeed.add(node);
    }
  }
  return [...inNeed];
}
