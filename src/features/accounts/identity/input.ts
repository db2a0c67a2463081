import { z } from 'zod';

/** What somebody types to get a sign-in link. */
export const linkEmail = z.string().trim().max(254).pipe(z.email());
