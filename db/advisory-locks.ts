/** Every advisory lock of the system, in one place so that no two are the same number. */
export const ADVISORY_LOCK = {
  migrate: 7_201_501,
  registers: 7_201_502,
  release: 7_201_503,
  catalogue: 7_201_504,
  summaries: 7_201_505,
  index: 7_201_506,
  /** Taken by the function `audit_chain_entry` of the database itself. */
  auditChain: 7_201_507,
  sitePeople: 7_201_508,
  publicLog: 7_201_509,
} as const;
