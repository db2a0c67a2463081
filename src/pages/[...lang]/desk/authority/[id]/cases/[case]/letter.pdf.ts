/** The letter about a decision as a tagged PDF. */
import type { APIRoute } from 'astro';
import { answerLetter } from '#src/pages/_letter-pdf.ts';

export const GET: APIRoute = (context) => answerLetter(context, 'authority');
