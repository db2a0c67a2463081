/**
 * Where a file can be fetched: an address that is good for some minutes, for whoever was allowed to ask for it. It needs no
 * cookie, so that files can come from another origin (FILES_ORIGIN), where they can do no harm to the site.
 */
import { timingSafeEqual } from 'node:crypto';
import { now } from '#platform/clock.ts';
import { blindName } from '#platform/seal.ts';

const GOOD_FOR_MS = 5 * 60_000;

const keyOf = (fileId: string, until: string) => blindName('file', `${fileId} ${until}`);

/** @param origin FILES_ORIGIN or the site's own, without a slash at the end */
export function fileAddress(origin: string, fileId: string): string {
  const until = String(now().getTime() + GOOD_FOR_MS);
  return `${origin}/files/${fileId}?${new URLSearchParams({ until, key: keyOf(fileId, until) })}`;
}

export function mayFetch(fileId: string, query: URLSearchParams): boolean {
  const [until, key] = [query.get('until') ?? '', query.get('key') ?? ''];
  if (!/^\d{13}$/.test(until) || Number(until) < now().getTime()) return false;
  const [given, right] = [Buffer.from(key), Buffer.from(keyOf(fileId, until))];
  return given.length === right.length && timingSafeEqual(given, right);
}
