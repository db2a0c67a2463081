/** The database knows documents only as JSON; the features own their types. */
export type TextByLanguage = Partial<Record<'da' | 'en' | 'sv' | 'nl' | 'fi', string>>;
export type JsonDocument = Record<string, unknown>;
