/** What an import says of itself. Pure. */
import type { Fault } from '#platform/errors.ts';

export interface ImportCounts {
  /** `refused` have a fault; `proposals` went to a profile that its provider has claimed. */
  providers: { read: number; new: number; changed: number; unchanged: number; proposals: number; refused: number };
  /** Of the providers that were not refused. */
  programmes: { read: number };
  results: { read: number; new: number; changed: number; unchanged: number; withdrawn: number };
  regions: { new: number; changed: number };
  targetGroups: { new: number; changed: number };
  /** 1: what the source says of itself changed, or the source is new. */
  source: { changed: number };
}

export interface ImportReport {
  /** In a dry run: what an import would come to. `unchanged`: the file says nothing new. */
  outcome: 'imported' | 'unchanged' | 'refused';
  dryRun: boolean;
  partial: boolean;
  fileName: string;
  source: { title: string; publisher: string } | null;
  /** null: nothing was stored. */
  importId: number | null;
  counts: ImportCounts;
  /** The first of them; `faultCount` counts all. */
  faults: Fault[];
  faultCount: number;
  /** Things worth knowing that are no faults. */
  notes: string[];
}

export interface ImportProgress {
  /** `waiting`: another import or export is under way. */
  phase: 'waiting' | 'checking' | 'reading' | 'activating';
  /** Providers read, of providers found. */
  done: number;
  total: number;
}

export function noCounts(): ImportCounts {
  return {
    providers: { read: 0, new: 0, changed: 0, unchanged: 0, proposals: 0, refused: 0 },
    programmes: { read: 0 },
    results: { read: 0, new: 0, changed: 0, unchanged: 0, withdrawn: 0 },
    regions: { new: 0, changed: 0 },
    targetGroups: { new: 0, changed: 0 },
    source: { changed: 0 },
  };
}

/** Whether anything is, or would be, different afterwards. */
export function changesAnything({ providers, results, regions, targetGroups, source }: ImportCounts): boolean {
  const changes = [
    providers.new, providers.changed, providers.proposals, results.new, results.changed, results.withdrawn,
    regions.new, regions.changed, targetGroups.new, targetGroups.changed, source.changed,
  ];
  return changes.some((each) => each > 0);
}

/** `providersNew`, `resultsWithdrawn`, …: for the import's row and the audit trail. */
export function flatCounts(counts: ImportCounts): Record<string, number> {
  return Object.fromEntries(
    Object.entries(counts).flatMap(([what, each]) =>
      Object.entries(each as Record<string, number>).map(([how, n]) => [`${what}${how.charAt(0).toUpperCase()}${how.slice(1)}`, n]),
    ),
  );
}
