/** Whether somebody can show by their mail address that a profile is their organisation's. Pure. */

export const CLAIM_PROOFS = ['mail-domain', 'oidc-organisation', 'operator'] as const;
export type ClaimProof = (typeof CLAIM_PROOFS)[number];
export type ClaimState = 'open' | 'granted' | 'refused' | 'withdrawn';

/** Where anybody gets an address, or a page: having one there shows nothing. Our own list, of the countries we serve. */
const ANYBODYS = new Set(
  `gmail.com googlemail.com hotmail.com hotmail.dk hotmail.se hotmail.nl hotmail.fi outlook.com outlook.dk outlook.se live.com live.dk
  live.se live.nl live.fi msn.com yahoo.com yahoo.dk yahoo.se ymail.com icloud.com me.com mac.com proton.me protonmail.com pm.me
  tutanota.com tuta.io gmx.com gmx.net gmx.de web.de mail.com email.com aol.com zoho.com fastmail.com hey.com yandex.com mail.ru
  mail.dk email.dk ofir.dk jubii.dk youmail.dk webspeed.dk stofanet.dk tdcadsl.dk tele.dk post.tele.dk mail.tele.dk privat.dk c.dk
  spray.se telia.com comhem.se bredband.net home.se swipnet.se ziggo.nl kpnmail.nl kpnplanet.nl planet.nl xs4all.nl hetnet.nl
  casema.nl chello.nl upcmail.nl quicknet.nl luukku.com kolumbus.fi suomi24.fi elisanet.fi saunalahti.fi netti.fi pp.inet.fi
  facebook.com linkedin.com instagram.com google.com sites.google.com wordpress.com wixsite.com webnode.dk simplesite.com
  one.com squarespace.com weebly.com github.io blogspot.com`.split(/\s+/),
);

const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

function ownDomain(host: string | undefined): string | null {
  const domain = (host ?? '').trim().toLowerCase().replace(/\.$/, '').replace(/^www\./, '');
  const labels = domain.split('.');
  return labels.length >= 2 && labels.every((each) => LABEL.test(each)) && !/^\d+$/.test(labels.at(-1) ?? '') && !ANYBODYS.has(domain) ? domain : null;
}

/** The part after the last @, when the address has exactly that form. */
export function domainOfAddress(address: string): string | null {
  const [local, host, ...more] = address.trim().split('@');
  return local && more.length === 0 ? ownDomain(host) : null;
}

/**
 * Domains that are the provider's own, by what is published of it: its website and its mail address.
 * Those where anybody gets an address are left out.
 */
export function ownDomains(contact: { website?: string | undefined; email?: string | undefined } | undefined): string[] {
  const website = contact?.website?.trim() ?? '';
  const address = /^[a-z][a-z0-9+.-]*:/i.test(website) ? website : `https://${website}`;
  const host = URL.canParse(address) && /^https?:/i.test(address) ? ownDomain(new URL(address).hostname) : null;
  const mail = contact?.email === undefined ? null : domainOfAddress(contact.email);
  return [...new Set([host, mail].filter((each) => each !== null))];
}

export interface ClaimFacts {
  /** Of the provider. */
  organisation: { scheme: string; value: string };
  ownDomains: readonly string[];
  /** Somebody looks after the profile already. */
  owned: boolean;
  suspended: boolean;
  address: string;
  addressVerified: boolean;
  /** That the eID names in this session, as `dk-cvr:12345678`. */
  vouched: string | null;
}

/** How the claim can be shown to be right; `atOnce` when nobody has to look at it. */
export function proofOf({ organisation, ownDomains: own, owned, suspended, address, addressVerified, vouched }: ClaimFacts): { proof: ClaimProof; atOnce: boolean } {
  const domain = domainOfAddress(address);
  const proof =
    vouched === `${organisation.scheme}:${organisation.value}` ? 'oidc-organisation' : addressVerified && domain !== null && own.includes(domain) ? 'mail-domain' : 'operator';
  return { proof, atOnce: proof !== 'operator' && !owned && !suspended };
}
