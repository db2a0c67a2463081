/** Readability by LIX (Björnsson 1968): under 25 children's books, 35 the ceiling for our Danish pages, over 55 statutes. */

/** Running prose of a Markdown text: without front matter, code, comments, link addresses and signs. One block a line. */
export function proseOf(markdown: string): string {
  return markdown
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/```[\s\S]*?```/g, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/`[^`]*`/g, 'x')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/\{\{\w+\}\}/g, '10')
    .replace(/([^\n])\n *(?![-*>#|]|\d+\.\s)(?=\S)/g, '$1 ')
    .replace(/^\s*(?:[-*>#]+|\d+\.)\s+/gm, '')
    .replace(/[*_[\]]/g, '');
}

/**
 * Words per sentence plus the share of words longer than six letters, in per cent. A sentence ends with . ! ? or :,
 * or with its block, so that headings and list items are sentences of their own.
 */
export function lix(prose: string): number {
  const sentences = prose
    .split(/[.!?:]+(?=\s|$)|\n/)
    .map((sentence) => sentence.match(/[\p{L}\p{N}]+(?:[’'.-][\p{L}\p{N}]+)*/gu) ?? [])
    .filter((words) => words.length > 0);
  const words = sentences.flat();
  if (words.length === 0) throw new Error('There is no prose to measure.');
  const long = words.filter((word) => [...word.matchAll(/\p{L}/gu)].length > 6);
  return words.length / sentences.length + (100 * long.length) / words.length;
}
