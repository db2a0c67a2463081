import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addPick, comparedPicks, knownPicks, readPicks, removePick, sheetAddress, TRAY_MAX, withPicks } from '#features/search/tray.ts';

const query = (text: string) => new URLSearchParams(text);
const slug = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}$/);

describe('picks in the address', () => {
  it('reads each slug once, in the order picked', () => {
    expect(readPicks(query('p=b&q=mentor&p=a&p=b'))).toEqual(['b', 'a']);
  });

  it('drops what cannot be a slug', () => {
    expect(readPicks(query('p=&p=A&p=a--b&p=-a&p=a-&p=../x&p=a%00&p=ok-2'))).toEqual(['ok-2']);
    expect(readPicks(query(`p=${'a'.repeat(200)}`))).toEqual([]);
  });

  it('keeps at most ten', () => {
    const many = Array.from({ length: 14 }, (_, i) => `p=s${i}`).join('&');
    expect(readPicks(query(many))).toHaveLength(TRAY_MAX);
  });

  it('never fails and never repeats, whatever the query', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('p', 'q'), fc.string({ unit: 'binary' }))), (pairs) => {
        const picks = readPicks(new URLSearchParams(pairs));
        expect(new Set(picks).size).toBe(picks.length);
        expect(picks.length).toBeLessThanOrEqual(TRAY_MAX);
      }),
    );
  });
});

describe('the list', () => {
  it('adds at the end, once, and not beyond ten', () => {
    expect(addPick(['a'], 'b')).toEqual(['a', 'b']);
    expect(addPick(['a', 'b'], 'a')).toEqual(['a', 'b']);
    const full = Array.from({ length: TRAY_MAX }, (_, i) => `s${i}`);
    expect(addPick(full, 'more')).toEqual(full);
  });

  it('takes one off and leaves the order', () => {
    expect(removePick(['a', 'b', 'c'], 'b')).toEqual(['a', 'c']);
  });

  it('names only what exists, in the order picked', () => {
    expect(knownPicks(['b', 'gone', 'a'], [{ slug: 'a', name: 'A' }, { slug: 'b', name: 'B' }])).toEqual([
      { slug: 'b', name: 'B' },
      { slug: 'a', name: 'A' },
    ]);
  });

  it('compares the first four', () => {
    expect(comparedPicks(['a', 'b', 'c', 'd', 'e'])).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('links', () => {
  it('replaces the picks and keeps everything else', () => {
    expect(withPicks('/providers?q=a+b&p=x&group=unge&group=seniorer#p-y', ['y', 'z'])).toBe('/providers?q=a+b&group=unge&group=seniorer&p=y&p=z#p-y');
    expect(withPicks('/en/map?p=x', [])).toBe('/en/map');
  });

  it('takes the wish along to the choice sheet, but not the page of the list', () => {
    const params = query('q=mentor&place=2400&group=unge&service=mentoring&page=3&sort=name&p=x');
    expect(sheetAddress('/en/choice', params, ['a', 'b'])).toBe('/en/choice?place=2400&group=unge&service=mentoring&p=a&p=b');
    expect(sheetAddress('/compare', query(''), ['a'])).toBe('/compare?p=a');
  });

  it('round-trips', () => {
    fc.assert(
      fc.property(fc.uniqueArray(slug, { maxLength: TRAY_MAX }), (picks) => {
        const address = withPicks('/providers?q=mentor&p=old', picks);
        expect(readPicks(new URL(address, 'http://localhost').searchParams)).toEqual(picks);
      }),
    );
  });
});
