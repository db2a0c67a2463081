/** What the forms of the site's desk may send. */
import { z } from 'zod';
import { EVENT_NAMES } from '#platform/events.ts';
import { emailAddress, personKey, rowId } from '../input.ts';
import { SITE_ROLES } from '../model.ts';

/** Said to those whom it concerns. */
const reason = z.string().trim().min(20).max(1_000);
const siteRole = z.enum(SITE_ROLES, { error: 'choose' });

export const organisationReason = z.object({ organisationId: rowId, reason });
export const personReason = z.object({ personId: personKey, reason });
export const findInput = z.object({ email: emailAddress });
export const siteRolesInput = z.object({ personId: personKey, roles: z.array(siteRole).max(SITE_ROLES.length).default([]) });
export const siteInvitationInput = z.object({ email: emailAddress, role: siteRole });
export const jobInput = z.object({ name: z.enum(EVENT_NAMES), jobId: z.uuid() });
export const mailInput = z.object({ mailId: rowId });
export const fileInput = z.object({ fileId: z.string().min(1).max(64), reason });
export const nothingInput = z.object({});
