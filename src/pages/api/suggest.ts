/** Completions for our own search fields; no part of the public API, which may change without it. */
import type { APIRoute } from 'astro';
import { offeredSuggestions } from '#features/search/suggest-offers.ts';
import { DEFAULT_LOCALE, isLocale } from '#i18n/index.ts';

export const GET: APIRoute = async ({ locals, url }) => {
  const { engine, register } = locals.runtime;
  const lang = url.searchParams.get('lang') ?? undefined;
  const found = await offeredSuggestions(engine, register, {
    prefix: url.searchParams.get('prefix') ?? '',
    locale: isLocale(lang) ? lang : DEFAULT_LOCALE,
    country: url.searchParams.get('country') ?? 'dk',
    placesOnly: url.searchParams.get('show') === 'place',
  });
  return Response.json({ suggestions: found }, { headers: { 'x-cache-tags': 'providers', 'x-robots-tag': 'noindex' } });
};
