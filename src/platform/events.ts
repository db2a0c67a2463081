/** What can follow from a change. Sent in the same transaction as the change (the outbox), handled by the worker. */
export interface Events {
  /** Providers whose published profile, programmes or results changed. */
  'providers.changed': { providerIds: number[] };
  /** Reported results changed, so what is published may change: a release is due. importId null: by no import. */
  'results.reported': { importId: number | null };
  /** An authority has declared how many stays a pool has: the provider is asked. */
  'pool.declared': { poolId: string };
  /** The public log has new entries: it is signed. */
  'public-log.grew': Record<string, never>;
  /** An hour has passed: the audit trail is signed. */
  'hour.began': Record<string, never>;
  /** A letter waits to be sent. */
  'mail.queued': { mailId: number };
  /** Something is to be told to a citizen who asked: that it waits for the button, or how the provider answered. */
  'enquiry.to-tell': { enquiryId: number; what: 'confirm' | 'answer' | 'decline' | 'place' };
  /** An evidence file lies in quarantine and is to be scanned. */
  'file.taken': { fileId: string };
  /** A new day in Denmark, or a worker that may have missed one: programmes end and providers close by date. */
  'day.began': Record<string, never>;
}
export type EventName = keyof Events;
export const EVENT_NAMES = ['providers.changed', 'results.reported', 'mail.queued', 'enquiry.to-tell', 'file.taken', 'pool.declared', 'public-log.grew', 'day.began', 'hour.began'] as const satisfies readonly EventName[];
