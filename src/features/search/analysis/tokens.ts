/** What the analyser gives to engines and takes from queries. Pure. */

/** Where a token stands, strongest first: the name; what the data and the short texts say; longer texts; parts of words there. */
export const LEVELS = ['name', 'tags', 'text', 'parts'] as const;
export type Level = 0 | 1 | 2 | 3;

export interface AnalysedDocument {
  /** Each token once, at its strongest level. */
  readonly tokens: ReadonlyMap<string, Level>;
  /** Token → a word that it came from, where they differ; to say what was searched instead. */
  readonly surfaces: ReadonlyMap<string, string>;
}

/** One reading of a word. `strict` holds all of `loose`, so that strictly fewer documents have it. */
export interface Reading {
  /** The very word, and all of `loose`. */
  strict: string[];
  /** What it means, or the parts it is made of. */
  loose: string[];
}

export interface PlannedWord {
  /** As typed, lower-case. */
  surface: string;
  /** Best first: the page's own language, then others. The first one that any document knows is taken. */
  readings: Reading[];
  /** Beginning of tokens, when no reading is known; null: too short, or a place. */
  prefix: string | null;
}

/** Like a concept's token: no text holds it. */
export const placeToken = (region: string): string => `zzp${region.replace(/[^a-z0-9]/g, '')}`;
