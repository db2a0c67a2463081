/** What the review origin tells browsers of a pool: what everybody may know, and where it stands in the public log. Pure. */

export interface PoolAnswer {
  keyId: string;
  /** Names as they are shown. */
  provider: string;
  programme: string;
  authority: string;
  /** YYYY-MM-DD */
  fromDay: string;
  toDay: string;
  window: 'soon' | 'open' | 'over';
  /** In the reader's language; null: not known yet. */
  opens: string | null;
  closes: string | null;
  /** As /decisions/log/proof gives it: the entry with the key, its proof and the signed checkpoint. */
  bundle: string;
  /** Key that checks the signature. */
  verifier: string;
}

export const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** null: not JSON. */
export const readJson = (response: Response): Promise<unknown> => response.json().catch(() => null) as Promise<unknown>;
