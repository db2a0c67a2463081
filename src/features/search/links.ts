/** Addresses around one search: each is the present search with one thing changed, and keeps the visitor's list. Pure. */

/** What somebody chose, as opposed to how it is shown. */
const CHOICES = ['q', 'place', 'country', 'group', 'kind', 'service', 'language', 'accessibility', 'approved', 'delivery', 'price'];
/** Said in the box above the list; the rest are filters. */
const SAID = ['q', 'place', 'country'];

export class SearchLinks {
  readonly #path: string;
  readonly #params: URLSearchParams;

  /** @param path with its language, such as `/en/providers` @param params those that were understood, and `p` */
  constructor(path: string, params: URLSearchParams) {
    this.#path = path;
    this.#params = params;
  }

  #address(change: (params: URLSearchParams) => void, path = this.#path): string {
    const params = new URLSearchParams(this.#params);
    change(params);
    const text = params.toString();
    return text === '' ? path : `${path}?${text}`;
  }

  /** The search as it is, on this page or another one that takes the same parameters. */
  here(path = this.#path): string {
    return this.#address(() => {}, path);
  }

  /** Without one value of a filter, or without the whole of it. The first page again: the list is another one. */
  without(name: string, value?: string): string {
    return this.#address((params) => {
      if (value === undefined) params.delete(name);
      else params.delete(name, value);
      params.delete('page');
    });
  }

  /** With this value in place of any other of the same name; empty takes it off. */
  with(changes: Readonly<Record<string, string>>): string {
    return this.#address((params) => {
      for (const [name, value] of Object.entries(changes)) {
        if (value === '') params.delete(name);
        else params.set(name, value);
      }
      if (!('page' in changes)) params.delete('page');
    });
  }

  page(number: number): string {
    return this.with({ page: number === 1 ? '' : String(number) });
  }

  /** The words and the place alone. */
  withoutFilters(): string {
    return this.#address((params) => {
      for (const name of [...CHOICES.filter((each) => !SAID.includes(each)), 'page']) params.delete(name);
    });
  }

  /** Nothing chosen; the list and the way it is shown stay. @param path of another page with the same parameters */
  cleared(path = this.#path): string {
    return this.#address((params) => {
      for (const name of [...CHOICES, 'page']) params.delete(name);
    }, path);
  }

  /** The address that this search is best known by: without the order, the page and the visitor's list. @param path without language */
  canonical(path: string): string {
    return this.#address((params) => {
      for (const name of ['sort', 'p', 'page']) params.delete(name);
    }, path);
  }
}
