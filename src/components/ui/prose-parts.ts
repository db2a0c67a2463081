/** Editorial HTML with places for what the running site knows. Pure. */

export type ProsePart = { html: string } | { slot: string };

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const PLACEHOLDER = /\{\{([a-zA-Z]+)\}\}/g;

/** Names of the `{{placeholders}}` in a text, each once. */
export function placeholdersOf(text: string): string[] {
  return [...new Set([...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name))];
}

/**
 * @param values by placeholder; escaped here
 * @throws if the text has a placeholder without a value: a page must not show one
 */
export function fillPlaceholders(html: string, values: Readonly<Record<string, string>>): string {
  return html.replace(PLACEHOLDER, (_all, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The text has a place for "${name}", and the page gives no value for it.`);
    return value.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
  });
}

/** The HTML between `<!-- slot: name -->` comments, and the slots, in order. */
export function proseParts(html: string): ProsePart[] {
  return html
    .split(/<!--\s*(slot: [a-z-]+)\s*-->/)
    .map((part, index): ProsePart => (index % 2 === 1 ? { slot: part.slice('slot: '.length) } : { html: part.trim() }))
    .filter((part) => 'slot' in part || part.html !== '');
}

const LONGEST_PATH = 500;

/** A path of this site as given in an address, or null: nothing that leads elsewhere may come from an address. */
export function ownPath(given: string | null, siteUrl: string): string | null {
  if (given === null || given.length > LONGEST_PATH || !/^\/(?![/\\])/.test(given) || !URL.canParse(given, siteUrl)) return null;
  const { origin, pathname, search } = new URL(given, siteUrl);
  return origin === new URL(siteUrl).origin ? `${pathname}${search}` : null;
}
