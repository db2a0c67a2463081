/** What of an entry everybody may read, written to the public log. */
import type { Db } from '#db/client.ts';
import type { Context } from '#platform/context.ts';
import { Refused } from '#platform/form.ts';
import { appendPublic } from '#platform/public-log/append.ts';
import { pickText } from '#i18n/index.ts';
import { criteriaOf } from '#features/standards/model.ts';
import type { Case } from '../model/case.ts';
import type { CaseEntry } from '../model/events.ts';
import { decisionDocument, decisionRecord, eventDocument, eventRecord, isPublicEvent, type PublicEvent, type PublicFinding } from '../public-document.ts';
import { aroundCase, type AroundCase } from '../queries/around.ts';
import type { OpenCase } from './case-rows.ts';

type Decided = CaseEntry<'decided'>;

function findingsOf({ standard }: AroundCase, entries: readonly CaseEntry[], language: Decided['content']['language']): PublicFinding[] {
  return criteriaOf(standard.document).flatMap(({ criterion: { code, title } }) => {
    const last = entries.findLast((each): each is CaseEntry<'finding'> => each.kind === 'finding' && each.content.criterion === code);
    if (last === undefined) return [];
    const { score, grounds, adoptedFrom } = last.content;
    return [{ criterion: code, title: pickText(title, language)?.text ?? code, score, grounds, adoptedFrom: adoptedFrom?.authority ?? null }];
  });
}

/** A passage that is nowhere would be left out of nothing, and whoever named it would believe that it was. */
function requirePassages({ rule, considerations, facts, answerTreated, guidance, conditions, redactions }: Decided['content'], findings: readonly PublicFinding[]): void {
  const texts = [rule, considerations, facts, answerTreated ?? '', guidance.body, guidance.how, ...conditions.map(({ text }) => text), ...findings.map(({ grounds }) => grounds)];
  const lost = redactions.findIndex(({ passage }) => !texts.some((text) => text.includes(passage)));
  if (lost >= 0) throw new Refused('invalid', { field: `redactions.${lost}.passage`, reason: 'case-passage-nowhere' });
}

/** @returns where it stands in the log; null: it is nobody's but the parties' */
export async function publish(ctx: Context, tx: Db, { row, entries }: Pick<OpenCase, 'row' | 'entries'>, entry: CaseEntry, next: Case): Promise<number | null> {
  if (entry.kind !== 'decided' && !isPublicEvent(entry.kind)) return null;
  const around = await aroundCase(tx, row.id);
  if (around === null) throw new Error('A case of nobody.');
  const { provider, authority, standard } = around;
  const about = {
    caseId: row.id, provider: { id: provider.id, name: provider.name }, authority,
    standard: { slug: standard.slug, version: standard.version, title: standard.document.title },
  };
  if (entry.kind !== 'decided') return (await appendPublic(ctx, tx, eventRecord(eventDocument(about, entry as CaseEntry<PublicEvent>)))).index;
  const findings = findingsOf(around, entries, entry.content.language);
  requirePassages(entry.content, findings);
  const document = decisionDocument(about, { seq: entry.seq, decidedOn: entry.on, content: entry.content, findings, appealUntil: next.decision?.appealUntil ?? entry.on });
  return (await appendPublic(ctx, tx, decisionRecord(document))).index;
}
