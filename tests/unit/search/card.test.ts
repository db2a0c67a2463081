import { describe, expect, it } from 'vitest';
import { distanceText, firstFew, priceText, waitingText } from '#features/search/card.ts';
import { LOCALES } from '#i18n/index.ts';

const dkk = (amount: number, paidBy: string) => ({ amount, currency: 'DKK', paidBy });

describe('a card', () => {
  it('says how far away, as exactly as it matters', () => {
    expect(distanceText('da', 0.4)).toBe('under 1 km væk');
    expect(distanceText('da', 3.26)).toBe('3,3 km væk');
    expect(distanceText('en', 41.6)).toBe('42 km away');
    expect(distanceText('da', null)).toBeNull();
  });

  it('keeps an unknown wait apart from none', () => {
    expect(waitingText('da', null)).toBeNull();
    expect(waitingText('da', 0)).toBe('Du kan begynde med det samme');
    expect(waitingText('da', 1)).toBe('Cirka 1 uge');
    expect(waitingText('da', 3)).toBe('Cirka 3 uger');
  });

  it('keeps an unknown price apart from free', () => {
    expect(priceText('da', { freeForCitizen: null, lowestPrice: null })).toBeNull();
    expect(priceText('da', { freeForCitizen: true, lowestPrice: dkk(1_250_000, 'municipality') })).toBe('Gratis for dig');
    expect(priceText('da', { freeForCitizen: false, lowestPrice: null })).toBe('Du skal selv betale noget');
    expect(priceText('da', { freeForCitizen: false, lowestPrice: dkk(1_250_000, 'citizen') })).toMatch(/^Fra 12\.500\skr\.\. Betales af dig selv$/);
  });

  it.each(LOCALES)('says who pays in %s', (locale) => {
    expect(priceText(locale, { freeForCitizen: null, lowestPrice: dkk(100, 'state') })).not.toContain('state,');
    expect(priceText(locale, { freeForCitizen: null, lowestPrice: dkk(100, 'a-patron') })).toContain('a-patron');
  });

  it('names what was asked for first, and never hides a single one', () => {
    expect(firstFew(['a', 'b', 'c', 'd', 'e', 'f'], ['e'], 4)).toEqual({ first: ['e', 'a', 'b', 'c'], more: 2 });
    expect(firstFew(['a', 'b', 'c', 'd', 'e'], [], 4)).toEqual({ first: ['a', 'b', 'c', 'd', 'e'], more: 0 });
  });
});
