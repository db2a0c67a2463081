import { MEDIA_TYPE, type FileKind } from './model.ts';

/** A file is only ever saved, never shown: whatever is in it cannot act in the name of an origin. */
export function fileHeaders({ name, kind, size, sha256 }: { name: string; kind: FileKind; size: number; sha256: string }): Record<string, string> {
  const ascii = name.replace(/[^\w.-]/g, '_');
  return {
    'content-type': MEDIA_TYPE[kind],
    'content-length': String(size),
    'content-disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`)}`,
    'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-site',
    'cache-control': 'private, no-store',
    'repr-digest': `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`,
  };
}
