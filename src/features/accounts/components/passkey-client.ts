/** The browser's part of a passkey ceremony. The server makes the challenge and checks the answer. */

interface Failure {
  error?: string;
}

async function ask<T>(path: string, body?: unknown): Promise<T> {
  const answer = await fetch(`/api/auth/passkey/${path}`, body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(((await answer.json().catch(() => ({}))) as Failure).error ?? 'failed');
  return (await answer.json()) as T;
}

function publicKey(credential: Credential | null): PublicKeyCredential {
  if (!(credential instanceof PublicKeyCredential)) throw new Error('failed');
  return credential;
}

export async function signInWithPasskey(): Promise<void> {
  const options = PublicKeyCredential.parseRequestOptionsFromJSON(await ask('generate-authenticate-options'));
  const credential = publicKey(await navigator.credentials.get({ publicKey: options }));
  await ask('verify-authentication', { response: credential.toJSON() });
}

export async function addPasskey(): Promise<void> {
  const options = PublicKeyCredential.parseCreationOptionsFromJSON(await ask('generate-register-options'));
  const credential = publicKey(await navigator.credentials.create({ publicKey: options }));
  await ask('verify-registration', { response: credential.toJSON() });
}

const isAble = () => 'PublicKeyCredential' in window && 'parseRequestOptionsFromJSON' in PublicKeyCredential;

/** One button that runs a ceremony and then goes on to `data-next`. */
export abstract class PasskeyButton extends HTMLElement {
  abstract ceremony: () => Promise<void>;

  connectedCallback(): void {
    const button = this.querySelector('button');
    if (!button || !isAble()) return;
    this.hidden = false;
    button.addEventListener('click', () => void this.#run(button));
  }

  async #run(button: HTMLButtonElement): Promise<void> {
    const failed = this.querySelector<HTMLElement>('[role="alert"]');
    if (failed) failed.hidden = true;
    button.disabled = true;
    try {
      await this.ceremony();
      location.assign(this.dataset['next'] ?? '/');
    } catch {
      if (failed) failed.hidden = false;
      button.disabled = false;
    }
  }
}
