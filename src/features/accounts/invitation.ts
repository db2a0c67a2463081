/** Tokens of invitations: in the letter alone; the database knows their hash. */
import { createHash, randomBytes } from 'node:crypto';

export const INVITATION_DAYS = 14;

export const newToken = (): string => randomBytes(24).toString('base64url');
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');
