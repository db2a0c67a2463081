import { today } from '#platform/clock.ts';

/** The year that an export is about; without one, this year. */
export function periodOf(url: URL): { year: string; period: { from: string; to: string } } {
  const given = url.searchParams.get('year') ?? '';
  const year = /^20\d\d$/.test(given) ? given : today().slice(0, 4);
  return { year, period: { from: `${year}-01-01`, to: `${year}-12-31` } };
}
