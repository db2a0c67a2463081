/**
 * Reads a catalogue file in two passes, so that memory stays bounded and its fields may come in any order: the first
 * checks the JSON and takes everything but the providers, which it counts; the second hands those over one by one.
 */
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { jsonParser } from 'stream-json/parser.js';
import { DomainError } from '#platform/errors.ts';
import { fault, type Fault } from './faults.ts';
import { CATALOGUE_FORMAT } from './input.ts';
import { AFTER_THE_END, syntaxError } from './syntax-error.ts';
import { CatalogueWalker, type Listener, type Taken } from './walker.ts';

export interface CatalogueFileSource {
  /** For the report and the reason of a change; without its folder. */
  fileName: string;
  /** Opens it from the start; called more than once. */
  open(): Readable;
}

export interface Survey {
  /** Everything but the providers, as it stands in the file. */
  head: Record<string, unknown>;
  providers: number;
  faults: Fault[];
  /** SHA-256 of the file. */
  digest: string;
}

/** One record, or a field other than `providers`, may not be larger than this. */
const MAX_RECORD_BYTES = 32 * 1024 * 1024;
/** Regions or target groups in one file: they are held in memory. */
const MAX_HEAD_ELEMENTS = 200_000;

function readProblem(error: unknown, fileName: string): DomainError {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return new DomainError('not-found', `There is no file ${fileName}.`);
  if (code === 'EISDIR') return new DomainError('bad-request', `${fileName} is a folder, not a file.`);
  return new DomainError('bad-request', `${fileName} cannot be read (${code ?? 'unknown reason'}).`, [], error);
}

/** @throws DomainError when the file cannot be read or is not UTF-8 */
async function* textOf(source: CatalogueFileSource, onBytes: (bytes: Uint8Array) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let total = 0;
  const decode = (bytes?: Uint8Array) => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      throw new DomainError('invalid', `${source.fileName} is not UTF-8 text (near byte ${total}).`);
    }
  };
  const stream = source.open();
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array | string>) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      const text = decode(bytes);
      total += bytes.length;
      onBytes(bytes);
      if (text !== '') yield text;
    }
  } catch (error) {
    throw error instanceof DomainError ? error : readProblem(error, source.fileName);
  } finally {
    stream.destroy();
  }
  const rest = decode();
  if (rest !== '') yield rest;
}

/** The parser loses what stands before a syntax error in the same piece: the first part of a file, with its format, comes in letters. */
const IN_LETTERS = 2_000;

async function* pieces(texts: AsyncGenerator<string>): AsyncGenerator<string> {
  let letters = 0;
  for await (const text of texts) {
    const first = text.slice(0, Math.max(0, IN_LETTERS - letters));
    letters += first.length;
    yield* first;
    if (text.length > first.length) yield text.slice(first.length);
  }
}

/** Walks the file; after each chunk of it the caller may take what the listener has gathered. */
async function* walk(source: CatalogueFileSource, walker: CatalogueWalker, onBytes: (bytes: Uint8Array) => void): AsyncGenerator<void> {
  const parser = jsonParser({ packValues: true, streamValues: false });
  const push = async (text: string) => {
    let answer: ReturnType<typeof parser>;
    try {
      answer = parser(text);
    } catch (error) {
      throw await syntaxError(source, error);
    }
    if (typeof answer !== 'symbol') for (const token of answer.values) walker.push(token);
  };
  let sinceBoundary = 0;
  let boundaries = 0;
  let empty = true;
  for await (const text of pieces(textOf(source, onBytes))) {
    if (text.trim() !== '') empty = false;
    await push(text);
    sinceBoundary = walker.boundaries === boundaries ? sinceBoundary + text.length : 0;
    boundaries = walker.boundaries;
    if (sinceBoundary > MAX_RECORD_BYTES) throw new DomainError('too-large', 'One record of the file is larger than 32 MB.');
    yield;
  }
  if (empty) throw new DomainError('invalid', `${source.fileName} is empty.`);
  await push(AFTER_THE_END);
  if (!walker.complete) throw new DomainError('invalid', `${source.fileName} ends before its JSON does: it seems to be cut off.`);
}

function checkFormat(value: unknown): void {
  if (value === CATALOGUE_FORMAT) return;
  const found = fault('/format', value, JSON.stringify(CATALOGUE_FORMAT));
  const what = typeof value === 'string' ? `of the format ${JSON.stringify(found.value)}` : 'without a known format';
  throw new DomainError('invalid', `This is a file ${what}; only ${JSON.stringify(CATALOGUE_FORMAT)} can be read.`, [found]);
}

const TWICE = 'each field once';
const LISTS = ['regions', 'targetGroups'];

/** The first pass. @throws DomainError when this is no catalogue file, or one of another format or version */
export async function surveyFile(source: CatalogueFileSource): Promise<Survey> {
  const head: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  const faults: Fault[] = [];
  const hash = createHash('sha256');
  const note = (base: string, { twice }: Taken) => faults.push(...twice.map((pointer) => fault(base + pointer, null, TWICE)));
  const listener: Listener = {
    treatment(field) {
      if (field === 'providers') return 'count';
      if (LISTS.includes(field)) return 'elements';
      if (field === 'format' || field === 'source') return 'whole';
      head[field] = null;
      return 'pass';
    },
    whole(field, taken) {
      if (field === 'format') checkFormat(taken.value);
      head[field] = taken.value;
      note(`/${field}`, taken);
    },
    element(field, index, taken) {
      const list = (head[field] ??= []) as unknown[];
      if (index >= MAX_HEAD_ELEMENTS) throw new DomainError('too-large', `More than ${MAX_HEAD_ELEMENTS} ${field} in one file.`);
      list.push(taken.value);
      note(`/${field}/${index}`, taken);
    },
  };
  const walker = new CatalogueWalker(listener);
  for await (const _ of walk(source, walker, (bytes) => hash.update(bytes)));
  checkFormat(head['format']);
  faults.push(...walker.fieldsTwice.map((pointer) => fault(pointer, null, TWICE)));
  if (walker.counts.has('providers')) head['providers'] = [];
  return { head, providers: walker.counts.get('providers') ?? 0, faults, digest: hash.digest('hex') };
}

export interface RawProvider {
  index: number;
  value: unknown;
  faults: Fault[];
}

/** The second pass. @throws DomainError when the file is no longer the one that was surveyed */
export async function* readProviders(source: CatalogueFileSource, survey: Survey): AsyncGenerator<RawProvider> {
  const hash = createHash('sha256');
  let gathered: RawProvider[] = [];
  const walker = new CatalogueWalker({
    treatment: (field) => (field === 'providers' ? 'elements' : 'pass'),
    whole() {},
    element(_, index, { value, twice }) {
      gathered.push({ index, value, faults: twice.map((pointer) => fault(`/providers/${index}${pointer}`, null, TWICE)) });
    },
  });
  for await (const _ of walk(source, walker, (bytes) => hash.update(bytes))) {
    yield* gathered;
    gathered = [];
  }
  yield* gathered;
  if (hash.digest('hex') !== survey.digest) throw new DomainError('conflict', `${source.fileName} changed while it was read.`);
}
