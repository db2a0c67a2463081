/**
 * Who acts, what was decided, and how a page asks. The port only: what roles may do is decided by
 * features/accounts/policy.ts, which the middleware puts behind the gate of each request.
 */

/** How the person signed in this time. */
export interface Session {
  id: string;
  method: 'link' | 'passkey' | 'oidc';
  /** Level of assurance that an identity provider vouched for, as it wrote it. */
  acr: string | null;
  /** Organisation that the identity provider says the person acts for, as `dk-cvr:12345678`. */
  organisation: string | null;
  /** When the person last proved who they are, not when the session was last used. */
  authenticatedAt: Date;
}

/** A system that acts for one organisation. */
export interface ActorToken {
  id: number;
  organisationId: number;
  scopes: readonly string[];
  organisationSuspended: boolean;
}

/** One role of a person; `organisationId` null: a role of the site itself. */
export interface ActorRole {
  organisationId: number | null;
  role: string;
  organisationSuspended: boolean;
}

/** Nobody signed in: `personId` and `token` null, no roles. A token acts without a person. */
export interface Actor {
  personId: string | null;
  suspended: boolean;
  roles: readonly ActorRole[];
  session: Session | null;
  token: ActorToken | null;
}

export const NOBODY: Actor = { personId: null, suspended: false, roles: [], session: null, token: null };

/** What an act is done to: ids only, read from the row itself and never from what the caller sent along. */
export interface PolicyObject {
  /** Whose it is. Left out where the act concerns an organisation, nobody may. */
  organisationId?: number | null;
  /** The authority that was asked to look at it, such as the one that confirms results. */
  authorityId?: number | null;
  /** Whose own account, or who made it. */
  personId?: string | null;
  /** Organisations and people that the outcome concerns: nobody decides in their own case. */
  partyOrganisationIds?: readonly number[];
  partyPersonIds?: readonly string[];
}

export type Refusal = 'sign-in' | 'not-found' | 'forbidden' | 'authenticate-again' | 'stronger-sign-in' | 'suspended';
/** Key of the sentence that says why, in i18n area `access`. */
export type RefusalReason =
  | 'nobody'
  | 'person-suspended'
  | 'organisation-suspended'
  | 'not-yours'
  | 'role'
  | 'scope'
  | 'own-case'
  | 'too-long-ago'
  | 'not-strong';
export type Decision = { allowed: true } | { allowed: false; outcome: Refusal; reason: RefusalReason };

/**
 * Asked by pages and acts; one for each request. `asked` is what the middleware looks at: an answer of a route that is
 * not public must have asked. The type of `action` is narrowed in src/env.d.ts to the names the policy has.
 */
export interface Gate<Action extends string = string> {
  readonly actor: Actor;
  /** What the route was declared to need in src/pages/_access.ts; null: not declared, so nobody gets through. */
  readonly needs: Action | 'public' | null;
  asked: boolean;
  /** Why the last question was refused, for the page that says so. */
  refused: { outcome: Refusal; reason: RefusalReason } | null;
  /** Decides and counts as having asked. */
  ask(action: Action, object?: PolicyObject): Decision;
  /** Decides only. */
  may(action: Action, object?: PolicyObject): boolean;
  /** Whether to show a way there: also where a new or stronger sign-in comes first. */
  mayOnce(action: Action, object?: PolicyObject): boolean;
}

/**
 * Fails closed: what a route that is not public says to somebody without having asked is not sent.
 * @throws Error that becomes a 500
 */
export function requireAsked(gate: Pick<Gate, 'needs' | 'asked'>, route: string, status: number): void {
  if (gate.needs !== 'public' && !gate.asked && status < 300) throw new Error(`${route} answered without asking whether it may`);
}

/** What is for one person, or says that somebody may not, is for nobody to keep: neither our own page cache nor a browser. */
export function keepNowhere({ actor, needs }: Pick<Gate, 'actor' | 'needs'>, { headers }: Response): void {
  if (actor.personId !== null || actor.token !== null || needs !== 'public') headers.set('cache-control', 'no-store');
}

/** The part of Astro's page context that `allow` uses. */
export interface AskingPage<Action extends string = string> {
  readonly locals: { gate: Gate<Action> };
  readonly url: URL;
  readonly originPathname: string;
  rewrite(path: string): Promise<Response>;
  redirect(path: string, status?: 302): Response;
}

const SIGN_IN: Partial<Record<Refusal, string>> = { 'sign-in': '', 'authenticate-again': 'again', 'stronger-sign-in': 'stronger' };

/** Address of the sign-in page that comes back to where the person was. */
export function signInAddress(outcome: Refusal, back: string): string {
  const prefix = /^\/(?:en|sv|nl|fi)(?=[/?]|$)/.exec(back)?.[0] ?? '';
  const query = new URLSearchParams({ next: back });
  const why = SIGN_IN[outcome];
  if (why) query.set('why', why);
  return `${prefix}/sign-in?${query}`;
}

/**
 * First thing in the frontmatter of a page that is not public: `const refused = await allow(Astro, { organisationId });
 * if (refused) return refused;`. @param action default: what the route was declared to need
 * @returns null when the actor may, else the answer to give
 */
export async function allow<Action extends string>(page: AskingPage<Action>, object: PolicyObject = {}, action?: NoInfer<Action>): Promise<Response | null> {
  const { gate } = page.locals;
  const needs = action ?? gate.needs;
  if (needs === null) throw new Error('This route is not declared in src/pages/_access.ts.');
  if (needs === 'public') throw new Error('A public route asks for a permission by its name: allow(Astro, object, action).');
  const decision = gate.ask(needs, object);
  if (decision.allowed) return null;
  if (decision.outcome === 'not-found') return page.rewrite('/404');
  if (decision.outcome in SIGN_IN) return page.redirect(signInAddress(decision.outcome, `${page.originPathname}${page.url.search}`), 302);
  return page.rewrite('/403');
}
