/** One provider whose results were looked up in a register only lately, so that a first verdict that waits (method.md 8) is there to be seen. */
import { correctionsTo } from './corrections.ts';
import type { CatalogueFile, Provider } from '../types.ts';

/** So many starters that a difference as large as this one is no chance. */
const LARGE = 400;

const e6 = (provider: Provider) => (provider.results ?? []).flatMap((row) => row.outcomes.filter((each) => each.measure === 'E6' && row.evidence === 'register'));

function share(provider: Provider): number {
  const outcomes = e6(provider);
  const [placed, n] = outcomes.reduce(([some, all], each) => [some + each.placed, all + each.placed + each.notPlaced + each.unknown], [0, 0]);
  return n < LARGE ? 0 : placed / n;
}

/** The large provider of which most were in work; not one that corrects something. */
function checkedLate(file: CatalogueFile): Provider | undefined {
  const correctors = new Set(correctionsTo(file).providers.map((each) => each.id.value));
  const [first] = file.providers.filter((each) => share(each) > 0 && !correctors.has(each.id.value)).toSorted((a, b) => share(b) - share(a));
  return first;
}

/** The file as it was before: that provider's results were its own word. */
export function beforeTheCheck(file: CatalogueFile): CatalogueFile {
  const late = checkedLate(file);
  const own = (provider: Provider): Provider => ({ ...provider, results: (provider.results ?? []).map((row) => ({ ...row, evidence: 'self-reported' })) });
  return { ...file, providers: file.providers.map((each) => (each === late ? own(each) : each)) };
}

/** A file of the same source that names only that provider, as it is after the check. */
export function afterTheCheck(file: CatalogueFile): CatalogueFile {
  const late = checkedLate(file);
  return { ...file, providers: late ? [late] : [] };
}
