/**
 * Commands beside a running site on the embedded database, which only one process may open: they are sent to that
 * process over a local socket. Its address and a token lie in the lock file, readable by the same user alone.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { chmodSync, rmSync } from 'node:fs';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { createInterface } from 'node:readline';
import { DomainError, domainErrorCode, type ErrorCode, type Fault } from './errors.ts';
import { log } from './log.ts';

/** The part of the lock file that tells how to reach its holder. */
export interface CommandAddress {
  socket: string;
  token: string;
}

/** @param signal aborted when the caller goes away */
export type CommandHandler = (args: unknown, progress: (line: unknown) => void, signal: AbortSignal) => Promise<unknown>;

export interface CommandServer {
  /** Refuses new commands, stops the running ones and waits for them. */
  close(): Promise<void>;
}

/** One line of an answer; the last one is a result or an error. */
type Line = { progress: unknown } | { result: unknown } | { error: { code: ErrorCode | null; detail: string; faults: readonly Fault[] } };

const MAX_BODY = 64 * 1024;
const sameToken = (a: string, b: string) => {
  const [x, y] = [a, b].map((each) => createHash('sha256').update(each).digest());
  return x !== undefined && y !== undefined && timingSafeEqual(x, y);
};

/** Serves commands to processes of the same user. */
export async function serveCommands(address: CommandAddress, handlers: Readonly<Record<string, CommandHandler>>): Promise<CommandServer> {
  const stop = new AbortController();
  const running = new Set<Promise<void>>();
  const server = createServer((message, response) => {
    const done = answer(message, response, address.token, handlers, stop.signal).catch((error: unknown) => {
      log.error({ error: String(error) }, 'command socket');
      response.destroy();
    });
    running.add(done);
    void done.finally(() => running.delete(done));
  });
  rmSync(address.socket, { force: true });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(address.socket, resolve);
  });
  chmodSync(address.socket, 0o600);
  return {
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      stop.abort();
      await Promise.all(running);
      server.closeAllConnections();
      await closed;
      rmSync(address.socket, { force: true });
    },
  };
}

async function answer(
  message: IncomingMessage,
  response: ServerResponse,
  token: string,
  handlers: Readonly<Record<string, CommandHandler>>,
  stop: AbortSignal,
): Promise<void> {
  const name = message.url?.slice(1) ?? '';
  const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined;
  if (!sameToken(message.headers.authorization ?? '', `Bearer ${token}`)) return refuse(response, 401);
  if (message.method !== 'POST' || !handler) return refuse(response, 404);
  const body = await readBody(message);
  if (body === null) return refuse(response, 413);
  response.writeHead(200, { 'content-type': 'application/x-ndjson' });
  const write = (line: Line) => void response.write(`${JSON.stringify(line)}\n`);
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  try {
    const result = await handler(JSON.parse(body), (line) => write({ progress: line }), AbortSignal.any([stop, gone.signal]));
    write({ result });
  } catch (error) {
    const code = domainErrorCode(error);
    if (code === null) log.error({ command: name, error: String(error), cause: String((error as Error).cause ?? '') }, 'command failed');
    const detail = code === null ? 'The command failed; the site has logged why.' : (error as Error).message;
    write({ error: { code, detail, faults: code === null ? [] : (error as DomainError).faults } });
  }
  response.end();
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { connection: 'close' }).end();
}

async function readBody(message: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** A process that is only starting holds the lock before it listens. */
const PATIENCE_MS = 60_000;
const RETRY_MS = 250;
const NOBODY_LISTENS = ['ENOENT', 'ECONNREFUSED'];

/**
 * Runs a command in the process that holds the lock; waits for that process to listen, for up to a minute.
 * @param onProgress each progress value the handler gives
 * @throws DomainError as the handler threw it
 */
export async function callCommand(
  address: CommandAddress,
  name: string,
  args: unknown,
  onProgress: (line: unknown) => void,
  signal?: AbortSignal,
): Promise<unknown> {
  const response = await connect(address, name, args, signal);
  if (response.statusCode !== 200) {
    response.resume();
    throw new DomainError('unavailable', `The running site refused the command (${response.statusCode}).`);
  }
  for await (const line of linesOf(response)) {
    if ('progress' in line) onProgress(line.progress);
    else if ('result' in line) return line.result;
    else throw failure(line.error);
  }
  signal?.throwIfAborted();
  throw new DomainError('unavailable', 'The running site stopped before the command was done.');
}

/** Ends where the connection does, cut or not: the last line tells whether the command was done. */
async function* linesOf(response: IncomingMessage): AsyncGenerator<Line> {
  try {
    for await (const text of createInterface({ input: response, crlfDelay: Infinity })) yield JSON.parse(text) as Line;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ECONNRESET') throw error;
  }
}

async function connect(address: CommandAddress, name: string, args: unknown, signal: AbortSignal | undefined): Promise<IncomingMessage> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await new Promise<IncomingMessage>((resolve, reject) => {
        const headers = { authorization: `Bearer ${address.token}` };
        const call = request({ socketPath: address.socket, path: `/${name}`, method: 'POST', headers, signal }, resolve);
        call.once('error', reject);
        call.end(JSON.stringify(args));
      });
    } catch (error) {
      if (!NOBODY_LISTENS.includes(String((error as NodeJS.ErrnoException).code))) throw error;
      if (performance.now() > until) throw new DomainError('unavailable', 'The process that holds the database does not answer. Stop it, or wait until it has started.', [], error);
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

function failure({ code, detail, faults }: { code: ErrorCode | null; detail: string; faults: readonly Fault[] }): Error {
  return code === null ? new Error(detail) : new DomainError(code, detail, faults);
}
