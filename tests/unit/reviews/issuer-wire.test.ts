import { afterEach, describe, expect, it } from 'vitest';
import { now, setClockOffset } from '#platform/clock.ts';
import { isFromSite, readPass, requestHeaders, staffSession, staffTicket } from '#features/reviews/issuer-wire.ts';

const [SECRET, OTHER] = ['a secret of both', 'another secret'];
const MINUTE = 60_000;
afterEach(() => setClockOffset(0));

describe('what the site says to the issuer', () => {
  const body = '{"poolId":"x"}';
  it('is known by its signature over address, time and body', () => {
    const headers = requestHeaders(SECRET, '/site/close', body);
    expect(isFromSite(SECRET, '/site/close', body, headers)).toBe(true);
    expect(isFromSite(OTHER, '/site/close', body, headers)).toBe(false);
    expect(isFromSite(SECRET, '/site/expire', body, headers)).toBe(false);
    expect(isFromSite(SECRET, '/site/close', `${body} `, headers)).toBe(false);
    expect(isFromSite(SECRET, '/site/close', body, { ...headers, 'x-vejviser-at': new Date().toISOString().replace('2026', '2027') })).toBe(false);
    expect(isFromSite(SECRET, '/site/close', body, {})).toBe(false);
  });

  it('is old after five minutes', () => {
    const headers = requestHeaders(SECRET, '/site/close', body, now());
    setClockOffset(4 * MINUTE);
    expect(isFromSite(SECRET, '/site/close', body, headers)).toBe(true);
    setClockOffset(6 * MINUTE);
    expect(isFromSite(SECRET, '/site/close', body, headers)).toBe(false);
    setClockOffset(-6 * MINUTE);
    expect(isFromSite(SECRET, '/site/close', body, headers)).toBe(false);
  });
});

describe('passes of staff', () => {
  it('say for whom, run out, and are worth nothing for another thing or when altered', () => {
    const ticket = staffTicket(SECRET, 7, 'en');
    expect(readPass(SECRET, 'ticket', ticket)).toMatchObject({ organisationId: 7, locale: 'en' });
    expect(readPass(SECRET, 'session', ticket)).toBeNull();
    expect(readPass(OTHER, 'ticket', ticket)).toBeNull();
    const [text = '', signature] = ticket.split('.');
    const altered = Buffer.from(Buffer.from(text, 'base64url').toString().replace('7', '8')).toString('base64url');
    expect(readPass(SECRET, 'ticket', `${altered}.${signature}`)).toBeNull();
    for (const wrong of ['', '.', 'x.y', ticket.slice(1)]) expect(readPass(SECRET, 'ticket', wrong)).toBeNull();
    setClockOffset(16 * MINUTE);
    expect(readPass(SECRET, 'ticket', ticket)).toBeNull();
    const pass = { organisationId: 7, locale: 'da' as const, until: 0, nonce: '' };
    expect(readPass(SECRET, 'session', staffSession(SECRET, pass, MINUTE))).toMatchObject({ organisationId: 7 });
    expect(staffTicket(SECRET, 7, 'da')).not.toBe(staffTicket(SECRET, 7, 'da'));
  });
});
