/** What an export of a case encloses beside its rows. */
import type { Db } from '#db/client.ts';
import { DomainError } from '#platform/errors.ts';
import { bundleOf } from '#platform/public-log/queries.ts';
import type { Bundle } from '#platform/public-log/verify.ts';
import { letterPdf } from '../decision-letter-pdf.ts';
import { messages } from '#i18n/index.ts';
import type { KeptEntry } from './entries.ts';
import { letterOfCase } from './letter.ts';

/** The letters of the decisions among the entries, as PDF. */
export async function lettersOf(db: Db, caseId: number, entries: readonly KeptEntry[], at: Date): Promise<{ seq: number; pdf: Uint8Array }[]> {
  const letters: { seq: number; pdf: Uint8Array }[] = [];
  for (const { seq, kind } of entries) {
    const found = kind === 'decided' ? await letterOfCase(db, caseId, seq) : null;
    if (found) letters.push({ seq, pdf: await letterPdf(found.letter, at, messages(found.letter.language).decisions.letter.page) });
  }
  return letters;
}

/** What is not signed yet has no proof; the next export has it. */
export async function bundlesOf(db: Db, entries: readonly KeptEntry[]): Promise<{ index: number; bundle: Bundle }[]> {
  const bundles: { index: number; bundle: Bundle }[] = [];
  for (const { logIndex: index } of entries) {
    if (index === null) continue;
    try {
      bundles.push({ index, bundle: await bundleOf(db, index) });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
  }
  return bundles;
}
