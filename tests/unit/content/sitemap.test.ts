import { describe, expect, it } from 'vitest';
import { sitemapIndex, urlSet } from '#src/pages/_sitemap.ts';

describe('urlSet', () => {
  const xml = urlSet('https://vejviser.example', ['/', '/providers/a&b']);

  it('has each page in five languages', () => {
    expect([...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address)).toEqual([
      'https://vejviser.example/', 'https://vejviser.example/en', 'https://vejviser.example/sv', 'https://vejviser.example/nl', 'https://vejviser.example/fi',
      ...['', '/en', '/sv', '/nl', '/fi'].map((prefix) => `https://vejviser.example${prefix}/providers/a&amp;b`),
    ]);
  });

  it('gives each of them all translations, and one for everybody else', () => {
    const [first = ''] = xml.split('</url>');
    expect([...first.matchAll(/hreflang="([^"]*)"/g)].map(([, language]) => language)).toEqual(['da', 'en', 'sv', 'nl', 'fi', 'x-default']);
    expect(first).toContain('hreflang="x-default" href="https://vejviser.example/en"');
  });
});

describe('sitemapIndex', () => {
  it('names the sitemaps by their whole address', () => {
    expect(sitemapIndex('https://vejviser.example', ['/sitemap-pages.xml'])).toContain('<sitemap><loc>https://vejviser.example/sitemap-pages.xml</loc></sitemap>');
  });
});
