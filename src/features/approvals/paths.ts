/** Addresses of the approval desks, without language. A case is one application at one authority. */

export const applicationsPath = (slug: string): string => `/desk/provider/${slug}/approvals`;
export const ownCasePath = (slug: string, caseId: number | string): string => `${applicationsPath(slug)}/${caseId}`;
export const casesPath = (authorityId: number): string => `/desk/authority/${authorityId}/cases`;
export const casePath = (authorityId: number, caseId: number | string): string => `${casesPath(authorityId)}/${caseId}`;
/** An application that is being written, before it is sent. */
export const dossierPath = (slug: string, dossierId: number | string): string => `${applicationsPath(slug)}/draft/${dossierId}`;
