/**
 * Finished pages in memory, in front of Astro: for readers who are not signed in, 200 only, single flight, byte cap,
 * compressed once. Invalidated by the tags that a page names in `x-cache-tags`.
 */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';

export interface Answer {
  status: number;
  headers: Record<string, string | number | string[]>;
  body: Buffer;
}

export type Encoding = 'br' | 'gzip' | 'identity';

interface Entry {
  answer: Answer;
  etag: string;
  tags: readonly string[];
  encoded: Partial<Record<Encoding, Promise<Buffer>>>;
}

const compress: Record<Exclude<Encoding, 'identity'>, (body: Buffer) => Promise<Buffer>> = {
  br: (body) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }),
  gzip: (body) => promisify(gzip)(body, { level: 6 }),
};
const COMPRESSIBLE = /^(text\/|application\/(json|problem\+json|schema\+json|javascript|xml|atom\+xml|manifest\+json)|image\/svg)/;
/** Each kept answer is held plain and perhaps in two encodings; four times its size is the safe side. */
const SIZE_FACTOR = 4;

export class PageCache {
  readonly #entries: LRUCache<string, Entry>;
  readonly #flights = new Map<string, Promise<Entry>>();
  /** Counts invalidations: an answer rendered before one must not be kept after it. */
  #generation = 0;
  hits = 0;
  misses = 0;

  constructor(maxBytes: number) {
    this.#entries = new LRUCache<string, Entry>({
      maxSize: Math.max(1, maxBytes),
      maxEntrySize: Math.max(1, Math.floor(maxBytes / 8)),
      sizeCalculation: (entry, key) => SIZE_FACTOR * entry.answer.body.length + key.length + 1_000,
    });
  }

  get bytes(): number {
    return this.#entries.calculatedSize;
  }

  /** For one request alone: neither kept nor shared. */
  async pass(render: () => Promise<Answer>): Promise<Entry> {
    return makeEntry(await render());
  }

  /**
   * The kept answer, or the one that `render` makes; requests for the same key at the same time render once.
   * @param counted in hits and misses, which everybody can read
   */
  async get(key: string, render: () => Promise<Answer>, counted = true): Promise<Entry> {
    const kept = this.#entries.get(key);
    if (kept) {
      if (counted) this.hits++;
      return kept;
    }
    if (counted) this.misses++;
    const flightKey = `${this.#generation} ${key}`;
    const others = this.#flights.get(flightKey);
    if (others) {
      const entry = await others;
      // A cookie that was meant for another must not reach this one too.
      return isPersonal(entry.answer) ? this.pass(render) : entry;
    }
    const generation = this.#generation;
    const flight = render()
      .then((answer) => {
        const entry = makeEntry(answer);
        if (generation === this.#generation && mayKeep(answer)) this.#entries.set(key, entry);
        return entry;
      })
      .finally(() => this.#flights.delete(flightKey));
    this.#flights.set(flightKey, flight);
    return flight;
  }

  /** Drops every answer that carries one of the tags; null drops all. */
  invalidate(tags: readonly string[] | null): void {
    this.#generation++;
    if (tags === null) return this.#entries.clear();
    const wanted = new Set(tags);
    for (const [key, entry] of this.#entries) {
      if (entry.tags.some((tag) => wanted.has(tag))) this.#entries.delete(key);
    }
  }
}

function isPersonal({ headers }: Answer): boolean {
  return headers['set-cookie'] !== undefined || /no-store|private/.test(String(headers['cache-control'] ?? ''));
}

function mayKeep(answer: Answer): boolean {
  return answer.status === 200 && !isPersonal(answer);
}

function makeEntry(answer: Answer): Entry {
  const tags = String(answer.headers['x-cache-tags'] ?? '').split(',').filter(Boolean);
  delete answer.headers['x-cache-tags'];
  const etag = `"${createHash('sha256').update(answer.body).digest('base64url').slice(0, 22)}"`;
  return { answer, etag, tags, encoded: {} };
}

/** What the client takes, best first. */
export function pickEncoding(accept: string | undefined): Encoding {
  if (!accept) return 'identity';
  const refused = (name: string) => new RegExp(`\\b${name}\\s*;\\s*q=0(\\.0*)?\\s*(,|$)`).test(accept);
  if (/\bbr\b/.test(accept) && !refused('br')) return 'br';
  if (/\bgzip\b/.test(accept) && !refused('gzip')) return 'gzip';
  return 'identity';
}

/** The body in an encoding, made once. Small and already packed bodies stay as they are. */
export async function encodedBody(entry: Entry, wanted: Encoding): Promise<{ encoding: Encoding; body: Buffer }> {
  const { answer, encoded } = entry;
  const plain = { encoding: 'identity' as const, body: answer.body };
  if (wanted === 'identity' || answer.body.length < 1_000) return plain;
  if (!COMPRESSIBLE.test(String(answer.headers['content-type'] ?? ''))) return plain;
  return { encoding: wanted, body: await (encoded[wanted] ??= compress[wanted](answer.body)) };
}
export type { Entry as CacheEntry };
