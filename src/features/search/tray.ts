/**
 * The visitor's own list of providers. It lives in the address (`p=slug&p=slug`): no account, no cookie, and it works
 * without a script. Pure.
 */

/** More than this is no choice any more; further ones are dropped. */
export const TRAY_MAX = 10;
export const COMPARE_MIN = 2;
export const COMPARE_MAX = 4;

/** As `providers/slug.ts` makes them. */
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST_SLUG = 80;

export interface TrayItem {
  slug: string;
  name: string;
}

/** The slugs in the address, each once, in the order picked. What cannot be a slug is dropped. */
export function readPicks(params: URLSearchParams): string[] {
  const slugs = params.getAll('p').filter((slug) => slug.length <= LONGEST_SLUG && SLUG.test(slug));
  return [...new Set(slugs)].slice(0, TRAY_MAX);
}

/** The providers that exist, in the order picked. @param found those of them that are published */
export function knownPicks(picks: readonly string[], found: readonly TrayItem[]): TrayItem[] {
  const names = new Map(found.map((each) => [each.slug, each.name]));
  return picks.flatMap((slug) => {
    const name = names.get(slug);
    return name === undefined ? [] : [{ slug, name }];
  });
}

/** Unchanged when it is there already, or when the list is full. */
export function addPick(picks: readonly string[], slug: string): string[] {
  return picks.includes(slug) || picks.length >= TRAY_MAX ? [...picks] : [...picks, slug];
}

export function removePick(picks: readonly string[], slug: string): string[] {
  return picks.filter((each) => each !== slug);
}

/** Those that fit side by side: the first four. For where nobody can be asked which. */
export function comparedPicks(picks: readonly string[]): string[] {
  return picks.slice(0, COMPARE_MAX);
}

/**
 * An address with exactly these picks in its query.
 * @param address path with or without query and fragment, such as `/providers?q=mentor#results`
 */
export function withPicks(address: string, picks: readonly string[]): string {
  const [, path = '', query = '', fragment = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/s.exec(address) ?? [];
  const params = new URLSearchParams(query);
  params.delete('p');
  for (const slug of picks) params.append('p', slug);
  const text = params.toString();
  return `${path}${text === '' ? '' : `?${text}`}${fragment}`;
}

/** What the choice sheet and the comparison want to know of the search the picks came from. */
const KEPT = ['country', 'place', 'group', 'service'];

/** Address of `/compare` or `/choice` for these picks, with what the visitor searched for. @param path with its language */
export function sheetAddress(path: string, params: URLSearchParams, picks: readonly string[]): string {
  const kept = new URLSearchParams([...params].filter(([name]) => KEPT.includes(name)));
  return withPicks(`${path}?${kept}`, picks);
}
