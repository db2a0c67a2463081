/** An issuer's database of either engine, and what a participant's browser does with it. */
import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { createHash, randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { inject } from 'vitest';
import { openIssuerEmbedded, openIssuerPostgres, type OpenIssuerDatabase } from '#db/issuer/client.ts';
import { decodeInvitation, reviewMessage, toBase64url, type Token } from '#features/reviews/rv1/format.ts';
import { keyIdOf } from '#features/reviews/rv1/sign.ts';
import type { Engine } from './database.ts';
import { markOf } from './issuer-marks.ts';

export const PASSPHRASE = 'b'.repeat(64);
export const ISSUER_SECRET = 'test-only-Kq8vT3mLx1RbN6yZw4HdPc9JfUe2AgSiXo5W';
export const REVIEW_ORIGIN = 'http://review.localhost:1';

/** Closing it also drops it. */
export async function freshIssuer(engine: Engine): Promise<OpenIssuerDatabase & { url: string | null }> {
  if (engine === 'embedded') return { ...(await openIssuerEmbedded(null)), url: null };
  const name = `issuer_${randomBytes(6).toString('hex')}`;
  const admin = postgres(inject('postgresUrl'), { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${name}`);
  const url = Object.assign(new URL(inject('postgresUrl')), { pathname: `/${name}` }).href;
  const open = await openIssuerPostgres(url);
  return {
    ...open,
    url,
    async close() {
      await open.close();
      await admin.unsafe(`drop database ${name} with (force)`);
      await admin.end({ timeout: 5 });
    },
  };
}

export { markOf };

/** So many stays that began on a day. */
export const staysFrom = (startedOn: string, count: number, endedOn: string | null = null, first = 0) => Array.from({ length: count }, (_, n) => ({ stay: markOf(`${startedOn} ${first + n}`), startedOn, endedOn }));

const suite = RSABSSA.SHA384.PSS.Randomized();

export interface Blinded {
  /** Base64url, for the issuer. */
  blinded: string;
  /** @param signature as the issuer answers @throws Error when it is not right */
  finish(signature: string): Promise<Token>;
}

/** @param spki base64 */
export async function blindFor(spki: string, reviewKey: Uint8Array = randomBytes(32)): Promise<Blinded> {
  const der = new Uint8Array(Buffer.from(spki, 'base64'));
  const key = await crypto.subtle.importKey('spki', der, { name: 'RSA-PSS', hash: 'SHA-384' }, true, ['verify']);
  const prepared = suite.prepare(reviewMessage(reviewKey));
  const { blindedMsg, inv } = await suite.blind(key, prepared);
  return {
    blinded: toBase64url(blindedMsg),
    async finish(signature) {
      const made = await suite.finalize(key, prepared, new Uint8Array(Buffer.from(signature, 'base64url')), inv);
      return { keyId: keyIdOf(der), prepared: new Uint8Array(prepared), signature: new Uint8Array(made) };
    },
  };
}

/** Random bytes below any modulus of that length: as good as a blinded message where nobody finishes it. */
export const anyBlinded = (): string => Buffer.concat([Buffer.of(0), randomBytes(383)]).toString('base64url');

/** Secret of an invitation's link, base64url. */
export function secretOf(link: string): string {
  const found = decodeInvitation(new URL(link).hash);
  if (!found) throw new Error('That is no invitation.');
  return toBase64url(found.secret);
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
