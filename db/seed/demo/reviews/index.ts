export { inventReview, type InventedReview, type Temper } from './invent.ts';
