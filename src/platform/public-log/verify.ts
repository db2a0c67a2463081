/**
 * Whether an entry is in the log that was signed. The same code in the browser, in `npm run log:verify` and in the tests:
 * WebCrypto alone, and nothing of the rest of the site, so that anyone can read it through or write it again.
 */

/** What /decisions/log/proof answers, and what one keeps. */
export interface Bundle {
  /** The very bytes of the entry, as text. */
  entry: string;
  /** What was published, as canonical JSON, and its salt. Null: taken out. */
  document: string | null;
  salt: string | null;
  /** Hashes from the leaf up, in hexadecimal. */
  proof: readonly string[];
  /** C2SP tlog-checkpoint. */
  checkpoint: string;
}

export interface Finding {
  /** Whether the text is the one that the entry commits to. Null: it was taken out, so nobody can tell. */
  document: boolean | null;
  /** Whether the entry is in the log that the checkpoint is of, at its place. */
  included: boolean;
  /** Whether the checkpoint is signed with the key. `unable`: this browser cannot check Ed25519. */
  signature: 'good' | 'bad' | 'unable';
  /** Place of the entry, and how long the log was. */
  index: number;
  size: number;
}

export interface Head {
  /** What was signed. */
  text: string;
  size: number;
  root: string;
  keyName: string;
  /** Four bytes of the key's hash in hexadecimal. */
  keyId: string;
  signature: Uint8Array<ArrayBuffer>;
}

type Bytes = Uint8Array<ArrayBuffer>;
const utf8 = (text: string): Bytes => new TextEncoder().encode(text) as Bytes;
const toHex = (bytes: Bytes): string => Array.from(bytes, (each) => each.toString(16).padStart(2, '0')).join('');
const fromHex = (hex: string): Bytes => new Uint8Array((hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)));
const fromBase64 = (text: string): Bytes => Uint8Array.from(atob(text), (each) => each.charCodeAt(0));

