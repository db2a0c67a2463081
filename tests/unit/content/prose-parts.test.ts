import { describe, expect, it } from 'vitest';
import { fillPlaceholders, ownPath, proseParts } from '#components/ui/prose-parts.ts';
import { lix, proseOf } from '#tests/support/lix.ts';

describe('proseParts', () => {
  it('takes the text apart at its slots', () => {
    expect(proseParts('<p>a</p>\n<!-- slot: people -->\n<p>b</p>')).toEqual([{ html: '<p>a</p>' }, { slot: 'people' }, { html: '<p>b</p>' }]);
  });

  it('leaves other comments and a text without slots alone', () => {
    expect(proseParts('<!-- note --><p>a</p>')).toEqual([{ html: '<!-- note --><p>a</p>' }]);
  });
});

describe('fillPlaceholders', () => {
  it('puts values in, safe for HTML', () => {
    expect(fillPlaceholders('{{a}} of {{b}}', { a: '12', b: '<b>&"' })).toBe('12 of &lt;b&gt;&amp;&quot;');
  });

  it('refuses a placeholder without a value', () => {
    expect(() => fillPlaceholders('{{minN}}', {})).toThrow('minN');
  });

  it('does not look inside values', () => {
    expect(fillPlaceholders('{{a}}', { a: '{{b}}' })).toBe('{{b}}');
  });
});

describe('ownPath', () => {
  const site = 'https://vejviser.example';

  it.each([
    ['/providers/jobhuset', '/providers/jobhuset'],
    ['/en/providers?q=mentor&place=8000', '/en/providers?q=mentor&place=8000'],
    ['/a/../rights', '/rights'],
    ['/rights#x', '/rights'],
  ])('takes %s', (given, path) => {
    expect(ownPath(given, site)).toBe(path);
  });

  it.each([null, '', 'rights', '//evil.example', '/\\evil.example', '/\t/evil.example', 'https://evil.example/', 'javascript:alert(1)', `/${'x'.repeat(500)}`])(
    'refuses %j',
    (given) => {
      expect(ownPath(given, site)).toBeNull();
    },
  );
});


describe('lix', () => {
  it('is words a sentence plus the share of long words', () => {
    // 10 words, 2 sentences, 1 word of more than six letters.
    expect(lix('Du må tage en med. Ring til kommunen i dag.')).toBeCloseTo(10 / 2 + 10, 6);
  });

  it('counts letters, not signs', () => {
    expect(lix('182 40')).toBe(2);
  });

  it('reads running prose only', () => {
    const markdown = '---\ntitle: Arbejdsmarkedsuddannelse\n---\n\n## Kort\n\n- **Du** må [se](/en-meget-lang-adresse).\n\n```\nprovidersprovidersproviders\n```\n\nEn linje\nder går videre.\n';
    expect(proseOf(markdown).split('\n').filter(Boolean)).toEqual(['Kort', 'Du må se.', 'En linje der går videre.']);
  });
});
