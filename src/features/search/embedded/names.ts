/** Provider names and programme titles by how their words begin, for suggestions. */
import { fold, words } from '../analysis/fold.ts';
import type { SearchDocument } from '../document.ts';
import type { Suggestion } from '../model.ts';

type Named = Pick<SearchDocument, 'name' | 'slug' | 'titles'>;

interface Entry {
  folded: string;
  suggestion: Suggestion;
  /** How many providers say it: a title may have several. */
  uses: number;
}

const BUCKET = 2;

export class Names {
  readonly #entries = new Map<string, Entry>();
  /** First letters of a word → texts in which a word begins so. */
  readonly #buckets = new Map<string, Set<Entry>>();

  add(named: Named): void {
    for (const suggestion of suggestionsOf(named)) {
      const known = this.#entries.get(idOf(suggestion));
      if (known) {
        known.uses++;
        continue;
      }
      const entry: Entry = { folded: words(suggestion.text).map(fold).join(' '), suggestion, uses: 1 };
      this.#entries.set(idOf(suggestion), entry);
      for (const letters of bucketsOf(entry.folded)) {
        const bucket = this.#buckets.get(letters) ?? new Set();
        this.#buckets.set(letters, bucket.add(entry));
      }
    }
  }

  remove(named: Named): void {
    for (const suggestion of suggestionsOf(named)) {
      const entry = this.#entries.get(idOf(suggestion));
      if (!entry || --entry.uses > 0) continue;
      this.#entries.delete(idOf(suggestion));
      for (const letters of bucketsOf(entry.folded)) this.#buckets.get(letters)?.delete(entry);
    }
  }

  /** Best first: from the first word on, then the more usual, then the shorter. */
  find(prefix: string, limit: number): Suggestion[] {
    const key = words(prefix).map(fold).join(' ');
    if (key.length < BUCKET) return [];
    const inside = ` ${key}`;
    const best: Entry[] = [];
    for (const entry of this.#buckets.get(key.slice(0, BUCKET)) ?? []) {
      if (!entry.folded.startsWith(key) && !entry.folded.includes(inside)) continue;
      const last = best[limit - 1];
      if (last && better(last, entry, key) <= 0) continue;
      // Ten thousand names may begin alike: only the few that are shown are kept in order.
      const at = best.findIndex((each) => better(entry, each, key) < 0);
      best.splice(at === -1 ? best.length : at, 0, entry);
      if (best.length > limit) best.pop();
    }
    return best.map((entry) => entry.suggestion);
  }
}

/** Negative: the first is the better answer. */
function better(a: Entry, b: Entry, key: string): number {
  return (
    Number(b.folded.startsWith(key)) - Number(a.folded.startsWith(key)) || b.uses - a.uses ||
    a.folded.length - b.folded.length || (a.folded < b.folded ? -1 : a.folded > b.folded ? 1 : 0)
  );
}

const idOf = ({ kind, value }: Suggestion) => `${kind} ${value}`;

function suggestionsOf({ name, slug, titles }: Named): Suggestion[] {
  return [{ kind: 'provider', text: name, value: slug }, ...titles.map((title): Suggestion => ({ kind: 'programme', text: title, value: title }))];
}

const bucketsOf = (folded: string): Set<string> =>
  new Set(folded.split(' ').map((word) => word.slice(0, BUCKET)).filter((letters) => letters.length === BUCKET));
