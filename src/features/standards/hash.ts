/** What a version is known by: anybody can work it out from the document that the API gives. */
import { createHash } from 'node:crypto';
import { canonicalJson, type JsonObject } from '#platform/public-log/entry.ts';
import type { StandardDocument } from './model.ts';

/** JSON as the log and the database take it: what is undefined is left out. */
export const plainDocument = (document: StandardDocument): JsonObject => JSON.parse(JSON.stringify(document)) as JsonObject;

/** SHA-256 over the document in the form of RFC 8785, in hexadecimal. */
export const documentHash = (document: StandardDocument): string => createHash('sha256').update(canonicalJson(plainDocument(document))).digest('hex');
