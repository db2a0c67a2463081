/** Danish words of abuse, by obscenity's matcher (trust.md M4). Milder oaths are nobody's business. Pure. */
import { parseRawPattern, RegExpMatcher, resolveLeetSpeakTransformer, collapseDuplicatesTransformer, skipNonAlphabeticTransformer } from 'obscenity';
import type { Finding } from './types.ts';

/** `|` is the edge of a word, `?` any one letter. */
const PATTERNS = [
  '|fuck', '|lort|', '|lorte', '|pisse', '|pis|', '|røvhul', '|røvsyg', '|røven|', '|røvpul', '|bøsserøv', '|kælling', '|idiot', '|svin|', '|svinet|', '|svinehund', '|skidesp', '|skideprogram', '|skidekursus', '|skidested',
  '|kæft|', '|fanden|', '|helvede|', '|spasser', '|mongol|', '|mongoler|', '|luder', '|fisse', '|pik|', '|pikhoved', '|perker', '|neger', '|klaphat', '|bullshit', '|shit|', '|motherf', '|bitch', '|asshole', '|taber|', '|tabere|', '|nar|', '|narrøv',
  '|åndssvag', '|møgso', '|møgdyr', '|møgsvin', '|satan|', '|satans|', '|psykopat', '|kusse', '|hestepik', '|nazist', '|nazisvin', '|homo|', '|bøsse|', '|rende mig', '|dumme gris', '|fede gris',
];
/** Harmless words that begin like one of them. */
const HARMLESS = ['pissoir', 'idiotsikker', 'luderkonge', 'negere', 'shitake', 'shiitake', 'fuckup'];

const matcher = new RegExpMatcher({
  blacklistedTerms: PATTERNS.map((pattern, id) => ({ id, pattern: parseRawPattern(pattern) })),
  whitelistedTerms: HARMLESS,
  blacklistMatcherTransformers: [resolveLeetSpeakTransformer(), collapseDuplicatesTransformer({ defaultThreshold: 2 })],
});
/** `f u c k` and `f.u.c.k`: single letters with something between. */
const SPACED = /(?<!\p{L})(?:\p{L}[\s.*_-]){2,}\p{L}(?!\p{L})/gu;
const spacedMatcher = new RegExpMatcher({
  blacklistedTerms: ['fuck', 'lort', 'luder', 'svin', 'idiot', 'fisse', 'røvhul', 'pis'].map((word, id) => ({ id, pattern: parseRawPattern(word) })),
  blacklistMatcherTransformers: [skipNonAlphabeticTransformer()],
});

/** In small letters where that keeps every place. */
function small(text: string): string {
  const low = text.toLowerCase();
  return low.length === text.length ? low : text;
}

export function findProfanity(text: string): Finding[] {
  const low = small(text);
  const plain = matcher.getAllMatches(low).map(({ startIndex, endIndex }) => ({ detector: 'profanity' as const, start: startIndex, end: endIndex + 1 }));
  const spaced = [...low.matchAll(SPACED)]
    .filter((found) => spacedMatcher.hasMatch(found[0].replace(/[^\p{L}]/gu, '')))
    .map((found) => ({ detector: 'profanity' as const, start: found.index, end: found.index + found[0].length }));
  return [...plain, ...spaced];
}