function joined(...parts: Bytes[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const sha256 = async (...parts: Bytes[]): Promise<string> => toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', joined(...parts))));
const leafHash = (entry: string): Promise<string> => sha256(new Uint8Array([0]), utf8(entry));
const innerHash = (left: string, right: string): Promise<string> => sha256(new Uint8Array([1]), fromHex(left), fromHex(right));

const half = (n: number) => Math.floor(n / 2);

/** RFC 9162, 2.1.3.2: whether the leaf is number `index` of the tree with that size and root. */
export async function provesInclusion(leaf: string, index: number, size: number, proof: readonly string[], root: string): Promise<boolean> {
  if (!(Number.isSafeInteger(index) && Number.isSafeInteger(size) && index >= 0 && index < size)) return false;
  let [at, last, hash] = [index, size - 1, leaf];
  for (const each of proof) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = await innerHash(each, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      hash = await innerHash(hash, each);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && hash === root;
}

/** RFC 9162, 2.1.4.2: whether the tree of size `first` is the beginning of that of size `second`. */
export async function provesConsistency(first: number, firstRoot: string, second: number, secondRoot: string, proof: readonly string[]): Promise<boolean> {
  if (!(Number.isSafeInteger(first) && Number.isSafeInteger(second) && first > 0 && first <= second)) return false;
  if (first === second) return proof.length === 0 && firstRoot === secondRoot;
  let [at, last] = [first - 1, second - 1];
  while (at % 2 === 1) [at, last] = [half(at), half(last)];
  // A first tree that is one complete subtree is its own beginning.
  const [start, ...path] = at === 0 ? [firstRoot, ...proof] : proof;
  if (start === undefined) return false;
  let [was, is] = [start, start];
  for (const each of path) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      [was, is] = [await innerHash(each, was), await innerHash(each, is)];
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      is = await innerHash(is, each);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && was === firstRoot && is === secondRoot;
}

const HEAD = /^([^\s+]+)\n(0|[1-9]\d{0,14})\n([A-Za-z0-9+/]{43}=)\n\n— (\S+) ((?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?)\n?$/;

/** Null: not a checkpoint. */
export function readHead(note: string): Head | null {
  const [, origin, size, root, keyName, base64] = HEAD.exec(note) ?? [];
  if (origin === undefined || size === undefined || root === undefined || keyName === undefined || base64 === undefined) return null;
  const signed = fromBase64(base64);
  return { text: `${origin}\n${size}\n${root}\n`, size: Number(size), root: toHex(fromBase64(root)), keyName, keyId: toHex(signed.slice(0, 4)), signature: signed.slice(4) };
}

const ED25519 = 1;

/** @param verifier name+id+base64, as the site and the head of its file of checkpoints say it */
export async function checkSignature(head: Head, verifier: string): Promise<Finding['signature']> {
  const [, name, id, base64] = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/.exec(verifier.trim()) ?? [];
  if (name === undefined || base64 === undefined || head.keyName !== name || head.keyId !== id) return 'bad';
  const key = fromBase64(base64);
  if (key[0] !== ED25519 || (await sha256(utf8(`${name}\n`), key)).slice(0, 8) !== id) return 'bad';
  try {
    const imported = await crypto.subtle.importKey('raw', key.slice(1), { name: 'Ed25519' }, false, ['verify']);
    return (await crypto.subtle.verify({ name: 'Ed25519' }, imported, head.signature, utf8(head.text))) ? 'good' : 'bad';
  } catch {
    return 'unable';
  }
}

const isHash = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
const isTextOrNull = (value: unknown): value is string | null => value === null || typeof value === 'string';

/** Null: not what /decisions/log/proof answers. */
export function readBundle(text: string): Bundle | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (value === null || typeof value !== 'object') return null;
  const { entry, document, salt, proof, checkpoint } = value as Record<string, unknown>;
  const whole = typeof entry === 'string' && isTextOrNull(document) && (salt === null || isHash(salt)) && Array.isArray(proof) && proof.every(isHash) && typeof checkpoint === 'string';
  return whole ? { entry, document, salt, proof: proof as string[], checkpoint } : null;
}

/** What the entry says of itself; null: it is none. */
function readEntry(text: string): { index: number; commitment: string } | null {
  try {
    const { index, commitment } = JSON.parse(text) as Record<string, unknown>;
    return Number.isSafeInteger(index) && isHash(commitment) ? { index: index as number, commitment } : null;
  } catch {
    return null;
  }
}

/** The tree of a log that is read from its first entry on: no more hashes are kept than it has complete subtrees. */
export class GrowingTree {
  /** Of complete subtrees, largest first. */
  readonly #peaks: { size: number; hash: string }[] = [];
  size = 0;

  async add(entry: string): Promise<void> {
    let peak = { size: 1, hash: await leafHash(entry) };
    for (let left = this.#peaks.at(-1); left?.size === peak.size; left = this.#peaks.at(-1)) {
      peak = { size: 2 * left.size, hash: await innerHash(left.hash, peak.hash) };
      this.#peaks.pop();
    }
    this.#peaks.push(peak);
    this.size++;
  }

  async root(): Promise<string> {
    let hash = this.#peaks.at(-1)?.hash ?? (await sha256());
    for (const { hash: left } of this.#peaks.slice(0, -1).reverse()) hash = await innerHash(left, hash);
    return hash;
  }
}

/** Null: entry or checkpoint cannot be read. */
export async function verifyBundle({ entry, document, salt, proof, checkpoint }: Bundle, verifier: string): Promise<Finding | null> {
  const [said, head] = [readEntry(entry), readHead(checkpoint)];
  if (!said || !head) return null;
  return {
    document: document === null || salt === null ? null : (await sha256(fromHex(salt), utf8(document))) === said.commitment,
    included: await provesInclusion(await leafHash(entry), said.index, head.size, proof, head.root),
    signature: await checkSignature(head, verifier),
    index: said.index,
    size: head.size,
  };
}
