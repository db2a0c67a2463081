/** The provider's answer to a review: one, under the same rules, and never a question of who wrote it. Pure. */

export const REPLY_LENGTH = 2_000;
export type ReplyState = 'waiting' | 'held' | 'published' | 'withdrawn' | 'removed';

/** An answer that was removed is appealed, not written over. */
export const mayWrite = (state: ReplyState | null): boolean => state !== 'removed';
export const mayWithdraw = (state: ReplyState | null): boolean => state === 'waiting' || state === 'held' || state === 'published';

const L = '(?<![\\p{L}])';
const R = '(?![\\p{L}])';
/** What asks an author to come forward, or to tell when and where they were: from the answer to that it is a step to a name. */
const ASKS = [
  'hvem (?:er|var) du', 'hvem (?:har|der har) skrevet', 'hvem skrev', 'hvad hedder du', '(?:dit|jeres) navn', 'giv dig til kende', 'hvornår (?:var|gik|startede|begyndte|deltog) du',
  'hvilke[nt] (?:hold|rådgiver|afdeling|forløb)', '(?:kontakt|ring til|skriv til|mail til|tag fat i|kom forbi|henvend dig til|tal med) (?:os|mig|undertegnede|vores|din|den|ledelsen|lederen|kontoret)',
  'vi (?:ved|kan regne ud|genkender), hvem', 'who (?:are|were) you', 'who wrote', 'your name', 'come forward', 'when (?:were|did) you', 'which (?:group|adviser|course|class)',
  '(?:contact|call|write to|mail|email|talk to) (?:us|me|our|your|the (?:office|manager))', 'we know who', 'vem (?:är|var) du', 'kontakta oss', 'wie bent u', 'neem contact',  'kuka olet', 'ota yhteyttä',
].map((each) => new RegExp(`${L}${each}${R}`, 'iu'));

/** Whether the words ask an author who they are, or to write to somebody. */
export const asksIdentity = (text: string): boolean => ASKS.some((each) => each.test(text));
