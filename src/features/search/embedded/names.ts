/** Provider names and programme titles by how their words begin, for suggestions. */
import { fold, words } from '../analysis/fold.ts';
import type { SearchDocument } from '../document.ts';
import type { Suggestion } from '../model.ts';

type Named = Pick<SearchDocument, 'name' | 'slug' | 'titles'>;

interface Entry {
  /** The text folded, from one of its words on. */
  key: string;
  /** It is the first word. */
  whole: boolean;
  suggestion: Suggestion;
  /** How many providers say it: a title may have several. */
  uses: number;
}

const BUCKET = 2;
const keysOf = (text: string): string[] => {
  const folded = words(text).map(fold);
  return folded.map((_, i) => folded.slice(i).join(' ')).filter((key) => key.length >= BUCKET);
};

export class Names {
  /** First letters of a key → entries that begin so, by key and value. */
  readonly #buckets = new Map<string, Map<string, Entry>>();

  add(named: Named): void {
    this.#each(named, (id, entry) => {
      const bucket = entry.key.slice(0, BUCKET);
      let entries = this.#buckets.get(bucket);
      if (!entries) this.#buckets.set(bucket, (entries = new Map()));
      const known = entries.get(id);
      if (known) known.uses++;
      else entries.set(id, entry);
    });
  }

  remove(named: Named): void {
    this.#each(named, (id, entry) => {
      const entries = this.#buckets.get(entry.key.slice(0, BUCKET));
      const known = entries?.get(id);
      if (!entries || !known) return;
      known.uses--;
      if (known.uses === 0) entries.delete(id);
    });
  }

  /** Best first: from the first word on, then the more usual, then the shorter. */
  find(prefix: string, limit: number): Suggestion[] {
    const key = words(prefix).map(fold).join(' ');
    if (key.length < BUCKET) return [];
    const entries = [...(this.#buckets.get(key.slice(0, BUCKET))?.values() ?? [])].filter((entry) => entry.key.startsWith(key));
    entries.sort((a, b) => Number(b.whole) - Number(a.whole) || b.uses - a.uses || a.key.length - b.key.length || (a.key < b.key ? -1 : 1));
    const seen = new Set<string>();
    const unseen = entries.filter(({ suggestion }) => {
      const id = `${suggestion.kind} ${suggestion.value}`;
      return !seen.has(id) && seen.add(id);
    });
    return unseen.slice(0, limit).map((entry) => entry.suggestion);
  }

  #each(named: Named, see: (id: string, entry: Entry) => void): void {
    const texts: Suggestion[] = [
      { kind: 'provider', text: named.name, value: named.slug },
      ...named.titles.map((title): Suggestion => ({ kind: 'programme', text: title, value: title })),
    ];
    for (const suggestion of texts) {
      keysOf(suggestion.text).forEach((key, i) => see(`${key} ${suggestion.kind} ${suggestion.value}`, { key, whole: i === 0, suggestion, uses: 1 }));
    }
  }
}
