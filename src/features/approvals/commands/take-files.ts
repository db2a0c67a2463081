/** Files that come with a form: taken in first, and taken away again when what they came with is refused. */
import type { Context } from '#platform/context.ts';
import { DomainError } from '#platform/errors.ts';
import { problemsOf, Refused } from '#platform/form.ts';
import { removeFile } from '#platform/files/commands/decide-file.ts';
import { takeFile } from '#platform/files/commands/take-file.ts';
import type { Files } from '#platform/files/service.ts';

/** A file and the field of the form that it came in. */
export interface SentFile {
  field: string;
  file: File;
}

/** @throws the refusal of a file at its own field */
async function take(ctx: Context, files: Files, organisationId: number, { field, file }: SentFile): Promise<string> {
  try {
    return (await takeFile(ctx, files, { organisationId, name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })).id;
  } catch (error) {
    const problems = problemsOf(error);
    if (!(error instanceof DomainError) || problems.length === 0) throw error;
    throw new Refused(error.domainCode, ...problems.map((each) => ({ ...each, field })));
  }
}

/** @param use is given the ids in the order of the files */
export async function withFiles<T>(ctx: Context, files: Files, organisationId: number, sent: readonly SentFile[], use: (ids: readonly string[]) => Promise<T>): Promise<T> {
  const taken: string[] = [];
  try {
    for (const each of sent) taken.push(await take(ctx, files, organisationId, each));
    return await use(taken);
  } catch (error) {
    for (const id of taken) await removeFile(ctx, files, id);
    throw error;
  }
}
