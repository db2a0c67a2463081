/** The long texts: there in every language, of one build, with links that lead somewhere, and easy to read in Danish. */
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { placeholdersOf, proseParts } from '#components/ui/prose-parts.ts';
import { EXAMPLE, methodValues } from '#features/results/method-example.ts';
import { caseVerdicts } from '#features/results/method-cases.ts';
import { reviewValues } from '#features/reviews/showing/method-values.ts';
import { LOCALES, localePath, type Locale } from '#i18n/index.ts';
import { ACCESS } from '#src/pages/_access.ts';
import { STATIC_PAGES } from '#src/pages/_sitemap.ts';
import { lix, proseOf } from '#tests/support/lix.ts';

const NAMES = [
  'about', 'accessibility', 'contact', 'data', 'developers', 'method', 'moderation', 'notice', 'privacy', 'rights', 'terms',
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
    const files = globSync('src/pages/[[]...lang[]]/**/*.astro').map((file) => file.replace('src/pages/[...lang]', '').replace(/(\/index)?\.astro$/, ''));
    const open = files.filter((path) => ACCESS[`/[...lang]${path}`] === 'public').map((path) => path || '/');
    // One visitor's own choice, the way in and out, letters and clock of a demonstration, and what lies on another host are nothing to be found by a search.
    const fixed = open.filter((path) => !path.includes('[') && !/^\/(compare|choice|sign-.*|demo|outbox|kept|review)(\/|$)/.test(path));
    expect(fixed.length).toBeGreaterThan(10);
    for (const path of fixed) expect(STATIC_PAGES).toContain(path);
  });
});

describe('the method page', () => {
  it.each(LOCALES)('%s has a value for every placeholder, and uses every value', (locale) => {
    expect(placeholdersOf(read(locale, 'method')).sort()).toEqual([...Object.keys(methodValues()), ...Object.keys(reviewValues()), ...Object.keys(caseVerdicts()), 'version'].sort());
  });

  it('works the example out', () => {
    expect(EXAMPLE).toEqual({ placed: 12, notPlaced: 22, unknown: 6 });
    expect(methodValues()).toMatchObject({ n: 40, rate: 30, knownLow: 18, knownHigh: 46, shownLow: 18, shownHigh: 61, manyLow: 25, manyHigh: 35, minN: 10, minNSensitive: 20 });
  });
});

describe('the cases of the method page', () => {
  const values = methodValues();

  it('what was expected is the sum of its groups, and depends on who takes part', () => {
    expect(values).toMatchObject({ mixNearN: 60, mixNearRate: 50, mixNearExpected: 30, mixFarN: 40, mixFarRate: 20, mixFarExpected: 8, mixN: 100, mixExpected: 38, mixTurnedExpected: 32, mixActual: 52 });
  });

  it('the same share is as expected among few and better among many', () => {
    expect(caseVerdicts()).toEqual({ verdictSmall: 'as_expected', verdictLarge: 'better' });
    expect(values).toMatchObject({ largeN: 1000, largeActual: 520, largeExpected: 380, wrongOfHundred: 5, outsideOfThousand: 2, material: 3 });
  });

  it('the lines of the plot lie around what was expected, wider for few', () => {
    expect(values).toMatchObject({ smallLow: 19, smallHigh: 57, largeLow: 29, largeHigh: 47 });
    expect(caseVerdicts().verdictSmall === 'as_expected').toBe(52 < (values['smallHigh'] ?? 0));
    expect(caseVerdicts().verdictLarge === 'better').toBe(52 > (values['largeHigh'] ?? 0));
  });

  it('the estimate lies between the own rate and that of all, and says how much is its own', () => {
    expect(values).toMatchObject({ likeN: 24, likeO: 12, likeAreaRate: 38, likeEstimate: 44, likeLow: 32, likeHigh: 56, likeWeight: 50 });
  });

  it('the hidden group is found by subtraction as long as the other is shown', () => {
    expect(values).toMatchObject({ hiddenFirst: 30, hiddenAlso: 22, hiddenSmall: 8, hiddenTotal: 60, extremeO: 1, extremeN: 40, extremeLimit: 10 });
    expect((values['hiddenTotal'] ?? 0) - (values['hiddenFirst'] ?? 0) - (values['hiddenAlso'] ?? 0)).toBe(values['hiddenSmall']);
    expect(values['hiddenSmall']).toBeLessThan(values['minN'] ?? 0);
    expect(values['hiddenAlso']).toBeGreaterThanOrEqual(values['minN'] ?? Infinity);
  });

  it('a change that may be none, and places that may be nearly any', () => {
    expect(values).toMatchObject({ earlierO: 30, earlierN: 80, laterO: 42, laterN: 84, changeDown: 3, changeUp: 27 });
    expect(values).toMatchObject({ rankOf: 24, rankFewest: 29, rankMost: 52, rankFrom: 2, rankTo: 23, minRankability: 75, rankPeers: 20 });
  });
});

describe('readability of the Danish pages (LIX)', () => {
  const scores = NAMES.map((name) => [name, lix(proseOf(read('da', name)))] as const);

  it('is 35 or less on average', () => {
    expect(scores.reduce((sum, [, score]) => sum + score, 0) / scores.length).toBeLessThanOrEqual(35);
  });

  it('of the method page is 35 or less', () => {
    expect(lix(proseOf(read('da', 'method')))).toBeLessThanOrEqual(35);
  });

  it.each(scores)('of %s is 40 or less', (_name, score) => {
    expect(score).toBeLessThanOrEqual(40);
  });
});
