/** Standards as the reading API sends them. */
import { z } from 'zod';
import { localisedText } from '#platform/input.ts';
import { standardDocument } from '#features/standards/input.ts';
import { named, note } from './documented.ts';
import { demo, link, listLinks, whole } from './schemas-shared.ts';

const day = z.iso.date().nullable();

const standardText = named(standardDocument, 'StandardDocument', 'Themes, criteria and indicators; rule: from findings to a proposal; limits in working days, but appeal in days.');

export const PUBLIC_PHASES = ['consultation', 'consulted', 'announced', 'in-force', 'grace', 'superseded'] as const;

const version = named(
  z.strictObject({
    version: z.int().min(1),
    phase: note(z.enum(PUBLIC_PHASES), 'Today. grace: replaced, but applications by it are still taken.'),
    title: localisedText,
    criteria: note(whole, 'How many there are.'),
    example: note(z.boolean(), 'Made to show how one looks; no authority’s real one.'),
    consultationFrom: day, consultationUntil: day, publishedOn: day,
    inForceFrom: day, applicationsFrom: day,
    graceUntil: note(day, 'Until when applications by the version before are taken.'),
    hash: note(z.string(), 'SHA-256 of the document in the form of RFC 8785, hexadecimal. A published one never changes.'),
    logIndex: note(whole.nullable(), 'Its place in the public log; null: it is not published yet.'),
    document: note(standardText.nullable(), 'Only where one standard was asked for by its slug.'),
    links: z.strictObject({ html: note(link, 'The page for people.') }),
  }),
  'StandardVersion', 'One version of a standard.',
);

const standard = named(
  z.strictObject({
    slug: note(z.string(), 'Of its address. It never changes.'),
    authority: note(z.strictObject({ id: whole, name: z.string() }), 'Who wrote it.'),
    usedBy: note(z.array(z.strictObject({ id: whole, name: z.string() })), 'Authorities that decide by it now.'),
    demo, versions: note(z.array(version), 'Published, or out to consultation; oldest first.'),
  }),
  'Standard', 'What an authority approves providers by.',
);

export const standards = named(
  z.strictObject({ total: whole, results: z.array(standard), links: listLinks }),
  'Standards', 'Standards that authorities approve by, and those that are out to consultation.',
);

export type ApiStandard = z.input<typeof standard>;
export type ApiStandardVersion = z.input<typeof version>;
