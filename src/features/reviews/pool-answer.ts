/** What the review origin tells browsers of a pool: what everybody may know, and where it stands in the public log. Pure. */

/** On the review origin, before the key's id. */
export const KEY_PATH = '/review/key';

export interface PoolAnswer {
  keyId: string;
  /** Programme and provider, in the reader's language. */
  about: string;
  /** First day of writing, in the reader's language; null: not known yet. */
  opens: string | null;
  /** As /decisions/log/proof gives it: the entry with the key, its proof and the signed checkpoint. */
  bundle: string;
  /** Key that checks the signature. */
  verifier: string;
}

export const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** null: not JSON. */
export const readJson = (response: Response): Promise<unknown> => response.json().catch(() => null) as Promise<unknown>;
