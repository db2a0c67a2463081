/** Where the marks and lines of a funnel plot go: weight of the evidence across, share upwards. Pure. */

/** `place` is its share of the way across and upwards, 0 to 1 each. */
export interface FunnelMark {
  place: readonly [number, number];
  shape: MarkShape;
  /** The one the reader came for: larger, and named in the drawing. */
  here: boolean;
}

export const MARK_SHAPES = ['up', 'dot', 'down', 'open'] as const;
export type MarkShape = (typeof MARK_SHAPES)[number];

/** Limits at one weight. */
export interface LimitPoint {
  x: number;
  lower: number;
  upper: number;
}

export const FUNNEL = { width: 360, height: 330, left: 34, right: 12, top: 12, bottom: 28 } as const;
/** Radius of a mark, and of the reader's own. */
export const RADIUS = { mark: 5, here: 9 } as const;
export const SHARES = [0, 20, 40, 60, 80, 100] as const;

const inner = { width: FUNNEL.width - FUNNEL.left - FUNNEL.right, height: FUNNEL.height - FUNNEL.top - FUNNEL.bottom };
const oneDecimal = (value: number) => Math.round(value * 10) / 10;

/** Square roots across: small providers are many, and a few large ones must not press them together. */
export const across = (weight: number, most: number): number => Math.sqrt(weight / most);
export const plotX = (u: number): number => oneDecimal(FUNNEL.left + u * inner.width);
export const plotY = (share: number): number => oneDecimal(FUNNEL.top + (1 - share) * inner.height);

/** A little past the heaviest. */
export function mostWeight(weights: readonly number[]): number {
  return 1.08 * Math.max(10, ...weights);
}

const STEPS = [10, 25, 50, 100, 250, 500];
const APART = 0.11;

/** Round weights for the axis, none too near another. */
export function weightTicks(most: number): number[] {
  const all = [1, 100, 10_000, 1_000_000].flatMap((scale) => STEPS.map((step) => step * scale));
  const rounds = [...new Set(all)].sort((a, b) => b - a).filter((tick) => tick <= most);
  const kept: number[] = [];
  for (const tick of rounds) {
    const last = kept.at(-1);
    if (last === undefined || across(last, most) - across(tick, most) >= APART) kept.push(tick);
  }
  return kept.reverse();
}

/** Weights at which limits are worked out: close where they bend, from `least` on. */
export function weightSteps(least: number, most: number, steps: number): number[] {
  const from = across(least, most);
  return Array.from({ length: steps + 1 }, (_, index) => ((from + ((1 - from) * index) / steps) ** 2) * most);
}

/** The upper and the lower line as one path. */
export function limitPath(points: readonly LimitPoint[], most: number): string {
  const line = (side: 'lower' | 'upper') => points.map((point, index) => `${index === 0 ? 'M' : 'L'}${plotX(across(point.x, most))} ${plotY(point[side])}`).join('');
  return line('upper') + line('lower');
}

/** Outline of a mark around 0, 0. `open` is a ring: with the triangles, four marks that differ without colour. */
export function markPath(shape: MarkShape, radius: number): string {
  const [wide, half] = [oneDecimal(radius * 1.05), oneDecimal(radius * 0.75)];
  if (shape === 'up') return `M0 ${-radius}L${wide} ${half}H${-wide}Z`;
  if (shape === 'down') return `M0 ${radius}L${wide} ${-half}H${-wide}Z`;
  return `M${-radius} 0A${radius} ${radius} 0 1 1 ${radius} 0A${radius} ${radius} 0 1 1 ${-radius} 0Z`;
}

export interface Label {
  x: number;
  y: number;
  anchor: 'start' | 'end';
  /** It stands away from its mark, so a line leads there. */
  away: boolean;
}

/** Below or above its mark, nearest first. */
const LABEL_OFFSETS = [-16, 27, -42, 52, -68, 78, -94, 104];
const LABEL = { letter: 7.4, height: 14, air: RADIUS.mark } as const;
const AWAY = 30;

/** Where the name of a mark covers the fewest others, the nearest of such places. */
export function labelPlace(own: FunnelMark['place'], others: readonly FunnelMark['place'][], text: string): Label {
  const [ownX, ownY] = [plotX(own[0]), plotY(own[1])];
  const start = own[0] < 0.5;
  const length = LABEL.letter * text.length;
  const [from, to] = start ? [ownX, ownX + length] : [ownX - length, ownX];
  const covered = (y: number) => others.filter(([u, v]) => {
    const [x, markY] = [plotX(u), plotY(v)];
    return x > from - LABEL.air && x < to + LABEL.air && markY > y - LABEL.height - LABEL.air && markY < y + LABEL.air;
  }).length;
  const inside = LABEL_OFFSETS.filter((offset) => ownY + offset > FUNNEL.top + LABEL.height && ownY + offset < FUNNEL.height - FUNNEL.bottom - 4);
  const [best = -16] = inside.toSorted((a, b) => covered(ownY + a) - covered(ownY + b));
  return { x: ownX, y: oneDecimal(ownY + best), anchor: start ? 'start' : 'end', away: Math.abs(best) > AWAY };
}

/** From left to right, then upwards: the order in which arrow keys go. */
export function inOrder<Mark extends Pick<FunnelMark, 'place'>>(marks: readonly Mark[]): Mark[] {
  return marks.toSorted((a, b) => a.place[0] - b.place[0] || a.place[1] - b.place[1]);
}
