import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readVerifier, signedBy, signingKey, verifierLine } from '#platform/audit/note.ts';
import { canonicalJson, type Json } from '#platform/public-log/entry.ts';
import { carryOut, closedBy, consistencyPlan, cover, EMPTY_ROOT, grow, inclusionPlan, innerHash, leafHash, nodeKey, rootPlan, type Plan } from '#platform/public-log/merkle.ts';
import { findHeads, writeHead } from '#platform/public-log/note.ts';
import { GrowingTree, provesConsistency, provesInclusion, readBundle, readHead, verifyBundle } from '#platform/public-log/verify.ts';

/** RFC 6962, 2.1, word for word over arrays of leaves. */
const split = (n: number) => 2 ** Math.floor(Math.log2(n - 1));
function mth(leaves: readonly string[]): string {
  const [only] = leaves;
  if (only === undefined) return EMPTY_ROOT;
  if (leaves.length === 1) return only;
  const k = split(leaves.length);
  return innerHash(mth(leaves.slice(0, k)), mth(leaves.slice(k)));
}
function path(m: number, leaves: readonly string[]): string[] {
  if (leaves.length === 1) return [];
  const k = split(leaves.length);
  return m < k ? [...path(m, leaves.slice(0, k)), mth(leaves.slice(k))] : [...path(m - k, leaves.slice(k)), mth(leaves.slice(0, k))];
}
function subproof(m: number, leaves: readonly string[], whole: boolean): string[] {
  if (m === leaves.length) return whole ? [] : [mth(leaves)];
  const k = split(leaves.length);
  return m <= k ? [...subproof(m, leaves.slice(0, k), whole), mth(leaves.slice(k))] : [...subproof(m - k, leaves.slice(k), false), mth(leaves.slice(0, k))];
}

/** A store as the database is one: leaves, and what `grow` says is complete. */
function storeOf(leaves: readonly string[]) {
  const kept = new Map<string, string>();
  const hashOf = (node: { level: number; place: number }) => {
    const hash = kept.get(nodeKey(node));
    if (hash === undefined) throw new Error(`missing ${nodeKey(node)}`);
    return hash;
  };
  for (const [index, leaf] of leaves.entries()) {
    kept.set(nodeKey({ level: 0, place: index }), leaf);
    for (const { hash, ...node } of grow(index, leaf, hashOf)) kept.set(nodeKey(node), hash);
  }
  return { count: kept.size, of: (plan: Plan) => carryOut(plan, hashOf) };
}

const leavesOf = (n: number) => Array.from({ length: n }, (_, each) => leafHash(Buffer.from(`entry ${each}`)));

/** Of the reference implementation of certificate transparency. */
const VECTOR_LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map((hex) => leafHash(Buffer.from(hex, 'hex')));
const VECTOR_ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

