/** Every other address under /api. */
import type { APIRoute } from 'astro';
import { problem } from '#platform/http/api.ts';

export const GET: APIRoute = ({ url }) => problem(404, 'There is no such address. /api/v1/openapi.json lists those there are.', url.pathname);
