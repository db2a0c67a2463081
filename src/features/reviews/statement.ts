/**
 * What an author says to the site, signed by the review key of the receipt: text and signature travel together, and what is
 * signed is exactly the text that was sent. Pure; the browser makes it, the site reads it.
 */
import type { ReviewContent } from './content.ts';

interface Said {
  /** Of the pool, in hexadecimal: a statement for one pool is worth nothing in another. */
  key: string;
}
/** Redeems the token. */
export interface WriteStatement extends Said {
  act: 'write';
  content: ReviewContent;
}
/** `revision` is the one that the author saw: an old statement that somebody kept changes nothing. */
export interface EditStatement extends Said {
  act: 'edit';
  revision: number;
  content: ReviewContent;
}
export interface WithdrawStatement extends Said {
  act: 'withdraw';
}
export interface AppealStatement extends Said {
  act: 'appeal';
  /** Of the statement of reasons. */
  decision: string;
  words: string;
}
/** How is it, and what was said about it? */
export interface ReadStatement extends Said {
  act: 'read';
}
export type Statement = WriteStatement | EditStatement | WithdrawStatement | AppealStatement | ReadStatement;

/** As it is sent: the fields of a form. */
export interface SignedStatement {
  /** `encodeToken` of rv1. */
  token: string;
  /** JSON of a Statement. */
  statement: string;
  /** Ed25519 over `signedBytes(statement)`, base64url. */
  signature: string;
}

export const SIGNATURE_LENGTH = 64;

/** With a label, so that nothing else that this key signs can be taken for it. */
export const signedBytes = (statement: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(`rv1|statement|${statement}`);
