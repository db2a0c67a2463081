import { describe, expect, it } from 'vitest';
import { domainOfAddress, ownDomains, proofOf } from '#features/providers/claims/model.ts';

describe('whose domain', () => {
  it.each([
    [{ website: 'https://www.Firma.dk/om-os' }, ['firma.dk']],
    [{ website: 'firma.dk', email: 'Info@post.firma.dk' }, ['firma.dk', 'post.firma.dk']],
    [{ email: 'info@firma.dk' }, ['firma.dk']],
    [{ website: 'http://firma.dk', email: 'x@firma.dk' }, ['firma.dk']],
    [{ website: 'https://grønvækst.dk' }, [new URL('https://grønvækst.dk').hostname]],
    [{ website: 'https://www.facebook.com/firma', email: 'firma@gmail.com' }, []],
    [{ website: 'https://sites.google.com/firma', email: 'firma@hotmail.dk' }, []],
    [{ website: 'mailto:x@firma.dk' }, []],
    [{ website: 'javascript:alert(1)//firma.dk' }, []],
    [{ website: 'http://192.0.2.1/' }, []],
    [{ website: 'https://localhost' }, []],
    [{ website: '' }, []],
    [{}, []],
    [undefined, []],
  ])('%j', (contact, expected) => {
    expect(ownDomains(contact)).toEqual(expected);
  });

  it.each([
    ['anna@firma.dk', 'firma.dk'],
    ['anna@FIRMA.DK ', 'firma.dk'],
    ['anna@gmail.com', null],
    ['anna@www.firma.dk', 'firma.dk'],
    ['anna@firma.dk@evil.example', null],
    ['anna@firma', null],
    ['@firma.dk', null],
    ['anna', null],
    ['anna@firma.dk.', 'firma.dk'],
    ['anna@fir ma.dk', null],
  ])('of the address %s: %s', (address, domain) => {
    expect(domainOfAddress(address)).toBe(domain);
  });
});

describe('how a claim is shown to be right', () => {
  const facts = {
    organisation: { scheme: 'dk-cvr', value: '10150817' }, ownDomains: ['firma.dk'], owned: false, suspended: false,
    address: 'anna@firma.dk', addressVerified: true, vouched: null as string | null,
  };
  it.each([
    ['an address at the own domain', {}, 'mail-domain', true],
    ['not shown to be theirs', { addressVerified: false }, 'operator', false],
    ['at another domain', { address: 'anna@other.dk' }, 'operator', false],
    ['at a domain that only ends alike', { address: 'anna@notfirma.dk' }, 'operator', false],
    ['at a domain below', { address: 'anna@x.firma.dk' }, 'operator', false],
    ['the eID names the organisation', { address: 'a@mitid.invalid', addressVerified: false, vouched: 'dk-cvr:10150817' }, 'oidc-organisation', true],
    ['the eID names another', { address: 'a@mitid.invalid', vouched: 'dk-cvr:25313763' }, 'operator', false],
    ['somebody looks after it already', { owned: true }, 'mail-domain', false],
    ['somebody looks after it already, by eID', { owned: true, vouched: 'dk-cvr:10150817' }, 'oidc-organisation', false],
    ['the organisation is on hold', { suspended: true }, 'mail-domain', false],
  ] as const)('%s', (_what, change, proof, atOnce) => {
    expect(proofOf({ ...facts, ...change })).toEqual({ proof, atOnce });
  });
});
