/** Actors for the tests of the policy. */
import type { Actor, Session } from '#platform/permissions.ts';

export const AT = new Date('2026-11-25T12:00:00Z');
export const ME = 'me';
export const HOME = 1;
export const ELSEWHERE = 2;

const MINUTE = 60_000;
export const minutesAgo = (minutes: number): Date => new Date(AT.getTime() - minutes * MINUTE);

export const SUBSTANTIAL = 'https://data.gov.dk/concept/core/nsis/loa/Substantial';

/** @param strong by passkey */
export function session(recent: boolean, strong: boolean): Session {
  return { id: 's', method: strong ? 'passkey' : 'link', acr: null, organisation: null, authenticatedAt: minutesAgo(recent ? 5 : 16) };
}

export function actor(roles: readonly { role: string; organisationId: number | null; organisationSuspended?: boolean }[], more: Partial<Actor> = {}): Actor {
  return {
    personId: ME,
    suspended: false,
    roles: roles.map((each) => ({ organisationSuspended: false, ...each })),
    session: session(true, true),
    token: null,
    ...more,
  };
}
