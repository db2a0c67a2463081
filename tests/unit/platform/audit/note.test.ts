import { createHash, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { findNotes, readVerifier, signedBy, signingKey, verifierLine, writeNote, type SignedCheckpoint } from '#platform/audit/note.ts';

const key = signingKey('site.example', Buffer.alloc(32, 1));
const other = signingKey('site.example', Buffer.alloc(32, 2));
const checkpoint = { seq: 42, hash: 'ab'.repeat(32), at: new Date('2026-11-25T12:17:00Z') };
const note = writeNote(checkpoint, key);
const only = (text: string): SignedCheckpoint => {
  const found = findNotes(text);
  expect(found).toHaveLength(1);
  return found[0] as SignedCheckpoint;
};

describe('a checkpoint', () => {
  it('is a signed note: text, empty line, dash, name, key id and signature', () => {
    const [text, signature] = note.split('\n\n');
    expect(text).toBe(`vejviser-audit/1\n42\n${'ab'.repeat(32)}\n2026-11-25T12:17:00.000Z`);
    expect(signature).toMatch(/^— site\.example [A-Za-z0-9+/]+=*\n$/);
    const bytes = Buffer.from(signature?.split(' ')[2] ?? '', 'base64');
    expect(bytes).toHaveLength(4 + 64);
    expect(verify(null, Buffer.from(`${text}\n`), key.publicKey, bytes.subarray(4))).toBe(true);
  });

  it('has the key id of the signed-note form', () => {
    const raw = Buffer.from(String(key.publicKey.export({ format: 'jwk' }).x), 'base64url');
    expect(key.id).toBe(createHash('sha256').update('site.example\n').update(Buffer.concat([Buffer.from([1]), raw])).digest('hex').slice(0, 8));
    expect(raw.toString('hex')).toBe('8a88e3dd7409f195fd52db2d3cba5d72ca6709bf1d94121bf3748801b40f6f5c');
  });

  it('is read back as it was written', () => {
    expect(only(note)).toMatchObject({ ...checkpoint, keyName: 'site.example', keyId: key.id });
    expect(signedBy(only(note), [other, key])).toBe(key);
  });

  it('is found among other text, several of them, with the line ends of mail', () => {
    const later = writeNote({ ...checkpoint, seq: 43 }, key);
    const mail = `Subject: x\n\nHello\n\n${note}\nbest\n${later}`.replaceAll('\n', '\r\n');
    expect(findNotes(mail).map(({ seq }) => seq)).toEqual([42, 43]);
    expect(findNotes(mail).map((each) => signedBy(each, [key]))).toEqual([key, key]);
    expect(findNotes('nothing')).toEqual([]);
  });

  it.each([
    ['number', (text: string) => text.replace('\n42\n', '\n43\n')],
    ['hash', (text: string) => text.replace('abab', 'abac')],
    ['time', (text: string) => text.replace('12:17', '12:18')],
    ['signature', (text: string) => text.replace(/(— \S+ .{20})(.)/, (_, before: string, letter: string) => before + (letter === 'A' ? 'B' : 'A'))],
  ])('does not verify with another %s', (_, change) => {
    const changed = change(note);
    expect(changed).not.toBe(note);
    expect(signedBy(only(changed), [key])).toBeNull();
  });

  it('does not verify by a key of another name, another id, or by none', () => {
    expect(signedBy(only(note), [])).toBeNull();
    expect(signedBy(only(note), [other])).toBeNull();
    expect(signedBy(only(note), [{ ...key, name: 'elsewhere' }])).toBeNull();
    expect(signedBy(only(note), [{ ...key, id: other.id }])).toBeNull();
    expect(signedBy(only(note), [{ ...other, id: key.id }])).toBeNull();
  });
});

describe('a key in one line', () => {
  it('is read back and verifies', () => {
    const line = verifierLine(key);
    expect(line).toMatch(new RegExp(`^site\\.example\\+${key.id}\\+[A-Za-z0-9+/]{44}$`));
    const read = readVerifier(` ${line}\n`);
    expect(read && signedBy(only(note), [read])).toBe(read);
  });

  it('is refused when it is cut, altered, or of another kind', () => {
    const line = verifierLine(key);
    const [name, id, base64 = ''] = line.split(/\+(.{8})\+/);
    const bytes = Buffer.from(base64, 'base64');
    expect(readVerifier(line)).not.toBeNull();
    const with_ = (given: Buffer) => `${name}+${id}+${given.toString('base64')}`;
    expect(readVerifier('')).toBeNull();
    expect(readVerifier(`${name}+${id}`)).toBeNull();
    expect(readVerifier(with_(bytes.subarray(0, 32)))).toBeNull();
    expect(readVerifier(with_(Buffer.concat([bytes, Buffer.from([0])])))).toBeNull();
    expect(readVerifier(with_(Buffer.concat([Buffer.from([2]), bytes.subarray(1)])))).toBeNull();
    expect(readVerifier(`${name}+${other.id}+${base64}`)).toBeNull();
    expect(readVerifier(`elsewhere+${id}+${base64}`)).toBeNull();
    expect(readVerifier(`x ${line}`)).toBeNull();
  });
});
