/** All there is of the case, in one file. */
import type { APIRoute } from 'astro';
import { answerExport } from '#src/pages/_case-export.ts';

export const GET: APIRoute = (context) => answerExport(context, 'provider');
