/** A ZIP archive as a stream: one file in memory at a time. */
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

export interface ZipFile {
  /** Path in the archive, with forward slashes. */
  name: string;
  bytes: Uint8Array;
  /** Packed already, such as images and PDF. */
  packed?: boolean;
}

/** A name that no file system dislikes, and that leads nowhere else. */
export const safeName = (name: string): string => name.replace(/[^\p{L}\p{N}._ -]+/gu, '_').replace(/^[. ]+/, '').slice(0, 120) || 'file';

/** @param at the time that each file gets */
export function zipStream(files: AsyncIterable<ZipFile>, at: Date): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    async start(controller) {
      const zip = new Zip((error, chunk, final) => {
        if (error) return controller.error(error);
        if (chunk.length > 0) controller.enqueue(chunk);
        if (final) controller.close();
      });
      try {
        for await (const { name, bytes, packed = false } of files) {
          const file = packed ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
          file.mtime = at;
          zip.add(file);
          file.push(bytes, true);
        }
        zip.end();
      } catch (error) {
        controller.error(error);
      }
    },
  });
}
