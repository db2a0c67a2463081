import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cookieName, isOurCookie, withPresentSignatures } from '#features/accounts/identity/cookies.ts';
import { deviceName, levelOf, reaches, safeNext } from '#features/accounts/identity/model.ts';
import { addressOfSubject, organisationOf, personOf } from '#features/accounts/identity/oidc.ts';
import { passkeyLetter, signInLetter } from '#features/accounts/identity/letter.ts';
import { newCeremony, methodOfPath, withCeremony } from '#features/accounts/identity/ceremony.ts';
import { errorOf, sentForm } from '#features/accounts/identity/pages.ts';
import { LOCALES, messages } from '#i18n/index.ts';
import { mayBeMailed } from '#platform/mail.ts';
import { addressOf } from '#platform/rate-limit.ts';
import { lix, proseOf } from '#tests/support/lix.ts';

const SITE = 'https://vejviser.example';

describe('where to go next', () => {
  it.each(['/desk', '/en/desk?x=1#y', '/a//b'])('%s is a path of this site', (next) => expect(safeNext(next)).toBe(next));
  it.each([null, undefined, '', 'desk', '//evil.example', '/\\evil.example', '/\t/evil.example', '/\n', 'https://evil.example', 'javascript:alert(1)', `/${'a'.repeat(1_000)}`])('%s is not', (next) => expect(safeNext(next)).toBeNull());
  it('never leaves the site, whatever the text', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), fc.constantFrom('/', '\\', '//', '/\\').chain((start) => fc.webUrl().map((url) => start + url))), (text) => {
      const next = safeNext(text);
      if (next !== null) expect(new URL(next, SITE).origin).toBe(SITE);
    }), { numRuns: 2_000 });
  });
});

describe('what a form of the sign-in sent', () => {
  const sent = async (type: string, body: string) => (await sentForm(new Request(SITE, { method: 'POST', headers: { 'content-type': type }, body })))?.get('email') ?? null;
  it('is read, and is nothing where it cannot be read', async () => {
    expect(await sent('application/x-www-form-urlencoded', 'email=a')).toBe('a');
    expect([await sent('application/json', '{"email":"a"}'), await sent('multipart/form-data; boundary=x', 'email=a'), await sent('multipart/form-data', '')]).toEqual([null, null, null]);
    expect(await sentForm(new Request(SITE))).toBeNull();
  });
});

describe('level of assurance', () => {
  it.each([
    ['https://data.gov.dk/concept/core/nsis/loa/Substantial', 'substantial'],
    ['http://eidas.europa.eu/LoA/high', 'high'],
    ['urn:grn:authn:dk:mitid:low', 'low'],
    ['urn:grn:authn:dk:mitid:substantial:extra', null],
    ['nonsubstantial', null],
    ['', null],
    [null, null],
  ])('%s is %s', (acr, level) => expect(levelOf(acr)).toBe(level));

  it('an unknown level reaches none, a higher one the lower', () => {
    expect(reaches(null, 'low')).toBe(false);
    expect(reaches('urn:x', 'low')).toBe(false);
    expect([reaches('a/low', 'substantial'), reaches('a/substantial', 'substantial'), reaches('a/high', 'substantial')]).toEqual([false, true, true]);
  });

  it('a claim of the wrong kind lets nobody in', () => {
    expect(personOf({ sub: 7, acr: 'a/high' }, undefined)).toBeNull();
    expect(personOf({ sub: '', acr: 'a/high' }, undefined)).toBeNull();
    expect(personOf({ sub: 'x', acr: ['a/high'] }, 'low')).toBeNull();
    expect(personOf({ sub: 'x', email: 'a@example.test', email_verified: 'true' }, undefined)).toMatchObject({ email: 'x@mitid.invalid', emailVerified: false });
  });

  it.each([[{ cvr: '12345678' }, 'dk-cvr:12345678'], [{ 'https://data.gov.dk/model/core/eid/professional/cvr': '87654321', cvr: '12345678' }, 'dk-cvr:87654321'], [{ cvr: '1234' }, null], [{ cvr: 12345678 }, null], [{}, null]])('%o acts for %s', (claims, organisation) => expect(organisationOf(claims)).toBe(organisation));

  it('tells the session only of the request that learned it', async () => {
    const [one, two] = [newCeremony(), newCeremony()];
    await Promise.all([withCeremony(one, async () => personOf({ sub: 'x', acr: 'a/high', cvr: '12345678' }, 'low')), withCeremony(two, async () => personOf({ sub: 'y', acr: 'a/low', cvr: '12345678' }, 'high'))]);
    expect([one, two]).toEqual([{ acr: 'a/high', organisation: 'dk-cvr:12345678', refused: null }, { acr: null, organisation: null, refused: 'level-too-low' }]);
  });
});

