/** What forms about membership may send. `error` names a reason of i18n `forms.problems`. */
import { z } from 'zod';
import { ORGANISATION_ROLES } from './model.ts';

/** A number in a form's hidden field or address. */
export const rowId = z.coerce.number({ error: 'invalid' }).int({ error: 'invalid' }).positive({ error: 'invalid' }).max(2_147_483_647, { error: 'invalid' });
export const emailAddress = z.string().trim().max(254).pipe(z.email({ error: 'email' }));
export const personName = z.string().trim().min(1, { error: 'required' }).max(120);
export const personKey = z.string().min(1).max(200);
/** In the link of an invitation. */
export const token = z.string().regex(/^[\w-]{20,64}$/, { error: 'invalid' });

export const inviteInput = z.object({ organisationId: rowId, email: emailAddress, role: z.enum(ORGANISATION_ROLES, { error: 'choose' }) });
export const rolesInput = z.object({ organisationId: rowId, personId: personKey, roles: z.array(z.enum(ORGANISATION_ROLES, { error: 'choose' }), { error: 'required' }).max(ORGANISATION_ROLES.length) });
export const memberInput = z.object({ organisationId: rowId, personId: personKey });
export const organisationInput = z.object({ organisationId: rowId });
export const invitationInput = z.object({ invitationId: rowId });
export const tokenInput = z.object({ token });
/** The address is that of the invitation, so nobody can have a link sent elsewhere. */
export const invitedInput = z.object({ token, name: personName });
