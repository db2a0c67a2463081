/** Addresses of the provider's desk, without language, and which page comes next. Pure. */
import { completeness } from './completeness.ts';
import { partsOf, type Description, type DraftPart } from './draft.ts';

export const deskHome = (slug: string) => `/desk/provider/${slug}`;

/** @param part a programme '' is one to be added */
export function partPath(slug: string, part: DraftPart): string {
  if ('section' in part) return `${deskHome(slug)}/profile/${part.section}`;
  if (part.programme === '') return `${deskHome(slug)}/programmes/add`;
  return `${deskHome(slug)}/programmes/${encodeURIComponent(part.programme)}/${part.part}`;
}

const partName = (part: DraftPart) => JSON.stringify(part);

/** The pages that one is led through: the profile as people ask for it, then each programme. */
function way({ programmes }: Description): DraftPart[] {
  const sections = (['basics', 'contact-details', 'places', 'area', 'people', 'access', 'staff'] as const).map((section): DraftPart => ({ section }));
  const open = programmes.flatMap((each) => partsOf(String(each['code'])));
  return [...sections, { programme: '', part: 'basics' }, ...open];
}

/**
 * The next page on which something is missing; null: nothing that comes after is, so look at the whole.
 * @param part the page one is on; null: from the beginning
 */
export function nextPart(description: Description, part: DraftPart | null, day: string): DraftPart | null {
  const missing = new Set(completeness(description, day).missing.map((each) => partName(each.part)));
  const all = way(description);
  const here = part === null ? -1 : all.findIndex((each) => partName(each) === partName(part));
  // A page that nobody is led through, such as claims, leads to the beginning.
  return all.slice(here + 1).find((each) => missing.has(partName(each))) ?? null;
}
