import { RSABSSA } from '@cloudflare/blindrsa-ts';
import fc from 'fast-check';
import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import {
  decodeInvitation, decodeReceipt, decodeToken, encodeReceipt, encodeToken, fromBase64url, fromHex, INVITATION_PATH, invitationLink, MODULUS_BITS, PREFIX_BYTES, PREPARED_BYTES, reviewKeyOf,
  reviewMessage, SECRET_BYTES, SEED_BYTES, SIGNATURE_BYTES, toBase64url, toHex, type Token,
} from '#features/reviews/rv1/format.ts';
import { blindSign, keyIdOf, NotBlinded, SigningFault, verifySignature, verifyToken } from '#features/reviews/rv1/sign.ts';
import shared from '#tests/vectors/rfc9474.json' with { type: 'json' };

vi.mock(import('node:crypto'), async (original) => {
  const real = await original();
  return { ...real, publicEncrypt: vi.fn(real.publicEncrypt) };
});

const bytes = (hex: string) => Buffer.from(hex, 'hex');
const url = (hex: string) => bytes(hex.length % 2 ? `0${hex}` : hex).toString('base64url');

/** The vectors give no CRT values: worked out as RFC 8017 defines them. */
function keyOf({ p, q, n, e, d }: { p: string; q: string; n: string; e: string; d: string }): KeyObject {
  const [P, Q, D] = [p, q, d].map((each) => BigInt(`0x${each}`)) as [bigint, bigint, bigint];
  const inverse = (a: bigint, m: bigint): bigint => {
    let [r0, r1, s0, s1] = [a % m, m, 1n, 0n];
    while (r1 !== 0n) [r0, r1, s0, s1] = [r1, r0 % r1, s1, s0 - (r0 / r1) * s1];
    return ((s0 % m) + m) % m;
  };
  const [dp, dq, qi] = [D % (P - 1n), D % (Q - 1n), inverse(Q, P)].map((each) => url(each.toString(16))) as [string, string, string];
  return createPrivateKey({ format: 'jwk', key: { kty: 'RSA', n: url(n), e: url(e), d: url(d), p: url(p), q: url(q), dp, dq, qi } });
}

describe('test vectors of RFC 9474', () => {
  it('are all four', () => expect(shared.vectors.map(({ name }) => name).sort()).toEqual(['RSABSSA-SHA384-PSS-Deterministic', 'RSABSSA-SHA384-PSS-Randomized', 'RSABSSA-SHA384-PSSZERO-Deterministic', 'RSABSSA-SHA384-PSSZERO-Randomized']));

  it.each(shared.vectors)('$name: signs and verifies the same bytes', (vector) => {
    const key = keyOf(vector);
    const salt = Number.parseInt(vector.sLen, 16);
    expect(toHex(blindSign(key, bytes(vector.blinded_msg)))).toBe(vector.blind_sig);
    const verifies = (prepared: Buffer, signature: Buffer, saltBytes = salt) => verifySignature(createPublicKey(key), prepared, signature, saltBytes);
    expect(verifies(bytes(vector.input_msg), bytes(vector.sig))).toBe(true);
    expect(verifies(bytes(vector.input_msg), bytes(vector.sig), salt === 0 ? 48 : 0)).toBe(false);
    expect(verifies(Buffer.concat([bytes(vector.input_msg), Buffer.of(0)]), bytes(vector.sig))).toBe(false);
    expect(verifies(bytes(vector.input_msg), bytes(vector.blind_sig))).toBe(false);
  });
});

const pair = generateKeyPairSync('rsa', { modulusLength: MODULUS_BITS });
const spki = pair.publicKey.export({ format: 'der', type: 'spki' });
const suite = RSABSSA.SHA384.PSS.Randomized();

/** As a browser does it, with the library that it uses. */
async function tokenFor(reviewKey: Uint8Array, message = reviewMessage(reviewKey), privateKey = pair.privateKey, der: Uint8Array = spki): Promise<Token> {
  const key = await crypto.subtle.importKey('spki', new Uint8Array(der), { name: 'RSA-PSS', hash: 'SHA-384' }, true, ['verify']);
  const prepared = suite.prepare(message);
  const { blindedMsg, inv } = await suite.blind(key, prepared);
  const signature = await suite.finalize(key, prepared, blindSign(privateKey, blindedMsg), inv);
  return { keyId: keyIdOf(der), prepared: new Uint8Array(prepared), signature: new Uint8Array(signature) };
}

