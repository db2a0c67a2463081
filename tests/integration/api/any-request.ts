/** Requests as nobody would write them by hand: known parts and nonsense, mixed. */
import fc from 'fast-check';

const NAMES = [
  'q', 'place', 'country', 'group', 'kind', 'service', 'language', 'accessibility', 'approved', 'delivery', 'price', 'sort', 'page', 'pageSize',
  'lang', 'facets', 'p', 'parent', 'scheme', 'cursor', 'format', '__proto__', 'constructor', 'q[]', 'toString',
] as const;
const VALUES = [
  '', ' ', 'dk', 'all', 'se', 'mentor', 'a-kasse', 'jobsøgning', 'Århus', '2400', '8000 Aarhus', 'dk-kommune:0101', 'dk-region:1084', 'København', '99999999', 'fit', 'name', 'results',
  'private', 'mentoring', 'unge', 'dk-sygedagpenge', 'da', 'yes', 'free', 'remote', '1', '2', '100', '101', '0', '-1', '1e9', '٣', 'NaN', 'null', 'region,group', 'none',
  "' or 1=1 --", '%', '\u0000', '\ud83d', '🙂', '../../etc/passwd', '<script>', '{"a":1}', '__proto__', 'x'.repeat(300), '%00', '\\', '*', '(', '[a-z', 'AND', 'NOT "x"',
] as const;
const STEPS = ['providers', 'compare', 'regions', 'standards', 'decisions', 'target-groups', 'openapi.json', 'results', 'reviews', 'approvals', 'nobody', '', '.', '..', '%2e%2e', '%2F', '%zz', '%00', '__proto__', 'constructor'] as const;

const value = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...VALUES) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) });
const name = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...NAMES) }, { weight: 1, arbitrary: fc.string({ maxLength: 12 }) });
const query = fc
  .array(fc.tuple(name, value), { maxLength: 6 })
  .map((pairs) => new URLSearchParams(pairs).toString())
  .chain((text) => fc.oneof({ weight: 9, arbitrary: fc.constant(text) }, { weight: 1, arbitrary: fc.constantFrom('%', '%zz=1', '=', '&&&', 'q', 'q=%ff%fe', '?') }));
const step = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...STEPS) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => encodeURIComponent(text.toWellFormed())) },
);
const path = fc.oneof(
  { weight: 4, arbitrary: fc.constant('/api/v1/providers') },
  { weight: 4, arbitrary: fc.array(step, { maxLength: 4 }).map((steps) => `/api/v1/${steps.join('/')}`) },
  { weight: 1, arbitrary: fc.array(step, { maxLength: 3 }).map((steps) => `/schemas/${steps.join('/')}`) },
);

const headerText = fc.string({ unit: fc.constantFrom(...'abcXYZ019 ;,=/"*-_.%()[]{}<>'), maxLength: 60 });
const header = fc.oneof(
  fc.tuple(fc.constantFrom('cookie', 'accept', 'accept-language', 'accept-encoding', 'if-none-match', 'if-modified-since', 'range', 'origin', 'referer', 'authorization', 'content-type', 'x-http-method-override'), headerText),
  fc.tuple(fc.constant('cookie'), fc.constantFrom('a=%zz', 'session=' + 'x'.repeat(2_000), '=;=;', '__Host-x="', 'a=1; a=2; lang=zz')),
  fc.tuple(fc.constantFrom('x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-for', 'x-forwarded-port', 'forwarded'), fc.constantFrom('evil.example', 'https', 'javascript', '99999', '::1', 'for=x;host=evil.example')),
  fc.constant<[string, string]>(['accept-encoding', 'identity']),
);
const method = fc.oneof({ weight: 8, arbitrary: fc.constant('GET') }, { weight: 3, arbitrary: fc.constantFrom('HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND', 'M-SEARCH') });

export const anyRequest = fc.record({
  path: fc.tuple(path, query).map(([address, text]) => (text === '' ? address : `${address}?${text}`)),
  method,
  // A packed body is the server's affair and tested there; here bodies are read.
  headers: fc.array(header, { maxLength: 4 }).map((list) => ({ ...Object.fromEntries(list), 'accept-encoding': 'identity' }) as Record<string, string>),
});
