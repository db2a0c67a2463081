/** Asks a ClamAV daemon about a file: the INSTREAM command of clamd(8), chunks with their length before them, nought at the end. */
import { connect, type Socket } from 'node:net';

/** Null: nothing found; else what the scanner calls it. */
export type Scan = (file: ReadableStream<Uint8Array>) => Promise<string | null>;

const TIMEOUT_MS = 60_000;
const MAX_ANSWER = 4_096;

function open(address: string): Socket {
  if (address.startsWith('/')) return connect({ path: address });
  const [, host = '', port = ''] = /^\[?([^\]]+?)\]?:(\d+)$/.exec(address) ?? [];
  return connect({ host, port: Number(port) });
}

const lengthOf = (count: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(count);
  return bytes;
};

async function send(socket: Socket, file: ReadableStream<Uint8Array>): Promise<void> {
  const write = (bytes: Uint8Array) => new Promise<void>((resolve, reject) => socket.write(bytes, (error) => (error ? reject(error) : resolve())));
  await write(Buffer.from('zINSTREAM\0'));
  for await (const chunk of file) {
    if (chunk.length === 0) continue;
    await write(lengthOf(chunk.length));
    await write(chunk);
  }
  await write(lengthOf(0));
}

function answer(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    socket.setTimeout(TIMEOUT_MS, () => socket.destroy(new Error('The scanner did not answer in time.')));
    socket.on('data', (chunk) => (said = `${said}${String(chunk)}`.slice(0, MAX_ANSWER)));
    socket.once('error', reject);
    socket.once('close', () => resolve(said.replace(/\0[^]*$/, '').trim()));
  });
}

/** @param address host:port, or the path of a socket. Every answer but a clear one is an error: the file stays where it is. */
export function clamd(address: string): Scan {
  return async (file) => {
    const socket = open(address);
    const heard = answer(socket);
    try {
      const [said] = await Promise.all([heard, send(socket, file)]);
      if (said === 'stream: OK') return null;
      const [, found] = /^stream: (.+) FOUND$/.exec(said) ?? [];
      if (found === undefined) throw new Error(`The scanner answered: ${said || 'nothing'}`);
      return found.replace(/[^\w.:-]/g, '_').slice(0, 100);
    } finally {
      socket.destroy();
    }
  };
}
