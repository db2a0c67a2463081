/** Texts by language, and the slots that a text may carry. */
export interface Text {
  da?: string;
  en?: string;
  sv?: string;
  nl?: string;
  fi?: string;
}

export const LANGUAGES = ['da', 'en', 'sv', 'nl', 'fi'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A Danish text with its English translation where there is one. */
export const t = (da: string, en?: string): Text => (en === undefined ? { da } : { da, en });

/** The text in the languages asked for; a text that has none of them stays whole, so that nothing becomes empty. */
export function inLanguages(text: Text, languages: readonly Language[]): Text {
  const kept: Text = {};
  for (const language of languages) {
    const value = text[language];
    if (value !== undefined) kept[language] = value;
  }
  return Object.keys(kept).length > 0 ? kept : { ...text };
}

/** Fills `{name}` slots. Throws on a slot nobody fills: a brace on a page is a fault. */
export function fill(text: Text, slots: Readonly<Record<string, string>>): Text {
  const filled: Text = {};
  for (const language of LANGUAGES) {
    const value = text[language];
    if (value === undefined) continue;
    filled[language] = value.replace(/\{([\wæøå]+)\}/g, (whole, name: string) => {
      const slot = slots[`${name}.${language}`] ?? slots[name];
      if (slot === undefined) throw new Error(`no value for the slot ${whole} in: ${value}`);
      return slot;
    });
  }
  return filled;
}

/** Paragraphs one after another, only in the languages that the first of them has. */
export function paragraphs(first: Text, ...more: readonly Text[]): Text {
  const joined: Text = {};
  for (const language of LANGUAGES) {
    const opening = first[language];
    if (opening === undefined) continue;
    const rest = more.map((text) => text[language]).filter((value) => value !== undefined);
    joined[language] = [opening, ...rest].join('\n\n');
  }
  return joined;
}