describe('addresses that nobody reads', () => {
  it.each([['4b1f-9', '4b1f-9@mitid.invalid'], ['Å b', expect.stringMatching(/^[0-9a-f]{40}@mitid\.invalid$/)], ['x'.repeat(65), expect.stringMatching(/^[0-9a-f]{40}@mitid\.invalid$/)]])('%s', (subject, address) => {
    expect(addressOfSubject(subject)).toEqual(address);
    expect(mayBeMailed(addressOfSubject(subject))).toBe(false);
  });
  it('two subjects never share one', () => expect(addressOfSubject('AB')).not.toBe(addressOfSubject('ab')));
});

describe('how a session came about', () => {
  it.each([['/magic-link/verify', 'link'], ['/passkey/verify-authentication', 'passkey'], ['/callback/:id', 'oidc'], ['/sign-in/email', null], ['/passkey/verify-registration', null], [undefined, null]])('%s: %s', (path, method) => expect(methodOfPath(path)).toBe(method));
});

describe('cookies', () => {
  it('have the __Host- prefix wherever browsers take it', () => expect([cookieName(SITE), cookieName('http://localhost:4321')]).toEqual(['__Host-vejviser', 'vejviser']));
  it('of ours are told from others', () => {
    expect(['__Host-vejviser', '__Host-vejviser.state', 'vejviser', '__Host-vejviserx', 'x'].filter((name) => isOurCookie(name, SITE))).toEqual(['__Host-vejviser', '__Host-vejviser.state']);
  });
  it('any text of a cookie header is read without a fault, and a foreign signature stays foreign', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (name, value) => {
      const header = `${name}=${value}; vejviser=${value}`;
      expect(typeof withPresentSignatures(header, 'http://localhost', ['new', 'old'])).toBe('string');
      expect(withPresentSignatures('vejviser=token.AAAA', 'http://localhost', ['new', 'old'])).toBe('vejviser=token.AAAA');
    }));
  });
});

describe('whom a request counts against', () => {
  const from = (header: string) => new Headers({ 'x-real-ip': header });
  it.each([
    [new Headers(), '192.0.2.1', undefined, '192.0.2.1'],
    [new Headers(), '::ffff:192.0.2.1', undefined, '192.0.2.1'],
    [new Headers(), '2001:db8:1:2:3:4:5:6', undefined, '2001:db8:1:2::/64'],
    [new Headers(), '2001:db8:1:2::9', undefined, '2001:db8:1:2::/64'],
    [new Headers(), '2001:0db8::1', undefined, '2001:db8:0:0::/64'],
    [new Headers(), 'fe80::1%eth0', undefined, 'fe80:0:0:0::/64'],
    [from('203.0.113.9'), '192.0.2.1', undefined, '192.0.2.1'],
    [from('203.0.113.9'), '192.0.2.1', 'x-real-ip', '203.0.113.9'],
    [from('1.1.1.1, 203.0.113.9'), '192.0.2.1', 'x-real-ip', '203.0.113.9'],
    [from('made up'), '192.0.2.1', 'x-real-ip', '192.0.2.1'],
    [new Headers({ 'x-forwarded-for': '1.1.1.1' }), '192.0.2.1', 'x-real-ip', '192.0.2.1'],
  ])('%o from %s, header %s: %s', (headers, socket, trusted, expected) => expect(addressOf(headers, socket, trusted)).toBe(expected));
});

describe('devices', () => {
  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Linux'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1', 'Safari, iPhone'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0', 'Edge, Windows'],
    ['Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36', 'Chrome, Android'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Safari/605.1.15', 'Safari, macOS'],
    ['curl/8', null],
    [null, null],
  ])('%s', (agent, name) => expect(deviceName(agent)).toBe(name));
});

describe('words', () => {
  it.each(LOCALES)('the letter in %s leads to the page in its language', (locale) => {
    const letter = signInLetter(SITE, locale, 'token', '/desk');
    expect(letter.action?.url).toBe(`${SITE}${locale === 'da' ? '' : `/${locale}`}/sign-in/link?token=token&next=%2Fdesk`);
    expect(letter.paragraphs.join(' ')).toMatch(/vejviser\.example.*15/);
  });
  it.each(LOCALES)('a new passkey is told of in %s, with the way to take it away', (locale) => {
    const letter = passkeyLetter(SITE, locale);
    expect(letter.action?.url).toBe(`${SITE}${locale === 'da' ? '' : `/${locale}`}/account`);
    expect(letter.paragraphs.join(' ')).toContain('vejviser.example');
  });
  it('Danish words of signing in and of letters are easy to read', () => {
    const texts = (value: unknown): string[] => (typeof value === 'string' ? [value] : typeof value === 'function' ? [String((value as (...given: string[]) => string)('MitID', 'MitID'))] : Object.values(value as object).flatMap(texts));
    const { account, mail } = messages('da');
    expect(lix(proseOf(texts([account, mail]).filter((each) => each.includes(' ')).join('\n')))).toBeLessThan(35);
  });
  it('every error has a sentence', () => expect([null, 'level-too-low', 'account_not_linked', 'anything', 'constructor'].map(errorOf)).toEqual([null, 'level', 'otherAccount', 'failed', 'failed']));
});
