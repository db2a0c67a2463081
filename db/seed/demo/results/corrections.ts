/** What three providers correct between the two releases of the demonstration, so that a changed value is there to be seen. */
import type { CatalogueFile, Provider, Result } from '../types.ts';

const CORRECTORS = 3;
const HALF_YEAR = '2024-07-01';
/** Payslips that came late: as many as move from not placed to placed. */
const LATE = 2;
const NOTE = { da: 'Lønsedler for to deltagere kom efter fristen.', en: 'Payslips of two participants came after the deadline.' };

/** The largest cell of the half-year, if it has room for the change without becoming extreme. */
function cellToCorrect(provider: Provider): Result | undefined {
  const cells = (provider.results ?? []).filter((row) => row.from === HALF_YEAR && row.evidence === 'register' && row.targetGroup !== undefined && row.region !== undefined);
  const [largest] = cells.toSorted((a, b) => (b.started ?? 0) - (a.started ?? 0));
  const outcome = largest?.outcomes.find((each) => each.measure === 'E6');
  return largest && (largest.started ?? 0) >= 20 && outcome && outcome.placed >= 5 && outcome.notPlaced >= 5 + LATE ? largest : undefined;
}

function corrected(provider: Provider, cell: Result): Provider {
  const outcomes = cell.outcomes.map((each) => (each.measure === 'E6' ? { ...each, placed: each.placed + LATE, notPlaced: each.notPlaced - LATE } : each));
  return { ...provider, results: (provider.results ?? []).map((row) => (row === cell ? { ...row, outcomes, note: NOTE } : row)) };
}

/** A file of the same source that names only the providers that correct something. */
export function correctionsTo(file: CatalogueFile): CatalogueFile {
  const providers = file.providers.flatMap((provider) => {
    const cell = cellToCorrect(provider);
    return cell ? [corrected(provider, cell)] : [];
  });
  return { ...file, providers: providers.slice(0, CORRECTORS) };
}
