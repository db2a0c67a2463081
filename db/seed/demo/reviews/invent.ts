/** Invented answers of an invented participant; the same stream of chance gives the same ones. Pure. */
import type { Random } from '../random.ts';
import { SENTENCES, type Mood } from './texts.ts';

type Rating = 1 | 2 | 3 | 4 | 5;
const DIMENSIONS = ['fit', 'heard', 'able', 'contacts', 'closer', 'again'] as const;

export interface InventedReview {
  ratings: Record<(typeof DIMENSIONS)[number], Rating | null>;
  attendance: 'chosen' | 'mandated' | 'unsure';
  finished: 'yes' | 'no' | 'still';
  outcome: 'job' | 'education' | 'neither' | 'unsaid';
  text: string | null;
  language: 'da' | 'en';
}

/** How a provider fares with its participants. */
export interface Temper {
  /** About what they answer, 1 to 5. */
  mean: number;
  /** Half of them are glad and half are not. */
  divided?: boolean;
  /** Share that writes some words; default 0.6. */
  writes?: number;
  /** Share that chose it themselves; default 0.4. */
  chose?: number;
}

const clamp = (value: number): Rating => Math.min(5, Math.max(1, Math.round(value))) as Rating;
/** Roughly normal, standard deviation 1. */
const noise = (random: Random) => (random.next() + random.next() + random.next() + random.next() - 2) * 1.7;

function textOf(random: Random, mood: Mood, language: 'da' | 'en'): string {
  const { openings, details, endings } = SENTENCES[language][mood];
  const said = random.some(details, random.int(1, 2)).join(' ');
  const parts = [random.pick(openings), said, ...(random.chance(0.8) ? [random.pick(endings)] : [])];
  return random.chance(0.25) ? parts.join('\n\n') : parts.join(' ');
}

function pick3<T>(random: Random, first: T, second: T, third: T, firstShare: number, secondShare: number): T {
  const drawn = random.next();
  return drawn < firstShare ? first : drawn < firstShare + secondShare ? second : third;
}

export function inventReview(random: Random, { mean, divided = false, writes = 0.6, chose = 0.4 }: Temper): InventedReview {
  const attendance = pick3(random, 'chosen', 'unsure', 'mandated', chose, 0.1);
  const own = divided ? (random.chance(0.5) ? 4.7 : 1.4) : mean + (attendance === 'chosen' ? 0.35 : -0.25) + noise(random) * 0.7;
  const rating = () => (random.chance(0.03) ? null : clamp(own + noise(random) * 0.5));
  const ratings = Object.fromEntries(DIMENSIONS.map((each) => [each, each === 'again' ? clamp(own + noise(random) * 0.3) : rating()])) as InventedReview['ratings'];
  const language = random.chance(0.15) ? 'en' : 'da';
  const mood: Mood = own >= 3.7 ? 'good' : own >= 2.5 ? 'mixed' : 'poor';
  return {
    ratings, attendance, language,
    finished: pick3(random, 'yes', 'no', 'still', 0.75, 0.2),
    outcome: random.chance(0.1) ? 'unsaid' : pick3(random, 'job', 'education', 'neither', 0.15 + own * 0.05, 0.12),
    text: random.chance(writes) ? textOf(random, mood, language) : null,
  };
}
