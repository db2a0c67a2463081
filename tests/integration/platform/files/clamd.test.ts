import { createServer, type Server, type Socket } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clamd } from '#platform/files/clamd.ts';

/** A scanner that speaks clamd's protocol: knows the file once the chunk of length nought has come. */
function scanner(answer: (file: Buffer) => string | null): Server {
  return createServer((socket: Socket) => {
    let held = Buffer.alloc(0);
    socket.on('error', () => {});
    socket.on('data', (chunk: Buffer) => {
      held = Buffer.concat([held, chunk]);
      const command = 'zINSTREAM\0';
      if (held.length < command.length || held.subarray(0, command.length).toString() !== command) return;
      const chunks: Buffer[] = [];
      for (let at = command.length; at + 4 <= held.length; ) {
        const length = held.readUInt32BE(at);
        if (length === 0) {
          const said = answer(Buffer.concat(chunks));
          return void (said === null ? socket.destroy() : socket.end(`${said}\0`));
        }
        if (at + 4 + length > held.length) return;
        chunks.push(held.subarray(at + 4, at + 4 + length));
        at += 4 + length;
      }
    });
  });
}

const folder = mkdtempSync(join(tmpdir(), 'clamd-'));
const seen: number[] = [];
const server = scanner((file) => {
  seen.push(file.length);
  if (file.includes('EICAR')) return 'stream: Win.Test.EICAR_HDB-1 FOUND';
  if (file.includes('LIMIT')) return 'INSTREAM size limit exceeded. ERROR';
  if (file.includes('SILENT')) return null;
  return 'stream: OK';
});
let address = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `127.0.0.1:${(server.address() as { port: number }).port}`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const stream = (text: string | Uint8Array<ArrayBuffer>) => new Blob([text]).stream() as ReadableStream<Uint8Array>;

describe('a file that is scanned', () => {
  it('is clean, whole and of any size', async () => {
    expect(await clamd(address)(stream('hello'))).toBeNull();
    expect(await clamd(address)(stream(new Uint8Array(5_000_001)))).toBeNull();
    expect(await clamd(address)(stream(''))).toBeNull();
    expect(seen).toEqual([5, 5_000_001, 0]);
  });

  it('is called what the scanner calls it', async () => expect(await clamd(address)(stream('EICAR'))).toBe('Win.Test.EICAR_HDB-1'));

  it('is not clean when the answer is none, an error, or nobody answers', async () => {
    await expect(clamd(address)(stream('LIMIT'))).rejects.toThrow('size limit exceeded');
    await expect(clamd(address)(stream('SILENT'))).rejects.toThrow();
    await expect(clamd('127.0.0.1:1')(stream('x'))).rejects.toThrow('ECONNREFUSED');
    await expect(clamd(join(folder, 'none.sock'))(stream('x'))).rejects.toThrow('ENOENT');
  });

  it('goes to a socket of this machine too', async () => {
    const path = join(folder, 'clamd.sock');
    const local = scanner(() => 'stream: OK');
    await new Promise<void>((resolve) => local.listen(path, resolve));
    expect(await clamd(path)(stream('hello'))).toBeNull();
    local.close();
  });
});
