/** Acts of people in their organisations: membership, invitations, claims. */
import type { Act } from '#platform/define-action.ts';

export const accountsActs = {} satisfies Record<string, Act>;
