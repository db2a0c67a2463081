/** Single parameters of an address, whatever somebody wrote there. Pure. */

const MOST_PAGES = 10_000;

/** From 1. */
export function pageParam(url: URL): number {
  const text = url.searchParams.get('page') ?? '';
  return /^[1-9]\d{0,4}$/.test(text) ? Math.min(Number(text), MOST_PAGES) : 1;
}

/** Trimmed, at most 120 characters; empty when it is not given. */
export function textParam(url: URL, name: string): string {
  return (url.searchParams.get(name) ?? '').trim().slice(0, 120);
}

/** A number of a row; undefined when it is none. */
export function idParam(url: URL, name: string): number | undefined {
  const text = url.searchParams.get(name) ?? '';
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;
}

/** A calendar day that exists, as YYYY-MM-DD; the database knows no year 0. Undefined when it is none. */
export function dayParam(url: URL, name: string): string | undefined {
  const text = url.searchParams.get(name) ?? '';
  const at = /^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return at && !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text ? text : undefined;
}
