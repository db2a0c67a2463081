/**
 * Step 2 to 4 of rv1 in the browser: the key from issuer and public log, a blinded message, its signature, a receipt. The
 * link's secret goes to the issuer alone; what the receipt is made of goes to nobody.
 */
import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { readBundle, verifyBundle } from '#platform/public-log/verify.ts';
import { bytesOf, fromBase64url, MODULUS_BITS, reviewMessage, SIGNATURE_BYTES, toBase64url, toHex, type Invitation, type Receipt } from '../rv1/format.ts';
import { isRecord, readJson, type PoolAnswer } from '../pool-answer.ts';
import { canSign, newSeed, reviewKeyFrom } from './review-key.ts';

/** Why there is no receipt; each is put into words on the page. */
export type CollectFault =
  /** The browser is too old. */
  | 'browser'
  /** Nobody answers, or not as agreed: try again. */
  | 'network'
  /** No such pool or link. */
  | 'unknown'
  | 'not-yet'
  | 'closed'
  /** Collected before. */
  | 'used'
  /** Issuer and public log do not show the same key, or the log is not signed: nothing was sent. */
  | 'key-differs'
  /** The issuer's answer is no signature. */
  | 'not-signed';

export class CollectError extends Error {
  override readonly name = 'CollectError';
  readonly fault: CollectFault;
  constructor(fault: CollectFault, cause?: unknown) {
    super(fault, { cause });
    this.fault = fault;
  }
}

export interface CollectOptions {
  issuerOrigin: string;
  /** Where the review origin tells of a pool, such as /en/review/key; whole where there is no page to start from. */
  keyPath: string;
  fetch?: typeof globalThis.fetch;
  /** Called with each step that is begun. */
  onStep?: (step: 'key' | 'blind' | 'sign' | 'finish') => void;
}

/** Nothing of this browser goes along: no cookie, no address of a page. */
const QUIET: RequestInit = { credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' };
const TRIES = 4;

async function asked(fetch: typeof globalThis.fetch, url: string, init: RequestInit = {}): Promise<Response> {
  let last: unknown = null;
  for (let n = 0; n < TRIES; n++) {
    try {
      const response = await fetch(url, { ...QUIET, ...init });
      if (response.status !== 429 && response.status < 500) return response;
      last = response.status;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 400 * 2 ** n));
  }
  throw new CollectError('network', last);
}

async function pool(fetch: typeof globalThis.fetch, keyPath: string, keyId: string): Promise<PoolAnswer> {
  const response = await asked(fetch, `${keyPath}/${keyId}`);
  if (response.status === 404) throw new CollectError('unknown');
  const found = response.ok ? ((await readJson(response)) as PoolAnswer | null) : null;
  if (found === null) throw new CollectError('network', response.status);
  return found;
}

/** The key that the public log shows for this pool under a signed checkpoint; null: it shows none that holds. */
async function loggedKey({ bundle: text, verifier }: PoolAnswer, keyId: string): Promise<string | null> {
  const bundle = readBundle(text);
  const finding = bundle && (await verifyBundle(bundle, verifier));
  if (!bundle?.document || finding?.document !== true || !finding.included || finding.signature !== 'good') return null;
  const document: unknown = JSON.parse(bundle.document);
  if (!isRecord(document) || document['keyId'] !== keyId || typeof document['spki'] !== 'string') return null;
  return document['spki'];
}

/** Of 3072 bits with the usual exponent, and the one that its name stands for. */
async function importKey(spki: string, keyId: string): Promise<CryptoKey | null> {
  const bytes = fromBase64url(spki.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, ''));
  if (!bytes || toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))) !== keyId) return null;
  const key = await crypto.subtle.importKey('spki', bytes, { name: 'RSA-PSS', hash: 'SHA-384' }, true, ['verify']).catch(() => null);
  const { modulusLength, publicExponent } = (key?.algorithm ?? {}) as Partial<RsaHashedKeyAlgorithm>;
  return modulusLength === MODULUS_BITS && toHex(publicExponent ?? new Uint8Array()) === '010001' ? key : null;
}

/** @throws CollectError unless issuer and log show one key, byte by byte: a key of one's own would tell one apart */
async function agreedKey(fetch: typeof globalThis.fetch, options: CollectOptions, keyId: string): Promise<{ key: CryptoKey; pool: PoolAnswer }> {
  const [logged, response] = await Promise.all([pool(fetch, options.keyPath, keyId), asked(fetch, `${options.issuerOrigin}/pools/${keyId}`)]);
  if (response.status === 404) throw new CollectError('unknown');
  const issuers = response.ok ? await readJson(response) : null;
  if (!isRecord(issuers)) throw new CollectError('network', response.status);
  const spki = await loggedKey(logged, keyId);
  const key = spki !== null && issuers['spki'] === spki ? await importKey(spki, keyId) : null;
  if (!key) throw new CollectError('key-differs');
  return { key, pool: logged };
}

const FAULTS: readonly CollectFault[] = ['unknown', 'not-yet', 'closed', 'used'];

async function signed(fetch: typeof globalThis.fetch, issuerOrigin: string, { keyId, secret }: Invitation, blinded: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const body = JSON.stringify({ keyId, secret: toBase64url(secret), blinded: toBase64url(blinded) });
  // The same again gets the same answer, so a lost one costs nothing.
  const response = await asked(fetch, `${issuerOrigin}/sign`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const answer = await readJson(response);
  if (!isRecord(answer)) throw new CollectError('network', response.status);
  const signature = response.ok && typeof answer['signature'] === 'string' ? bytesOf(answer['signature'], SIGNATURE_BYTES) : null;
  if (signature) return signature;
  throw new CollectError(FAULTS.find((each) => each === answer['error']) ?? 'not-signed');
}

/** @throws CollectError */
export async function collect(invitation: Invitation, options: CollectOptions): Promise<{ receipt: Receipt; pool: PoolAnswer }> {
  const { fetch = globalThis.fetch.bind(globalThis), onStep = () => {} } = options;
  if (!(await canSign())) throw new CollectError('browser');
  onStep('key');
  const { key, pool: answer } = await agreedKey(fetch, options, invitation.keyId);
  onStep('blind');
  const suite = RSABSSA.SHA384.PSS.Randomized();
  const seed = newSeed();
  const prepared = new Uint8Array(suite.prepare(reviewMessage((await reviewKeyFrom(seed)).publicKey)));
  const { blindedMsg, inv } = await suite.blind(key, prepared);
  onStep('sign');
  const blindSignature = await signed(fetch, options.issuerOrigin, invitation, blindedMsg);
  onStep('finish');
  const signature = await suite.finalize(key, prepared, blindSignature, inv).catch((error: unknown) => {
    throw new CollectError('not-signed', error);
  });
  return { receipt: { token: { keyId: invitation.keyId, prepared, signature: new Uint8Array(signature) }, seed }, pool: answer };
}
