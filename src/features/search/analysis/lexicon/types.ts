/**
 * A thing that words of five languages mean. A word of a query becomes its concept, and so does a word of a text,
 * so `sygemeldt`, `sick leave` and the target group dk-sygedagpenge meet.
 */
export interface Concept {
  id: string;
  /** What a provider's data say: `service:mentoring`, `group:unge`, `kind:municipality`, `language:ar`, `access:wheelchair`, `sector:Q`, `remote`, `free`. */
  codes?: string;
  /** Concepts that are meant as well, though less surely: who has this one, also answers to those. */
  near?: string;
  /** Comma between; a phrase is matched word by word in any inflection; a word with `*` may go on; `~` ends a beginning that is no word. */
  da?: string;
  en?: string;
  sv?: string;
  nl?: string;
  fi?: string;
}
