/** Where the bytes of evidence files lie. Keys are random names; what a file is called stands in the database alone. */
import { join } from 'node:path';
import type { Env } from '#platform/env.ts';
import { diskStore } from './disk.ts';
import { s3Store } from './s3.ts';

export interface FileStore {
  /** Whole or not at all. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Null: there is none of this key. */
  get(key: string): Promise<ReadableStream<Uint8Array> | null>;
  /** What an interrupted `put` left behind goes too; no error where there is nothing. */
  remove(key: string): Promise<void>;
}

/** S3 where it is configured, else DATA_DIR/files. */
export function openFileStore(env: Pick<Env, 'S3_ENDPOINT' | 'S3_REGION' | 'S3_KEY_ID' | 'S3_SECRET' | 'dataDir'>): FileStore {
  const { S3_ENDPOINT, S3_REGION, S3_KEY_ID, S3_SECRET } = env;
  if (S3_ENDPOINT === undefined || S3_KEY_ID === undefined || S3_SECRET === undefined) return diskStore(join(env.dataDir, 'files'));
  return s3Store({ endpoint: S3_ENDPOINT, region: S3_REGION, keyId: S3_KEY_ID, secret: S3_SECRET });
}
