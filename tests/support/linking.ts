/**
 * An attack on the authors of a pool: whoever holds the issuer's log, the site's database and the public pages tries to say
 * who wrote which review. Times are days with a fraction, the attack knows how people behave, and takes its best way.
 */

/** Mulberry32: the same numbers for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface Behaviour {
  /** When people write: at once · some days after collecting · once the pool is closed, after the reminder to all. */
  phases: 'at-once' | 'waits' | 'two-phase';
  /** People have an hour of the day of their own. */
  habit: boolean;
  /** 0: how soon somebody writes has nothing to do with how soon they collected; 1: the same order. */
  promptness: number;
}

/** What the attack has of each act: its exact time (somebody wrote it down in secret), or the day (what is kept). */
export type Known = 'time' | 'day';

interface Person {
  /** When the letter came: the issuer knows. */
  invited: number;
  collected: number;
  wrote: number;
}

const RESPONSE = 0.4;
const ISSUE_DAYS = 100;
const REST_DAYS = 7;
const exponential = (mean: number, random: () => number) => -mean * Math.log(1 - random());

function person({ phases, habit, promptness }: Behaviour, random: () => number): Person {
  const hour = habit ? random() : null;
  const at = (day: number) => (hour === null ? day : Math.floor(day) + Math.min(0.999, Math.max(0, hour + (random() - 0.5) / 8)));
  const wait = random();
  const delay = (own: number, mean: number) => -mean * Math.log(1 - Math.min(0.999, own));
  const invited = random() * 75;
  const collected = at(invited + delay(wait, 4));
  if (phases === 'at-once') return { invited, collected, wrote: collected + exponential(0.007, random) };
  if (phases === 'waits') return { invited, collected, wrote: collected + random() * 7 };
  const own = random() < promptness ? wait : random();
  return { invited, collected, wrote: at(ISSUE_DAYS + REST_DAYS + delay(own, 5)) };
}

/** @param collected when each collected @param wrote when each review came @param waited from the letter to collecting @returns for each review whose it is */
type Guess = (collected: readonly number[], wrote: readonly number[], waited: readonly number[]) => number[];

/** The one who collected last before: right where people write at once. */
const lastBefore: Guess = (collected, wrote) => wrote.map((time) => collected.reduce((best, each, n) => (each <= time && each > (collected[best] ?? -Infinity) ? n : best), collected.indexOf(Math.min(...collected))));
const inOrderOf = (of: (collected: readonly number[], waited: readonly number[]) => readonly number[]): Guess => (collected, wrote, waited) => {
  const key = of(collected, waited);
  const order = collected.map((_, n) => n).sort((a, b) => (key[a] ?? 0) - (key[b] ?? 0));
  const ranks = wrote.map((_, n) => n).sort((a, b) => (wrote[a] ?? 0) - (wrote[b] ?? 0));
  const guess = wrote.map(() => 0);
  for (const [rank, review] of ranks.entries()) guess[review] = order[Math.floor(((rank + 0.5) * collected.length) / wrote.length)] ?? 0;
  return guess;
};
/** First to collect, first to write; and quickest to collect, quickest to write. */
const sameOrder = inOrderOf((collected) => collected);
const sameHaste = inOrderOf((_, waited) => waited);
const nearest = (of: (time: number) => number, span: number): Guess => (collected, wrote) =>
  wrote.map((time) => {
    const far = (n: number) => {
      const gap = Math.abs(of(collected[n] ?? 0) - of(time));
      return Math.min(gap, span - gap);
    };
    return collected.reduce((best, _, n) => (far(n) < far(best) ? n : best), 0);
  });
/** Of the same hour, and of the same day of the week. */
const sameHour = nearest((time) => time - Math.floor(time), 1);
const sameWeekday = nearest((time) => Math.floor(time) % 7, 7);
const ATTACKS: Readonly<Record<string, Guess>> = { lastBefore, sameOrder, sameHaste, sameHour, sameWeekday };

/**
 * @param tokens N: so many have collected
 * @param publish in what order the reviews become public, which is all that is left where times are not known
 * @returns the share of authors that the best attack names, over all runs
 */
export function linked({ tokens, runs, seed, known, ...behaviour }: Behaviour & { tokens: number; runs: number; seed: number; known: Known }, publish: <T>(items: readonly T[], below: (limit: number) => number) => T[]): number {
  const random = randomFrom(seed);
  const hits = new Map(Object.keys(ATTACKS).map((name) => [name, 0]));
  let reviews = 0;
  for (let run = 0; run < runs; run++) {
    const people = Array.from({ length: tokens }, () => person(behaviour, random));
    const authors = publish(people.map((_, n) => n).filter(() => random() < RESPONSE), (limit) => Math.floor(random() * limit));
    reviews += authors.length;
    const seen = (time: number) => (known === 'time' ? time : Math.floor(time));
    const collected = people.map((each) => seen(each.collected));
    const waited = people.map((each) => seen(each.collected) - seen(each.invited));
    const wrote = authors.map((n) => seen(people[n]?.wrote ?? 0));
    for (const [name, attack] of Object.entries(ATTACKS)) {
      const guess = attack(collected, wrote, waited);
      hits.set(name, (hits.get(name) ?? 0) + authors.filter((author, n) => guess[n] === author).length);
    }
  }
  return Math.max(...hits.values()) / reviews;
}
