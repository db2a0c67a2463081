/** The few ways in which a command or query can fail for a reason that the caller should hear about. */
export const ERROR_STATUS = {
  invalid: 422,
  'bad-request': 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  gone: 410,
  conflict: 409,
  'too-large': 413,
  unavailable: 503,
} as const;
export type ErrorCode = keyof typeof ERROR_STATUS;

/**
 * Checked by `domainErrorCode`, not by `instanceof`: scripts and the built site may hold two copies of this module.
 * `detail` is for people and holds nothing personal.
 */
export class DomainError extends Error {
  readonly domainCode: ErrorCode;
  readonly faults: readonly Fault[];
  constructor(code: ErrorCode, detail: string, faults: readonly Fault[] = [], cause?: unknown) {
    super(detail, { cause });
    this.name = 'DomainError';
    this.domainCode = code;
    this.faults = faults;
  }
}

/** One thing that is wrong with an input. `pointer` is a JSON pointer (RFC 6901) into it. */
export interface Fault {
  pointer: string;
  field: string;
  value: unknown;
  expected: string;
}

export function domainErrorCode(error: unknown): ErrorCode | null {
  const code = (error as { domainCode?: unknown } | null)?.domainCode;
  return typeof code === 'string' && code in ERROR_STATUS ? (code as ErrorCode) : null;
}
