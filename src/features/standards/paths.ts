/** Addresses of standards, without language. Pure. */
import type { Part } from './draft.ts';

export const standardPath = (slug: string, number: number): string => `/standards/${encodeURIComponent(slug)}/${number}`;
export const deskStandards = (authorityId: number): string => `/desk/authority/${authorityId}/standards`;
export const deskVersion = (authorityId: number, slug: string, number: number): string => `${deskStandards(authorityId)}/${encodeURIComponent(slug)}/${number}`;

/** Steps after `…/edit/`. */
export function partSteps(part: Part): string {
  if (part.part === 'basics') return 'basics';
  if (part.part === 'theme') return part.code === null ? 'theme' : `theme/${part.code}`;
  return part.code === null ? `theme/${part.theme}/criterion` : `theme/${part.theme}/criterion/${part.code}`;
}

/** null: no such address. */
export function partOfSteps(steps: string): Part | null {
  const [first, theme, second, code, ...more] = steps.split('/');
  if (more.length > 0) return null;
  if (first === 'basics' && theme === undefined) return { part: 'basics' };
  if (first !== 'theme' || theme === '' || code === '') return null;
  if (theme === undefined) return { part: 'theme', code: null };
  if (second === undefined) return { part: 'theme', code: theme };
  return second === 'criterion' ? { part: 'criterion', theme, code: code ?? null } : null;
}
