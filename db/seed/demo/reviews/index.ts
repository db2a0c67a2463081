export { inventReview, type InventedReview, type Temper } from './invent.ts';
export { PAST, REPLIES, ROUNDS, type DemoRound } from './rounds.ts';
