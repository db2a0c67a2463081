/** What the site asks of the issuer, wherever that runs. Everything may be asked twice: the second time changes nothing. */

/** Names and period as everybody may see them. */
export interface PoolFacts {
  authority: string;
  provider: string;
  programme: string;
  /** Of the stays, YYYY-MM-DD. */
  from: string;
  to: string;
}

export interface StayRow {
  /** HMAC-SHA256 of the authority's own number of the stay, 64 hexadecimal digits. */
  stay: string;
  startedOn: string;
  endedOn: string | null;
}

export interface RegisterAnswer {
  /** All of the pool: M, once it is announced. */
  registered: number;
  added: number;
  /** Were there already; of them so many with another last day than before. */
  known: number;
  changed: number;
}

export interface PoolAtIssuer {
  registered: number;
  announced: number;
  /** Stays that have stood in a list of invitations. */
  invited: number;
  /** N, once it is closed. */
  issued: number | null;
  expired: boolean;
}

export interface CloseAnswer {
  /** false: fewer than the minimum have collected; how many is not told. */
  closed: boolean;
  issued: number | null;
  invited: number;
}

export interface IssuerPort {
  makePool(pool: { poolId: string; issuerId: number; facts: PoolFacts }): Promise<{ keyId: string; spki: string }>;
  register(poolId: string, stays: readonly StayRow[]): Promise<RegisterAnswer>;
  /** The first `stays` registered may collect from `issueFrom` on, at the soonest a day from now. Also to make a pool longer. */
  announce(pool: { poolId: string; stays: number; issueFrom: string; issueUntil: string; facts: PoolFacts }): Promise<void>;
  close(poolId: string, minimum: number): Promise<CloseAnswer>;
  /** Destroys the key, and what is known of the stays. */
  expire(poolId: string): Promise<void>;
  /** By pool; those that it does not know are left out. */
  stateOf(poolIds: readonly string[]): Promise<Record<string, PoolAtIssuer>>;
}
