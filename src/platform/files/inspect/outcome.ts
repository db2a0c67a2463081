import type { FileKind, FileRefusal } from '../model.ts';

/** What an inspection says; `bytes` are what is kept, which for an image are not those that came. */
export type Inspected = { ok: true; kind: FileKind; bytes: Uint8Array } | { ok: false; refusal: FileRefusal };

export const refuse = (refusal: FileRefusal): Inspected => ({ ok: false, refusal });
