import type { Db } from '#db/client.ts';
import type { Post } from '#platform/mail.ts';
import { citizenLetter, type Told } from '../letters.ts';
import { enquiryById } from '../queries.ts';

/** Sends the letter that is due. It lies nowhere: the address is read from the enquiry, which may be gone by then. */
export async function tellCitizen(db: Db, post: Pick<Post, 'sendNow'>, siteUrl: string, { enquiryId, what }: { enquiryId: number; what: Told }): Promise<void> {
  const found = await enquiryById(db, enquiryId);
  if (!found || (what === 'confirm') !== (found.state === 'unconfirmed')) return;
  await post.sendNow({ kind: `enquiry-${what}`, to: found.contact.email, personId: null, letter: citizenLetter(found, what, siteUrl) });
}
