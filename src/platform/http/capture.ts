/** Runs a node request handler and gives its whole answer as a value. */
import { ServerResponse, type IncomingMessage, type OutgoingHttpHeader, type OutgoingHttpHeaders } from 'node:http';
import type { Answer } from './page-cache.ts';

export type NodeHandler = (request: IncomingMessage, response: ServerResponse) => unknown;

class CapturingResponse extends ServerResponse {
  readonly chunks: Buffer[] = [];
  readonly done = Promise.withResolvers<void>();

  override writeHead(status: number, ...rest: unknown[]): this {
    this.statusCode = status;
    const headers = rest.find((each) => typeof each === 'object' && each !== null) as OutgoingHttpHeaders | OutgoingHttpHeader[] | undefined;
    for (const [name, value] of Object.entries(headers ?? {})) if (value !== undefined) this.setHeader(name, value);
    return this;
  }

  override write(chunk: unknown, ..._rest: unknown[]): boolean {
    if (chunk !== undefined && chunk !== null) this.chunks.push(Buffer.from(chunk as string | Uint8Array));
    return true;
  }

  override end(chunk?: unknown, ..._rest: unknown[]): this {
    if (typeof chunk !== 'function') this.write(chunk);
    this.done.resolve();
    this.emit('finish');
    this.emit('close');
    return this;
  }
}

export async function capture(request: IncomingMessage, handler: NodeHandler): Promise<Answer> {
  const response = new CapturingResponse(request);
  await Promise.race([response.done.promise, Promise.resolve(handler(request, response)).then(() => response.done.promise)]);
  const headers: Answer['headers'] = {};
  for (const [name, value] of Object.entries(response.getHeaders())) if (value !== undefined) headers[name] = value;
  return { status: response.statusCode, headers, body: Buffer.concat(response.chunks) };
}
