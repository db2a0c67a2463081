/** Rounds of reviews of the demonstration: which states they are in, and what some of their participants write. */

export interface DemoRound {
  /** Place of the provider among the demonstration's; 0 is the one that the demonstration's people look after. */
  provider: number;
  /** Place of the programme among the provider's; the last one where it has fewer. */
  programme: number;
  state: 'registering' | 'announced' | 'issuing' | 'closed' | 'redeeming' | 'ended' | 'expired';
  stays: number;
  collected: number;
  answer: 'confirmed' | 'disputed' | null;
  /** So many write; the texts below come first. */
  write: number;
  /** Texts of their own, for moderation and for answers. */
  texts: readonly string[];
  mean: number;
}

export const ROUNDS: readonly DemoRound[] = [
  {
    provider: 0, programme: 0, state: 'ended', stays: 26, collected: 18, answer: 'confirmed', write: 14, mean: 3.8,
    texts: [
      'Min rådgiver ringede altid tilbage. Da jeg var syg en uge, spurgte hun ikke ud. Det betød meget.',
      'Jeg fik et job til sidst. Ring gerne til mig på 22 33 44 55, hvis du vil høre mere.',
      'Der var for mange på holdet, og man skulle vente længe på at tale med nogen. Selve kurset var godt.',
    ],
  },
  {
    provider: 0, programme: 1, state: 'redeeming', stays: 24, collected: 16, answer: 'confirmed', write: 11, mean: 3.6,
    texts: [
      'God hjælp til at finde en praktik. Skriv til mig på kursist@example.test, så fortæller jeg, hvordan.',
      'Min rådgiver hed Lars Lauritsen, og han var aldrig på sit kontor.',
      'Det var noget forbandet lort fra ende til anden.',
    ],
  },
  { provider: 0, programme: 2, state: 'issuing', stays: 20, collected: 6, answer: 'confirmed', write: 0, texts: [], mean: 3.5 },
  { provider: 1, programme: 0, state: 'closed', stays: 22, collected: 15, answer: 'disputed', write: 0, texts: [], mean: 3.5 },
  { provider: 1, programme: 1, state: 'announced', stays: 18, collected: 0, answer: null, write: 0, texts: [], mean: 3.5 },
  { provider: 2, programme: 0, state: 'registering', stays: 12, collected: 0, answer: null, write: 0, texts: [], mean: 3.5 },
  // Fewer than ten have collected: it is made longer and goes on.
  { provider: 3, programme: 0, state: 'closed', stays: 20, collected: 6, answer: 'confirmed', write: 0, texts: [], mean: 3.5 },
  { provider: 4, programme: 0, state: 'expired', stays: 30, collected: 21, answer: 'confirmed', write: 13, texts: [], mean: 3.1 },
  // Three are too few to be shown: they wait to be counted with others of the provider.
  { provider: 5, programme: 0, state: 'ended', stays: 19, collected: 12, answer: null, write: 3, texts: [], mean: 3.9 },
];

/** Answers of the provider that the demonstration's people look after. */
export const REPLIES: readonly string[] = [
  'Tak for dine ord. Vi har talt om dem på vores møde. (Opdigtet svar)',
  'Vi er kede af ventetiden. Fra januar er der én rådgiver mere på hvert hold. (Opdigtet svar)',
];

/** Reviews of rounds long past, so that lists and profiles have something to show: number of providers, reviews of each, how they fare. */
export const PAST: readonly { providers: number; each: number; mean?: number; divided?: boolean }[] = [
  { providers: 1, each: 41, mean: 3.7 },
  { providers: 9, each: 62 },
  { providers: 2, each: 30, divided: true },
  { providers: 22, each: 25 },
  { providers: 20, each: 8 },
];
