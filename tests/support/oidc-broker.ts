/** A real OpenID Connect provider on this machine, in the place of a MitID or municipal broker. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import Provider, { type Configuration } from 'oidc-provider';

export interface BrokerPerson {
  sub: string;
  acr: string;
  name?: string;
  email?: string;
  email_verified?: boolean;
}

export interface Broker {
  issuer: string;
  /** Who signs in next. */
  person: BrokerPerson;
  /** A browser at the broker, from the address we sent it to until it is sent back. @returns the callback address */
  walk(url: string): Promise<string>;
  stop(): Promise<void>;
}

export const CLIENT = { id: 'vejviser', secret: 'test-only-client-secret-of-the-broker' };
export const NSIS = 'https://data.gov.dk/concept/core/nsis/loa/';

function configuration(broker: { person: BrokerPerson }, redirectUri: string): Configuration {
  return {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirectUri], response_types: ['code'], grant_types: ['authorization_code'], token_endpoint_auth_method: 'client_secret_post' }],
    acrValues: ['Low', 'Substantial', 'High'].map((each) => `${NSIS}${each}`),
    claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ ...broker.person, sub }) }),
    async loadExistingGrant(ctx) {
      const grant = new ctx.oidc.provider.Grant({ clientId: CLIENT.id, accountId: ctx.oidc.session?.accountId ?? '' });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
    cookies: { keys: ['test-only'] },
    ttl: { Interaction: 300, Session: 300, Grant: 300, AccessToken: 300, IdToken: 300 },
  } as Configuration;
}

/** Keeps cookies from answer to answer. */
async function walk(url: string, issuer: string): Promise<string> {
  const cookies = new Map<string, string>();
  let at = url;
  for (let step = 0; step < 10; step++) {
    if (!at.startsWith(issuer)) return at;
    const answer = await fetch(at, { redirect: 'manual', headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') } });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';', 1)[0] ?? '').split(/=(.*)/s, 2);
      cookies.set(name, value);
    }
    const to = answer.headers.get('location');
    if (to === null) throw new Error(`The broker answered ${answer.status}: ${(await answer.text()).slice(0, 500)}`);
    at = new URL(to, at).href;
  }
  throw new Error('The broker did not come to an end.');
}

/** @param redirectUri where it may send people back to */
export async function startBroker(redirectUri: string): Promise<Broker> {
  let handle: (request: IncomingMessage, response: ServerResponse) => unknown = () => {};
  const server: Server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const issuer = `http://127.0.0.1:${port}`;
  const broker: Broker = {
    issuer,
    person: { sub: 'nobody', acr: `${NSIS}Low` },
    walk: (url) => walk(url, issuer),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  const provider = new Provider(issuer, configuration(broker, redirectUri));
  const callback = provider.callback();
  handle = async (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return callback(request, response);
    const { sub, acr } = broker.person;
    await provider.interactionFinished(request, response, { login: { accountId: sub, acr, remember: false } }, { mergeWithLastSubmission: false });
  };
  return broker;
}
