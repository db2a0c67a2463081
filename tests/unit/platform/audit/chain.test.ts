import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BEFORE_FIRST, canonicalForm, follow, linkHash, type ChainedEntry, type Head, type Link } from '#platform/audit/chain.ts';

const entry = (given: Partial<ChainedEntry> = {}): ChainedEntry => ({ id: '7', at: '1700000000000001', actor: 'person:ø', action: 'a.b', object: 'x:1', detail: '{"n": 1}', ...given });

function chainOf(entries: readonly ChainedEntry[]): Link[] {
  let head: Head = BEFORE_FIRST;
  return entries.map((each) => {
    head = { seq: head.seq + 1, hash: linkHash(head.hash, head.seq + 1, each) };
    return { ...head, entry: each };
  });
}

function walk(links: readonly Link[]) {
  let head: Head = BEFORE_FIRST;
  return links.flatMap((link) => {
    const step = follow(head, link);
    head = step.head;
    return step.fault ? [step.fault] : [];
  });
}

const five = () => chainOf(['1', '2', '3', '4', '5'].map((id) => entry({ id })));

describe('the form of an entry', () => {
  it('is each part with its length in bytes', () => {
    expect(canonicalForm(12, entry())).toBe('2:12,1:7,16:1700000000000001,9:person:ø,3:a.b,3:x:1,8:{"n": 1},');
  });

  it('is never the same for two entries', () => {
    const anEntry = fc.record({ id: fc.string(), at: fc.string(), actor: fc.string(), action: fc.string(), object: fc.string(), detail: fc.string() }, { noNullPrototype: true });
    fc.assert(fc.property(anEntry, anEntry, fc.nat(20), fc.nat(20), (a, b, m, n) => {
      const same = m === n && JSON.stringify(a) === JSON.stringify(b);
      expect(canonicalForm(m, a) === canonicalForm(n, b)).toBe(same);
    }));
  });
});

describe('the chain', () => {
  it('begins with sixty-four zeros and hashes the one before with the entry', () => {
    const [first] = chainOf([entry()]);
    expect(BEFORE_FIRST).toEqual({ seq: 0, hash: '0000000000000000000000000000000000000000000000000000000000000000' });
    expect(first?.hash).toBe(createHash('sha256').update(`${'0'.repeat(64)}${canonicalForm(1, entry())}`).digest('hex'));
  });

  it('is sound as it was written', () => expect(walk(five())).toEqual([]));

  it.each(['id', 'at', 'actor', 'action', 'object', 'detail'] as const)('finds a changed %s, and only that link', (field) => {
    const links = five().map((link) => (link.seq === 3 && link.entry ? { ...link, entry: { ...link.entry, [field]: 'other' } } : link));
    expect(walk(links)).toEqual([{ kind: 'altered-entry', seq: 3, entryId: field === 'id' ? 'other' : '3' }]);
  });

  it('finds an entry that is gone', () => {
    expect(walk(five().map((link) => (link.seq === 2 ? { ...link, entry: null } : link)))).toEqual([{ kind: 'missing-entry', seq: 2, entryId: null }]);
  });

  it('finds links that are gone, at the start and inside', () => {
    expect(walk(five().slice(1))).toEqual([{ kind: 'missing-links', seq: 2, entryId: '2' }]);
    expect(walk(five().filter(({ seq }) => seq !== 3 && seq !== 4))).toEqual([{ kind: 'missing-links', seq: 5, entryId: '5' }]);
  });

  it('finds an altered hash, and that the next does not follow from it', () => {
    const links = five().map((link) => (link.seq === 3 ? { ...link, hash: 'f'.repeat(64) } : link));
    expect(walk(links).map(({ kind, seq }) => [kind, seq])).toEqual([['altered-entry', 3], ['altered-entry', 4]]);
  });

  it('cannot tell that it was written anew as a whole: that is what checkpoints are for', () => {
    const anew = chainOf(five().map(({ entry: each }) => ({ ...(each ?? entry()), actor: 'somebody else' })));
    expect(walk(anew)).toEqual([]);
    expect(anew.at(-1)?.hash).not.toBe(five().at(-1)?.hash);
  });
});