describe('signing', () => {
  it('goes together with the library of the browser', async () => {
    const reviewKey = randomBytes(32);
    const token = await tokenFor(reviewKey);
    expect(token.prepared).toHaveLength(PREPARED_BYTES);
    expect(PREPARED_BYTES).toBe(68);
    expect(token.signature).toHaveLength(SIGNATURE_BYTES);
    expect(Buffer.from(verifyToken(spki, token) ?? [])).toEqual(reviewKey);
    expect(decodeToken(encodeToken(token))).toEqual(token);
    expect(encodeToken(token)).toHaveLength(646);
  });

  it('takes no message of another length, and none that is not smaller than the modulus', () => {
    const modulus = Buffer.from(pair.publicKey.export({ format: 'jwk' }).n ?? '', 'base64url');
    for (const wrong of [Buffer.alloc(0), Buffer.alloc(383, 1), Buffer.alloc(385, 1), modulus, Buffer.alloc(384, 255)]) expect(() => blindSign(pair.privateKey, wrong)).toThrow(NotBlinded);
  });

  it('gives no answer that does not give back what was asked', async () => {
    const { publicEncrypt } = await import('node:crypto');
    vi.mocked(publicEncrypt).mockReturnValueOnce(Buffer.alloc(SIGNATURE_BYTES, 1));
    expect(() => blindSign(pair.privateKey, Buffer.alloc(SIGNATURE_BYTES, 2))).toThrow(SigningFault);
  });

  it('is valid under its own key only, and for its own structure only', async () => {
    const token = await tokenFor(randomBytes(32));
    const other = generateKeyPairSync('rsa', { modulusLength: MODULUS_BITS });
    const otherSpki = other.publicKey.export({ format: 'der', type: 'spki' });
    expect(verifyToken(otherSpki, token)).toBeNull();
    expect(verifyToken(otherSpki, { ...token, keyId: keyIdOf(otherSpki) })).toBeNull();
    expect(verifyToken(spki, await tokenFor(randomBytes(32), reviewMessage(randomBytes(32)), other.privateKey, otherSpki))).toBeNull();
    // Signed by the right key, but over something that is no rv1 message.
    for (const message of [randomBytes(36), Buffer.concat([Buffer.from('rv2|'), randomBytes(32)]), Buffer.concat([reviewMessage(randomBytes(32)), Buffer.of(0)])]) {
      expect(verifyToken(spki, await tokenFor(randomBytes(32), new Uint8Array(message)))).toBeNull();
    }
    for (const at of [0, 40, 67]) {
      const changed = Uint8Array.from(token.prepared, (byte, n) => (n === at ? byte ^ 1 : byte));
      expect(verifyToken(spki, { ...token, prepared: changed })).toBeNull();
    }
  });
});

const some = (length: number) => fc.uint8Array({ minLength: length, maxLength: length }).map((each) => new Uint8Array(each));
const hex64 = some(32).map(toHex);
const someToken = fc.record({ keyId: hex64, prefix: some(PREFIX_BYTES), key: some(32), signature: some(SIGNATURE_BYTES) }).map(({ keyId, prefix, key, signature }): Token => ({ keyId, signature, prepared: new Uint8Array([...prefix, ...reviewMessage(key)]) }));

describe('what is written down', () => {
  it('comes back as it was', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 500 }), (each) => {
      expect(toBase64url(each)).toBe(Buffer.from(each).toString('base64url'));
      expect(fromBase64url(toBase64url(each))).toEqual(new Uint8Array(each));
      expect(fromHex(toHex(each))).toEqual(new Uint8Array(each));
    }));
    fc.assert(fc.property(someToken, some(SEED_BYTES), (token, seed) => {
      expect(decodeToken(encodeToken(token))).toEqual(token);
      expect(decodeReceipt(`#${encodeReceipt({ token, seed })}`)).toEqual({ token, seed });
      expect(reviewKeyOf(token.prepared)).toEqual(token.prepared.slice(36));
    }));
    fc.assert(fc.property(hex64, some(SECRET_BYTES), (keyId, secret) => {
      const link = new URL(invitationLink('https://review.example.dk', { keyId, secret }));
      expect([link.origin, link.pathname, link.search]).toEqual(['https://review.example.dk', INVITATION_PATH, '']);
      expect(decodeInvitation(link.hash)).toEqual({ keyId, secret });
    }));
  });

  it('has one way to be written', () => {
    // The last character of one byte holds four bits that say nothing.
    expect([fromBase64url('AA'), fromBase64url('AB'), fromBase64url('A'), fromBase64url('A+'), fromBase64url('AA==')]).toEqual([Uint8Array.of(0), null, null, null, null]);
    expect([fromHex('0g'), fromHex('0'), fromHex('0A')]).toEqual([null, null, null]);
  });

  it('is nothing else', () => {
    fc.assert(fc.property(fc.string({ maxLength: 900 }), (text) => {
      expect(decodeToken(text)).toBeNull();
      expect(decodeReceipt(text)).toBeNull();
      expect(decodeInvitation(text)).toBeNull();
    }));
    fc.assert(fc.property(someToken, fc.nat({ max: 3 }), (token, at) => {
      const prepared = Uint8Array.from(token.prepared, (byte, n) => (n === PREFIX_BYTES + at ? byte ^ 32 : byte));
      expect(decodeToken(toBase64url(new Uint8Array([...bytes(token.keyId), ...prepared, ...token.signature])))).toBeNull();
    }));
    expect(() => reviewMessage(new Uint8Array(31))).toThrow(RangeError);
    expect(() => encodeToken({ keyId: 'ab', prepared: new Uint8Array(68), signature: new Uint8Array(384) })).toThrow(RangeError);
    expect(() => invitationLink('https://x', { keyId: 'ab', secret: new Uint8Array(15) })).toThrow(RangeError);
    expect(decodeInvitation('#a.b.c')).toBeNull();
  });
});