describe('known vectors', () => {
  const store = storeOf(VECTOR_LEAVES);
  it.each(VECTOR_ROOTS.entries().toArray())('root of %i leaves', (size, root) => {
    expect(store.of(rootPlan(size))[0] ?? EMPTY_ROOT).toBe(root);
  });
  it('inclusion', () => {
    expect(store.of(inclusionPlan(0, 8))).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7', '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e', '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]);
    expect(store.of(inclusionPlan(5, 8))).toEqual(['bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b', 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0', VECTOR_ROOTS[4]]);
    expect(store.of(inclusionPlan(2, 3))).toEqual([VECTOR_ROOTS[2]]);
  });
  it('consistency', () => {
    expect(store.of(consistencyPlan(6, 8))).toEqual(['0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a', 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0', VECTOR_ROOTS[4]]);
    expect(store.of(consistencyPlan(1, 1))).toEqual([]);
  });
});

describe('the tree', () => {
  const MOST = 260;
  const leaves = leavesOf(MOST);
  const store = storeOf(leaves);
  const size = fc.integer({ min: 1, max: MOST });
  const pair = fc.tuple(size, fc.nat()).map(([n, at]) => ({ n, index: at % n }));

  it('stores one hash more than it has subtrees: less than two an entry', () => {
    expect(store.count).toBeLessThan(2 * MOST);
  });
  it('is that of the RFC for every size', () => {
    for (let n = 0; n <= MOST; n++) expect(store.of(rootPlan(n))[0] ?? EMPTY_ROOT).toBe(mth(leaves.slice(0, n)));
  });
  it('gives the proofs of the RFC, which hold', () => {
    return fc.assert(fc.asyncProperty(pair, async ({ n, index }) => {
      const proof = store.of(inclusionPlan(index, n));
      expect(proof).toEqual(path(index, leaves.slice(0, n)));
      expect(await provesInclusion(leaves[index] ?? '', index, n, proof, mth(leaves.slice(0, n)))).toBe(true);
      const first = index + 1;
      const beginning = store.of(consistencyPlan(first, n));
      expect(beginning).toEqual(subproof(first, leaves.slice(0, n), true));
      expect(await provesConsistency(first, mth(leaves.slice(0, first)), n, mth(leaves.slice(0, n)), beginning)).toBe(true);
    }), { numRuns: 1_000 });
  });
  it('no proof holds for another leaf, place, size, root or with a hash changed, left out or put in', () => {
    const other = '0'.repeat(64);
    return fc.assert(fc.asyncProperty(pair, fc.nat(), async ({ n, index }, at) => {
      const [leaf, proof, root] = [leaves[index] ?? '', store.of(inclusionPlan(index, n)), mth(leaves.slice(0, n))];
      const changed = proof.map((each, n) => (n === at % proof.length ? other : each));
      expect(await provesInclusion(other, index, n, proof, root)).toBe(false);
      expect(await provesInclusion(leaf, index, n, proof, other)).toBe(false);
      expect(await provesInclusion(leaf, index, n, [...proof, other], root)).toBe(false);
      expect(await provesInclusion(leaf, n, n, proof, root)).toBe(false);
      expect(await provesInclusion(leaf, -1, n, proof, root)).toBe(false);
      if (n > 1) {
        expect(await provesInclusion(leaf, index, n, changed, root)).toBe(false);
        expect(await provesInclusion(leaf, index, n, proof.slice(0, -1), root)).toBe(false);
        expect(await provesInclusion(leaf, (index + 1) % n, n, proof, root)).toBe(false);
      }
    }), { numRuns: 500 });
  });
  it('no beginning is proved that is none', () => {
    const other = '0'.repeat(64);
    return fc.assert(fc.asyncProperty(pair, fc.nat(), async ({ n, index }, at) => {
      const first = index + 1;
      const [was, is, proof] = [mth(leaves.slice(0, first)), mth(leaves.slice(0, n)), store.of(consistencyPlan(first, n))];
      expect(await provesConsistency(first, other, n, is, proof)).toBe(false);
      expect(await provesConsistency(first, was, n, other, proof)).toBe(false);
      expect(await provesConsistency(first, was, n, is, [...proof, other])).toBe(false);
      expect(await provesConsistency(0, was, n, is, proof)).toBe(false);
      expect(await provesConsistency(n + 1, was, n, is, proof)).toBe(false);
      if (proof.length > 0) {
        expect(await provesConsistency(first, was, n, is, proof.with(at % proof.length, other))).toBe(false);
        expect(await provesConsistency(first, was, n, is, proof.slice(1))).toBe(false);
        expect(await provesConsistency(first, was, n, is, [])).toBe(false);
      }
    }), { numRuns: 500 });
  });
  it('works beyond 32 bits, with few hashes', () => {
    const far = 5_000_000_001;
    expect(inclusionPlan(far - 1, far).nodes.length).toBeLessThan(80);
    expect(consistencyPlan(4_294_967_297, far).nodes.length).toBeLessThan(80);
    expect(closedBy(2 ** 33 - 1)).toHaveLength(33);
    expect(cover(0, 2 ** 33)).toEqual([{ level: 33, place: 0 }]);
  });
  it('says what it cannot prove', () => {
    expect(() => inclusionPlan(3, 3)).toThrow(RangeError);
    expect(() => inclusionPlan(-1, 3)).toThrow(RangeError);
    expect(() => consistencyPlan(0, 3)).toThrow(RangeError);
    expect(() => consistencyPlan(4, 3)).toThrow(RangeError);
  });
});

describe('a signed checkpoint', () => {
  const key = signingKey('vejviser.example/decisions/log', Buffer.alloc(32, 9));
  const head = { size: 8, root: VECTOR_ROOTS[8] ?? '' };
  const note = writeHead(head, key);

  it('has the form of C2SP tlog-checkpoint', () => {
    expect(note.split('\n')).toEqual([
      'vejviser.example/decisions/log', '8', 'XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=', '', expect.stringMatching(/^— vejviser\.example\/decisions\/log [A-Za-z0-9+/]{91}=$/), '',
    ]);
  });
  it('is found whatever stands around it, with whatever line ends', () => {
    const second = writeHead({ size: 9, root: 'ab'.repeat(32) }, key);
    const found = findHeads(`Dear all,\r\n\r\n${note.replaceAll('\n', '\r\n')}\r\n${second}\nBest`);
    expect(found.map(({ size, root }) => ({ size, root }))).toEqual([head, { size: 9, root: 'ab'.repeat(32) }]);
    for (const each of found) expect(signedBy(each, [key])).toBe(key);
  });
  it('holds for the key in a line, and for no other text or key', () => {
    const [read] = findHeads(note);
    const own = readVerifier(verifierLine(key));
    if (!read || !own) throw new Error('It was written in the line above.');
    expect(signedBy(read, [own])).toBe(own);
    expect(signedBy({ ...read, text: read.text.replace('\n8\n', '\n9\n') }, [own])).toBeNull();
    expect(signedBy(read, [signingKey('vejviser.example', Buffer.alloc(32, 9))])).toBeNull();
    expect(findHeads(note.replace('\n8\n', '\n08\n'))).toEqual([]);
  });
});

describe('whoever checks', () => {
  it('works the same roots out by reading entries one after the other', async () => {
    const tree = new GrowingTree();
    expect(await tree.root()).toBe(EMPTY_ROOT);
    for (let n = 1; n <= 70; n++) {
      await tree.add(`entry ${n - 1}`);
      expect(await tree.root()).toBe(mth(leavesOf(n)));
    }
  });
  it('is never thrown off by what somebody pasted', async () => {
    const whole = { entry: '{"index":0,"commitment":"'.concat('a'.repeat(64), '"}'), document: '{}', salt: 'b'.repeat(64), proof: ['c'.repeat(64)], checkpoint: 'x/y\n1\n'.concat('A'.repeat(43), '=\n\n— x/y AAAA\n') };
    expect(readBundle(JSON.stringify(whole))).toEqual(whole);
    await fc.assert(fc.asyncProperty(fc.constantFrom(...Object.keys(whole)), fc.oneof(fc.jsonValue(), fc.string()), fc.string(), async (field, value, key) => {
      const bundle = readBundle(JSON.stringify({ ...whole, [field]: value }));
      const found = bundle && (await verifyBundle(bundle, key));
      expect(found === null || (!found.included && found.signature === 'bad')).toBe(true);
    }), { numRuns: 500 });
    fc.assert(fc.property(fc.string(), (text) => {
      expect(readHead(text)).toBeNull();
      expect(readBundle(text)?.entry ?? null).toBeNull();
    }));
  });
});

describe('canonical JSON', () => {
  it('is the same however an object was put together, and reads back', () => {
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
      const text = canonicalJson(object as Json);
      const turned = Object.fromEntries(Object.entries(object).reverse());
      expect(canonicalJson(turned as Json)).toBe(text);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(object)));
    }));
  });
  it('sorts keys and leaves out what is undefined', () => {
    expect(canonicalJson({ b: 1, a: [{ d: null, c: 'å' }], e: undefined })).toBe('{"a":[{"c":"å","d":null}],"b":1}');
  });
});
