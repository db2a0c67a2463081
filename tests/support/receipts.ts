/** Pool keys, receipts and signed statements as browser and issuer make them, without either of the two. */
import { constants, createHash, createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { newSeed, reviewKeyFrom, signStatement } from '#features/reviews/browser/review-key.ts';
import type { ReviewContent } from '#features/reviews/content.ts';
import type { ModerationPort } from '#features/reviews/ports.ts';
import { PREFIX_BYTES, reviewMessage, SALT_BYTES, type Receipt } from '#features/reviews/rv1/format.ts';
import type { SignedStatement, Statement } from '#features/reviews/statement.ts';

export interface TestKey {
  privateKey: KeyObject;
  keyId: string;
  /** Base64. */
  spki: string;
}

export function poolKey(): TestKey {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 3072 });
  const spki = publicKey.export({ format: 'der', type: 'spki' });
  return { privateKey, keyId: createHash('sha256').update(spki).digest('hex'), spki: spki.toString('base64') };
}

/** For another process. */
export const keyToText = ({ privateKey }: TestKey): string => String(privateKey.export({ format: 'pem', type: 'pkcs8' }));
export function keyFromText(pem: string): TestKey {
  const privateKey = createPrivateKey(pem);
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return { privateKey, keyId: createHash('sha256').update(spki).digest('hex'), spki: spki.toString('base64') };
}

/** What blinding, signing and finalising come to: a PSS signature of the pool key over the prepared message. */
export async function makeReceipt({ privateKey, keyId }: TestKey, message?: Uint8Array): Promise<Receipt> {
  const seed = newSeed();
  const prepared = new Uint8Array(Buffer.concat([randomBytes(PREFIX_BYTES), message ?? reviewMessage((await reviewKeyFrom(seed)).publicKey)]));
  const signature = new Uint8Array(sign('sha384', prepared, { key: privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: SALT_BYTES }));
  return { token: { keyId, prepared, signature }, seed };
}

export const goodContent = (changes: Partial<ReviewContent> = {}): ReviewContent => ({
  ratings: { fit: 4, heard: 5, able: 3, contacts: null, closer: 2, again: 4 }, attendance: 'mandated', finished: 'yes', outcome: 'job', text: 'De lyttede, og jeg fik selv lov at vælge.', language: 'da', ...changes,
});

/** As the browser posts it. */
export function statementForm(signed: SignedStatement): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(signed)) form.set(name, value);
  return form;
}
export const saying = async (receipt: Receipt, said: Statement): Promise<FormData> => statementForm(await signStatement(receipt, said));

/** Moderation that looks at nothing, and remembers what it was asked. */
export function noModeration(): ModerationPort & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    async received(_ctx, _tx, { revision, text }) {
      asked.push(`received ${revision} ${text ?? ''}`);
    },
    async withdrawn() {
      asked.push('withdrawn');
    },
    statements: async () => [],
    async appeal(_ctx, _tx, { statementId, words }) {
      asked.push(`appeal ${statementId} ${words}`);
    },
  };
}
