import { enquiry } from '#db/schema/index.ts';
import { audit } from '#platform/audit.ts';
import { now, today } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { Refused } from '#platform/form.ts';
import type { Locale } from '#platform/input.ts';
import { seal } from '#platform/seal.ts';
import { newToken, tokenHash } from '#features/accounts/invitation.ts';
import { askedProvider, offeredOpening, type AskedProvider, type Contact } from '../queries.ts';
import type { Db } from '#db/client.ts';
import { addMessage } from './enquiry-rows.ts';

export interface NewEnquiry {
  slug: string;
  kind: 'question' | 'place';
  programme: string | null;
  opening: number | null;
  message: string;
  name: string | null;
  email: string;
  showAddress: boolean;
  locale: Locale;
}

async function whatItIsAbout(tx: Db, provider: AskedProvider, { opening, programme, kind }: NewEnquiry): Promise<{ openingId: number | null; programmeCode: string | null }> {
  if (opening !== null && kind === 'place') {
    const offered = await offeredOpening(tx, provider.id, opening, today());
    if (!offered) throw new Refused('gone', { field: null, reason: 'opening-over' });
    return { openingId: offered.id, programmeCode: offered.programme };
  }
  if (programme !== null && !provider.programmes.some((each) => each.code === programme)) throw new Refused('invalid', { field: 'programme', reason: 'choose' });
  return { openingId: null, programmeCode: programme };
}

/** A citizen has written something. The provider hears nothing before the link in the letter has been opened and pressed. */
export async function sendEnquiry(ctx: Context, input: NewEnquiry): Promise<number> {
  return ctx.db.transaction(async (tx) => {
    const provider = await askedProvider(tx, input.slug, today());
    if (!provider?.answers) throw new Refused('gone', { field: null, reason: 'not-asked-here' });
    const about = await whatItIsAbout(tx, provider, input);
    const token = newToken();
    const contact: Contact = { email: input.email, name: input.name, token };
    const at = now();
    const [row] = await tx
      .insert(enquiry)
      .values({
        ...about, providerId: provider.id, kind: input.kind, state: 'unconfirmed', locale: input.locale, tokenHash: tokenHash(token),
        contact: seal('enquiry', JSON.stringify(contact)), showAddress: input.showAddress, createdAt: at, lastWordAt: at,
      })
      .returning({ id: enquiry.id });
    if (!row) throw new Error('The enquiry was not written.');
    await addMessage(tx, row.id, { author: 'citizen', text: input.message });
    await audit(tx, { actor: 'citizen', action: 'enquiry.send', object: `enquiry:${row.id}`, detail: { providerId: provider.id, kind: input.kind } });
    await ctx.outbox.send(tx, 'enquiry.to-tell', { enquiryId: row.id, what: 'confirm' });
    return row.id;
  });
}
