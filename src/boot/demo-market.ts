/** Invented places on offer and invented enquiries, so that the demo shows what they look like. */
import { sql } from 'drizzle-orm';
import { rows, type Db } from '#db/client.ts';
import { enquiry, enquiryCount, enquiryMessage, opening, shippedData } from '#db/schema/index.ts';
import { now, today } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { seal } from '#platform/seal.ts';
import { newToken, tokenHash } from '#features/accounts/invitation.ts';
import { addDays } from '#features/enquiries/working-days.ts';

const NAME = 'demo-market';
const DAY_MS = 86_400_000;
const PROVIDERS = 14;

/** Days until the start (null: at any time), free places, and how long ago that was last confirmed. */
const PLACES = [[21, 4, 2], [42, 6, 3], [null, 3, 8], [14, 1, 1], [70, 0, 5], [35, 8, 44], [28, 2, 12]] as const;
/** Days ago that somebody asked, and working days to the answer; null: none came. */
const ASKED = [
  [310, 1], [288, 0], [270, 2], [251, 1], [240, null], [219, 1], [203, 3], [180, 0], [166, 1], [149, 2], [131, 1], [102, 5], [90, 1], [61, 0], [47, 2], [33, 1],
] as const;

const ENQUIRIES = [
  { kind: 'question', name: 'Jens', ago: 1, text: 'Hej. Kan man komme med, hvis man kun kan to dage om ugen? (Opdigtet)', answer: null },
  { kind: 'place', name: 'Amira', ago: 2, text: 'Jeg vil gerne have en plads. Skal jeg tale med min a-kasse først? (Opdigtet)', answer: null },
  { kind: 'question', name: null, ago: 6, text: 'Er der nogen, der taler engelsk? (Opdigtet)', answer: 'Ja, to af vores rådgivere gør. Du er velkommen. (Opdigtet)' },
] as const;

interface Offering {
  id: number;
  theirs: boolean;
  code: string;
  language: string | null;
  region: string | null;
}

/** Those with people of their own first; each with its first programme that runs. */
function offering(tx: Db): Promise<Offering[]> {
  return rows<Offering>(
    tx,
    sql`select p.id, p.claimed_at is not null as theirs, g.code, coalesce(g.programme->'languages'->>0, v.profile->'languages'->>0) as language, v.profile->'locations'->0->>'region' as region
        from provider p join organisation o on o.id = p.organisation_id join provider_version v on v.id = p.version_id
        join lateral (select code, programme from programme_version g where g.provider_version_id = v.id and coalesce(g.programme->>'endedOn', '9999') > ${today()} order by position limit 1) g on true
        where o.scheme = 'demo' and v.profile->>'closedOn' is null order by p.claimed_at is null, o.value limit ${PROVIDERS}`,
  );
}

async function seedEnquiries(tx: Db, { id: providerId, code }: Offering, openingId: number, at: Date): Promise<void> {
  const before = (days: number) => new Date(at.getTime() - days * DAY_MS);
  await tx.insert(enquiryCount).values(ASKED.map(([ago, answeredInDays]) => ({ providerId, askedOn: addDays(today(), -ago), answeredInDays })));
  for (const { kind, name, ago, text, answer } of ENQUIRIES) {
    const token = newToken();
    const [count] = await tx.insert(enquiryCount).values({ providerId, askedOn: addDays(today(), -ago), answeredInDays: answer === null ? null : 1 }).returning({ id: enquiryCount.id });
    const contact = seal('enquiry', JSON.stringify({ email: 'citizen@example.test', name, token }));
    const [row] = await tx
      .insert(enquiry)
      .values({
        providerId, programmeCode: code, openingId: kind === 'place' ? openingId : null, kind, state: answer === null ? 'waiting' : 'answered', locale: 'da', tokenHash: tokenHash(token), contact,
        showAddress: false, countId: count?.id ?? null, createdAt: before(ago), confirmedAt: before(ago), lastWordAt: before(answer === null ? ago : ago - 1),
      })
      .returning({ id: enquiry.id });
    const said = [{ author: 'citizen' as const, text, at: before(ago) }, ...(answer === null ? [] : [{ author: 'provider' as const, text: answer, at: before(ago - 1) }])];
    await tx.insert(enquiryMessage).values(said.map(({ text: words, ...each }) => ({ ...each, enquiryId: row?.id ?? 0, sealed: seal('enquiry', words) })));
  }
}

/** Once, into a database that was given demo providers and demo people. @returns providers that offer something now */
export async function seedDemoMarket(ctx: Context): Promise<number> {
  return ctx.db.transaction(async (tx) => {
    const [state] = await rows<{ due: boolean }>(
      tx,
      sql`select exists (select 1 from shipped_data where name = 'seed' and hash = 'demo') and not exists (select 1 from shipped_data where name = ${NAME}) as due`,
    );
    if (!state?.due) return 0;
    const at = now();
    const providers = await offering(tx);
    for (const [n, each] of providers.entries()) {
      const [startsIn, freePlaces, ago] = PLACES[n % PLACES.length] ?? PLACES[0];
      const [row] = await tx
        .insert(opening)
        .values({
          providerId: each.id, programmeCode: each.code, startsOn: startsIn === null ? null : addDays(today(), startsIn), freePlaces, language: each.language, region: each.region,
          revision: 1, createdAt: at, confirmedAt: new Date(at.getTime() - ago * DAY_MS),
        })
        .returning({ id: opening.id });
      if (each.theirs && row) await seedEnquiries(tx, each, row.id, at);
    }
    await ctx.outbox.send(tx, 'providers.changed', { providerIds: providers.map((each) => each.id) });
    await tx.insert(shippedData).values({ name: NAME, hash: 'demo', loadedAt: at, rows: providers.length });
    return providers.length;
  });
}
