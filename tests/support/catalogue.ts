/** Imports and exports without files and without a worker. */
import { sql } from 'drizzle-orm';
import { Readable } from 'node:stream';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rows, type Db } from '#db/client.ts';
import { exportCatalogue } from '#features/catalogue/commands/export-catalogue.ts';
import { importCatalogue, type ImportOptions, type ImportReport } from '#features/catalogue/commands/import-catalogue.ts';
import type { CatalogueFileSource } from '#features/catalogue/read-file.ts';
import type { Context } from '#platform/context.ts';

export interface SentEvent {
  name: string;
  data: unknown;
}

/** A context whose events are kept in a list instead of being delivered. */
export function contextOf(db: Db, events: SentEvent[] = []): Context {
  return {
    db,
    actor: 'test',
    outbox: {
      async send(_tx, name, data) {
        events.push({ name, data });
      },
    },
  };
}

const CHUNK = 64 * 1024;

/** @param content an object is sent as JSON. @param chunk bytes in each piece, to cut tokens and characters apart */
export function fileOf(content: unknown, fileName = 'test.json', chunk = CHUNK): CatalogueFileSource {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.from(typeof content === 'string' ? content : JSON.stringify(content));
  return {
    fileName,
    open: () => Readable.from((function* () {
      for (let start = 0; start < bytes.length; start += chunk) yield bytes.subarray(start, start + chunk);
    })()),
  };
}

export function take(db: Db, content: unknown, options: Partial<ImportOptions> = {}, events: SentEvent[] = []): Promise<ImportReport> {
  return importCatalogue(contextOf(db, events), fileOf(content), { dryRun: false, partial: false, ...options });
}

/** The files of an export by name. */
export async function exported(db: Db, full: boolean): Promise<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'vejviser-export-'));
  try {
    await exportCatalogue(db, folder, { full });
    return Object.fromEntries(readdirSync(folder).sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const TABLES = [
  'organisation', 'provider', 'former_slug', 'source', 'provider_version', 'programme_version', 'reported_result', 'reported_result_version',
  'region', 'target_group', 'sector', 'catalogue_import', 'audit_entry', 'published_result', 'result_release',
];

/** All that an import could touch, as one text. */
export async function everything(db: Db): Promise<string> {
  const found: unknown[] = [];
  for (const table of TABLES) {
    found.push(table, ...(await rows(db, sql`select to_jsonb(t) as row from ${sql.identifier(table)} t order by to_jsonb(t)::text collate "C"`)));
  }
  return JSON.stringify(found);
}

/** Takes everything out again that catalogues have brought; the registers stay. */
export async function clearCatalogue(db: Db): Promise<void> {
  await db.transaction(async (tx) => {
    // Tables whose rows the product never loses refuse it otherwise: the owner of a test's own database may.
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`truncate organisation, provider, former_slug, source, provider_version, programme_version, reported_result,
      reported_result_version, published_result, result_release, catalogue_import, provider_summary restart identity cascade`);
  });
  await db.execute(sql`delete from region where source_id is not null`);
  await db.execute(sql`delete from target_group where source_id is not null`);
}
