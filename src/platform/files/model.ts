/** Evidence files: what is taken, and why a file is not. Pure. */
export const FILE_KINDS = ['pdf', 'png', 'jpeg', 'xlsx', 'csv'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

export const MAX_FILE_BYTES = 20 * 1024 * 1024;
/** Of all files of an organisation that are kept. */
export const QUOTA_BYTES = 500 * 1024 * 1024;

export const MEDIA_TYPE: Readonly<Record<FileKind, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};
export const EXTENSION: Readonly<Record<FileKind, string>> = { pdf: 'pdf', png: 'png', jpeg: 'jpg', xlsx: 'xlsx', csv: 'csv' };

/**
 * arriving: being written · quarantined: kept, shown to nobody · released: may be fetched · refused: a scanner found something,
 * the bytes are gone · removed: taken away by its owner, the bytes are gone
 */
export type FileState = 'arriving' | 'quarantined' | 'released' | 'refused' | 'removed';

/** Why a file is not taken; pages put it into words. */
export const FILE_REFUSALS = [
  'file-empty', 'file-too-large', 'file-quota', 'file-kind', 'file-broken', 'file-pdf-active', 'file-pdf-locked', 'file-image-size',
  'file-workbook-active', 'file-workbook-size', 'file-table-text', 'file-table-formula', 'file-person-number',
] as const;
export type FileRefusal = (typeof FILE_REFUSALS)[number];

/** A name to show and to save under: no folders, no control or direction characters, at most 120. The ending is that of the kind. */
export function shownName(given: string, kind: FileKind): string {
  const last = given.split(/[\\/]/).at(-1) ?? '';
  const plain = last.normalize('NFC').replace(/[\p{C}"<>|:*?]/gu, '').trim();
  const stem = plain.replace(/\.[A-Za-z0-9]{1,5}$/, '').replace(/^\.+/, '').slice(0, 120).trim();
  return `${stem || 'file'}.${EXTENSION[kind]}`;
}
