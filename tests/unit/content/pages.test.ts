/** The long texts: there in every language, of one build, with links that lead somewhere, and easy to read in Danish. */
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { placeholdersOf, proseParts } from '#components/ui/prose-parts.ts';
import { EXAMPLE, methodValues } from '#features/results/method-example.ts';
import { LOCALES, localePath, type Locale } from '#i18n/index.ts';
import { STATIC_PAGES } from '#src/pages/_sitemap.ts';
import { lix, proseOf } from '#tests/support/lix.ts';

const NAMES = [
  'about', 'accessibility', 'contact', 'data', 'decisions', 'developers', 'method', 'moderation', 'notice', 'privacy', 'rights', 'standards', 'terms',
];
/** Addresses without language. */
const MACHINE_PATHS = ['/api/v1/openapi.json', '/schemas/catalogue.v1.json', '/schemas/open-data.providers.v1.json', '/schemas/open-data.results.v1.json'];

const read = (locale: Locale, name: string) => readFileSync(`src/content/pages/${locale}/${name}.md`, 'utf8');
const headings = (text: string) => [...text.matchAll(/^#{2,4}(?= )/gm)].map(([signs]) => signs.length);
const slots = (text: string) => proseParts(text).flatMap((part) => ('slot' in part ? [part.slot] : []));
const items = (text: string) => [...text.matchAll(/^(?:-|\d+\.) /gm)].length;
const links = (text: string) => [...text.matchAll(/\]\((\/[^)]*)\)|^ {2}href: (\S+)$/gm)].map(([, inText, next]) => inText ?? next ?? '');
const frontMatter = (text: string, field: string) => new RegExp(`^${field}: (.+)$`, 'm').exec(text.split('\n---\n')[0] ?? '')?.[1] ?? '';

/** Files to download, in the language of the page. */
const FILES = ['/data/results-template.csv'];

describe('every page in every language', () => {
  it.each(LOCALES)('%s has all of them and no other', (locale) => {
    expect(readdirSync(`src/content/pages/${locale}`).sort()).toEqual(NAMES.map((name) => `${name}.md`));
  });

  it.each(LOCALES.flatMap((locale) => NAMES.map((name) => [locale, name] as const)))('%s/%s says what it is', (locale, name) => {
    const text = read(locale, name);
    expect(frontMatter(text, 'title').length).toBeGreaterThan(2);
    expect(frontMatter(text, 'title').length).toBeLessThanOrEqual(60);
    expect(frontMatter(text, 'description').length).toBeGreaterThan(50);
    expect(frontMatter(text, 'description').length).toBeLessThanOrEqual(170);
    expect(frontMatter(text, 'lead').length).toBeGreaterThan(20);
    expect(frontMatter(text, 'updated')).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it.each(LOCALES.filter((locale) => locale !== 'da').flatMap((locale) => NAMES.map((name) => [locale, name] as const)))(
    '%s/%s is built as the Danish one',
    (locale, name) => {
      const [source, translated] = [read('da', name), read(locale, name)];
      expect(headings(translated)).toEqual(headings(source));
      expect(items(translated)).toBe(items(source));
      expect(slots(translated)).toEqual(slots(source));
      expect(placeholdersOf(translated).sort()).toEqual(placeholdersOf(source).sort());
      expect(frontMatter(translated, 'updated')).toBe(frontMatter(source, 'updated'));
    },
  );

  it.each(LOCALES.flatMap((locale) => NAMES.map((name) => [locale, name] as const)))('%s/%s links to pages of its own language', (locale, name) => {
    const own = [...[...STATIC_PAGES, ...FILES].map((path) => localePath(locale, path)), ...MACHINE_PATHS];
    for (const link of links(read(locale, name))) expect(own).toContain(link.split('?')[0]);
  });
});

describe('the sitemap', () => {
  it('names every page that has one address for all', () => {
    const files = globSync('src/pages/[[]...lang[]]/**/*.astro').map((file) => file.replace('src/pages/[...lang]', '').replace(/(\/index)?\.astro$/, '') || '/');
    const fixed = files.filter((path) => !path.includes('[') && !['/compare', '/choice'].includes(path));
    expect(fixed.length).toBeGreaterThan(10);
    for (const path of fixed) expect(STATIC_PAGES).toContain(path);
  });
});

describe('the method page', () => {
  it.each(LOCALES)('%s has a value for every placeholder, and uses every value', (locale) => {
    expect(placeholdersOf(read(locale, 'method')).sort()).toEqual([...Object.keys(methodValues()), 'version'].sort());
  });

  it('works the example out', () => {
    expect(EXAMPLE).toEqual({ placed: 12, notPlaced: 22, unknown: 6 });
    expect(methodValues()).toMatchObject({ n: 40, rate: 30, knownLow: 18, knownHigh: 46, shownLow: 18, shownHigh: 61, manyLow: 25, manyHigh: 35, minN: 10, minNSensitive: 20 });
  });
});

describe('readability of the Danish pages (LIX)', () => {
  const scores = NAMES.map((name) => [name, lix(proseOf(read('da', name)))] as const);

  it('is 35 or less on average', () => {
    expect(scores.reduce((sum, [, score]) => sum + score, 0) / scores.length).toBeLessThanOrEqual(35);
  });

  it.each(scores)('of %s is 40 or less', (_name, score) => {
    expect(score).toBeLessThanOrEqual(40);
  });
});
