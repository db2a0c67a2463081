import { S3mini } from 's3mini';
import type { FileStore } from './store.ts';

export interface S3Settings {
  /** With the bucket as its path: https://s3.example.dk/evidence */
  endpoint: string;
  region: string;
  keyId: string;
  secret: string;
}

export function s3Store({ endpoint, region, keyId, secret }: S3Settings): FileStore {
  const bucket = new S3mini({ endpoint, region, accessKeyId: keyId, secretAccessKey: secret, requestAbortTimeout: 60_000 });
  return {
    async put(key, bytes) {
      const answer = await bucket.putObject(key, bytes, 'application/octet-stream');
      if (!answer.ok) throw new Error(`The file store answered ${answer.status}.`);
    },
    async get(key) {
      const answer = await bucket.getObjectResponse(key);
      return answer?.body ?? null;
    },
    async remove(key) {
      await bucket.deleteObject(key);
    },
  };
}
