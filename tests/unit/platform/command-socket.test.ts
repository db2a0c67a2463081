import { randomBytes } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callCommand, serveCommands, type CommandAddress, type CommandHandler, type CommandServer } from '#platform/command-socket.ts';
import { DomainError, domainErrorCode } from '#platform/errors.ts';

const fault = { pointer: '/a', field: 'a', value: 1, expected: 'b' };

describe('commands over a local socket', () => {
  let address: CommandAddress;
  let server: CommandServer;
  let stopped: Promise<string>;

  const handlers: Record<string, CommandHandler> = {
    async echo(args, progress) {
      progress({ done: 1 });
      progress({ done: 'æ\n2' });
      return { args };
    },
    async refuse() {
      throw new DomainError('invalid', 'No.', [fault]);
    },
    async fail() {
      throw new Error('secret detail');
    },
    async wait(_, progress, signal) {
      progress('waiting');
      stopped = new Promise((resolve) => signal.addEventListener('abort', () => resolve('stopped')));
      await stopped;
      throw new DomainError('conflict', 'Stopped.');
    },
  };

  beforeEach(async () => {
    address = { socket: join(tmpdir(), `vejviser-test-${randomBytes(4).toString('hex')}.sock`), token: randomBytes(16).toString('hex') };
    server = await serveCommands(address, handlers);
  });
  afterEach(() => server.close());

  it('gives progress and a result', async () => {
    const lines: unknown[] = [];
    expect(await callCommand(address, 'echo', { x: [1, 'ø'] }, (line) => lines.push(line))).toEqual({ args: { x: [1, 'ø'] } });
    expect(lines).toEqual([{ done: 1 }, { done: 'æ\n2' }]);
  });

  it('hands on a reason with its faults', async () => {
    const error = await callCommand(address, 'refuse', {}, () => {}).catch((each: unknown) => each);
    expect(domainErrorCode(error)).toBe('invalid');
    expect(error).toMatchObject({ message: 'No.', faults: [fault] });
  });

  it('keeps what it does not understand in its own log', async () => {
    await expect(callCommand(address, 'fail', {}, () => {})).rejects.toThrow('The command failed; the site has logged why.');
  });

  it('refuses another token, another command, another method and a long body', async () => {
    await expect(callCommand({ ...address, token: 'x' }, 'echo', {}, () => {})).rejects.toThrow('(401)');
    await expect(callCommand(address, 'constructor', {}, () => {})).rejects.toThrow('(404)');
    await expect(callCommand(address, 'echo', 'x'.repeat(70_000), () => {})).rejects.toThrow(/\(413\)|EPIPE|ECONNRESET/);
    const status = await new Promise((resolve, reject) => {
      request({ socketPath: address.socket, path: '/echo', headers: { authorization: `Bearer ${address.token}` } }, (response) => resolve(response.statusCode)).once('error', reject).end();
    });
    expect(status).toBe(404);
  });

  it('is closed to other users', () => {
    expect(statSync(address.socket).mode & 0o077).toBe(0);
  });

  it('stops a command whose caller goes away', async () => {
    const caller = new AbortController();
    const call = callCommand(address, 'wait', {}, () => caller.abort(), caller.signal).catch((error: unknown) => (error as Error).name);
    expect(await call).toBe('AbortError');
    expect(await stopped).toBe('stopped');
  });

  it('stops running commands when it closes, and lets them answer', async () => {
    const said = Promise.withResolvers<void>();
    const call = callCommand(address, 'wait', {}, () => said.resolve()).catch((error: unknown) => (error as Error).message);
    await said.promise;
    await server.close();
    expect(await call).toBe('Stopped.');
    expect(existsSync(address.socket)).toBe(false);
    server = await serveCommands(address, handlers);
  });

  it('waits for a process that is only starting', async () => {
    await server.close();
    const call = callCommand(address, 'echo', 1, () => {});
    await new Promise((resolve) => setTimeout(resolve, 100));
    server = await serveCommands(address, handlers);
    expect(await call).toEqual({ args: 1 });
  });
});
