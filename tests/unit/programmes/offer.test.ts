import { describe, expect, test } from 'vitest';
import { historyOf } from '#features/programmes/changes.ts';
import { programmeFacts, unsaidOfProgramme } from '#features/programmes/facts.ts';
import { programmeJsonLd, providerJsonLd } from '#features/programmes/json-ld.ts';
import { offerOf } from '#features/programmes/offer.ts';
import {
  aftercareSpreadText, aftercareText, cardFacts, citizenPriceLines, groupSpreadText, intensityText, lengthText, matchingText, priceText, spreadText, stageRows, waitingText,
} from '#features/programmes/view.ts';
import type { Price, Programme } from '#features/programmes/input.ts';
import type { ProviderProfile } from '#features/providers/input.ts';
import { register } from '../providers/register.ts';

const DAY = '2026-11-25';
const text = (da: string) => ({ da }) as Programme['title'];
const programme = (code: string, rest: Partial<Programme> = {}) =>
  ({ code, title: text(`Forløb ${code}`), kind: 'mentoring', stages: [{ title: text('Trin'), format: 'group' }], ...rest }) as Programme;
const profile = (rest: Partial<ProviderProfile> = {}) =>
  ({ id: { scheme: 'x', value: '1' }, name: 'Uglen', kind: 'private', coverage: ['dk'], ...rest }) as ProviderProfile;
const price = (amount: number, paidBy: Price['paidBy'], rest: Partial<Price> = {}) => ({ amount, currency: 'DKK', per: 'participant', paidBy, ...rest }) as Price;
const offer = (...programmes: Programme[]) => offerOf(profile(), programmes, DAY);

describe('offer over all open programmes', () => {
  test('an ended programme stands apart and counts for nothing', () => {
    const { open, ended, waitingWeeks } = offer(programme('a', { waitingWeeks: 3 }), programme('b', { waitingWeeks: 0, endedOn: '2026-01-01' }));
    expect([open.map((each) => each.code), ended.map((each) => each.code)]).toEqual([['a'], ['b']]);
    expect(waitingWeeks).toEqual({ min: 3, max: 3, said: 1, of: 1 });
  });

  test('what only some say is told so; what nobody says is not known, never 0', () => {
    const { waitingWeeks, hours } = offer(programme('a', { waitingWeeks: 2 }), programme('b', { waitingWeeks: 6 }), programme('c'));
    expect(waitingText('da', waitingWeeks)).toBe('2–6 uger (oplyst for 2 af 3 forløb)');
    expect(hours).toBeNull();
    expect(spreadText('da', 'hours', hours)).toBeNull();
  });

  test('no wait is said in words', () => {
    expect(waitingText('en', { min: 0, max: 0, said: 1, of: 1 })).toBe('no waiting time');
    expect(waitingText('en', { min: 0, max: 2, said: 2, of: 2 })).toBe('0–2 weeks');
  });

  test('the provider’s own words about a group win over a programme’s', () => {
    const groups = offerOf(profile({ targetGroups: [{ code: 'unge', since: '2019-01-01', note: undefined }] }), [programme('a', { targetGroups: [{ code: 'unge', since: undefined, note: undefined }, { code: 'nj', since: undefined, note: undefined }] })], DAY).groups;
    expect(groups.map(({ code, since }) => [code, since])).toEqual([['unge', '2019-01-01'], ['nj', undefined]]);
  });
});

describe('price to the citizen', () => {
  const lines = (...programmes: Programme[]) => citizenPriceLines('da', offer(...programmes).price)?.map((line) => line.replaceAll('\u00a0', ' ')) ?? null;

  test('free in all', () => expect(lines(programme('a', { prices: [price(500000, 'municipality')] }))).toEqual(['Gratis for dig', 'Betales af kommunen']));
  test('free in some, not said for one', () => {
    expect(lines(programme('a', { prices: [price(500000, 'municipality')] }), programme('b', { prices: [price(250000, 'citizen')] }), programme('c'))).toEqual([
      'Gratis for dig i 1 af 3 forløb', '2.500 kr. pr. deltager', 'Prisen er ikke oplyst for 1 forløb',
    ]);
  });
  test('nobody says a price', () => expect(lines(programme('a'))).toBeNull());
  test('a price of zero is free', () => expect(lines(programme('a', { prices: [price(0, 'citizen')] }))).toEqual(['Gratis for dig']));
  test('many prices: the lowest', () => {
    expect(lines(...[1, 2, 3, 4].map((n) => programme(String(n), { prices: [price(n * 100_00, 'citizen')] })))).toEqual(['Fra 100 kr. pr. deltager']);
  });
  test('in another language and currency', () => expect(priceText('en', price(12_50, 'citizen', { currency: 'EUR', per: 'hour' }))).toBe('€12.50 per hour'));
});

describe('units in words', () => {
  test('days of attendance are not confused with the length', () => {
    expect(lengthText('da', { weeks: 10, days: 5, hours: 6 })).toBe('10 uger, 5 mødedage, 6 timer i alt');
    expect(lengthText('da', { weeks: null, days: null, hours: null })).toBeNull();
  });
  test('hours a week only where both are known', () => {
    expect(intensityText('da', { weeks: 2, hours: 30 })).toBe('omkring 15 timer om ugen');
    expect(intensityText('da', { weeks: null, hours: 30 })).toBeNull();
    expect(intensityText('da', { weeks: 0, hours: 30 })).toBeNull();
  });
  test('groups', () => {
    expect(groupSpreadText('da', { min: 1, max: 1, said: 2, of: 2 })).toBe('kun dig og rådgiveren');
    expect(groupSpreadText('da', { min: 12, max: 12, said: 1, of: 1 })).toBe('op til 12 deltagere');
    expect(groupSpreadText('da', { min: 6, max: 12, said: 2, of: 2 })).toBe('6–12 deltagere');
  });
  test('no aftercare is not the same as aftercare not said', () => {
    expect(aftercareText('da', 0)).toBe('Ingen');
    expect(aftercareText('da', undefined)).toBeNull();
    expect(aftercareText('da', 1)).toBe('1 måned efter forløbet');
    expect(aftercareSpreadText('da', { min: 0, max: 0, said: 1, of: 2 })).toBe('Ingen (oplyst for 1 af 2 forløb)');
    expect(aftercareSpreadText('da', { min: 0, max: 3, said: 2, of: 2 })).toBe('0–3 måneder');
    expect(aftercareSpreadText('da', null)).toBeNull();
  });
  test('matching: nothing said, nothing in particular, something', () => {
    const stage = programme('a').stages[0];
    if (!stage) throw new Error('no stage');
    expect(matchingText('da', [stage])).toBeNull();
    expect(matchingText('da', [{ ...stage, matchedOn: [] }])).toBe('Ikke efter noget bestemt');
    expect(matchingText('da', [{ ...stage, matchedOn: ['level'] }, { ...stage, matchedOn: ['level', 'age'] }])).toBe('niveau og alder');
  });
  test('stages', () => {
    const [row] = stageRows('da', [{ title: text('Kursus'), format: 'group', weeks: 2, days: 10, hoursPerDay: 3, hours: undefined, groupSize: { min: 6, max: 12 }, coachesPerGroup: 1.5, matchedOn: undefined, premises: 'provider', description: undefined }]);
    expect(row).toMatchObject({ length: '2 uger, 10 mødedage, 3 timer om dagen', hours: '30', format: 'På hold', group: '6–12', coaches: '1,5', matched: null, premises: 'Hos leverandøren' });
  });
  test('a card says nothing of what is not known', () => {
    expect(cardFacts('da', programme('a'))).toEqual({ length: null, intensity: null, group: null, price: null, wait: null, access: null });
  });
});

describe('facts of one programme', () => {
  const own = profile({ languages: ['da'], targetGroups: [{ code: 'unge', since: undefined, note: undefined }] });

  test('what it leaves open stands for the provider’s', () => {
    const facts = programmeFacts('da', programme('a'), own, register);
    const lines = (label: string) => facts.find((fact) => fact.label === label)?.lines;
    expect(lines('Område')).toEqual(['hele Danmark']);
    expect(lines('Sprog')).toEqual(['dansk']);
    expect(lines('For hvem')).toEqual([{ text: 'Unge', lang: 'da' }]);
  });

  test('the important unknowns stand where they are looked for, the others in one line', () => {
    const facts = programmeFacts('da', programme('a'), own, register);
    expect(facts.filter((fact) => fact.important && fact.lines === null).map((fact) => fact.label)).toEqual([
      'Hvor længe', 'Holdets størrelse', 'Sådan kommer du med', 'Pris for dig', 'Ventetid',
    ]);
    const unsaid = unsaidOfProgramme('da', programme('a'), facts);
    expect(unsaid).toContain('metoder');
    expect(unsaid).not.toContain('ventetid');
  });
});

describe('what changed and when', () => {
  const version = (at: string, rest: Partial<ProviderProfile>, programmes: Programme[] = []) => ({ activatedAt: new Date(at), profile: profile(rest), programmes });

  test('fields and programmes, newest first; versions alike are left out', () => {
    const history = historyOf(
      [
        version('2026-03-01', { languages: ['da', 'en'] }, [programme('a', { capacity: 4 }), programme('c')]),
        version('2026-02-01', { languages: ['da'] }, [programme('a'), programme('b')]),
        version('2026-01-01', { languages: ['da'] }, [programme('a'), programme('b')]),
      ],
      true,
    );
    expect(history.changes).toHaveLength(1);
    expect(history.changes[0]).toMatchObject({ at: new Date('2026-03-01'), fields: ['languages'] });
    expect(history.changes[0]?.programmes.map(({ code, what }) => [code, what])).toEqual([['a', 'changed'], ['b', 'removed'], ['c', 'new']]);
    expect(history.first).toEqual(new Date('2026-01-01'));
  });

  test('where older versions may exist, nothing is said of the first', () => {
    expect(historyOf([version('2026-03-01', {})], false).first).toBeNull();
  });
});

describe('descriptions for search engines', () => {
  test('nothing in them can end the script element', () => {
    const json = providerJsonLd(profile({ name: '</script><script>alert(1)</script>' }), 'da', register, null);
    expect(json).not.toContain('<');
    expect((JSON.parse(json) as { name: string }).name).toBe('</script><script>alert(1)</script>');
  });

  test('a website that is no link, and what is not known, is left out; nothing about ratings', () => {
    const json = JSON.parse(providerJsonLd(profile({ contact: { website: 'javascript:alert(1)', email: undefined, phone: undefined } }), 'da', register, null)) as Record<string, unknown>;
    expect(Object.keys(json).sort()).toEqual(['@context', '@type', 'areaServed', 'identifier', 'name']);
  });

  test('gives search engines a score only where the page shows one, and then with what it rests on', () => {
    const of = (rating: Parameters<typeof providerJsonLd>[3]) => (JSON.parse(providerJsonLd(profile(), 'da', register, rating)) as Record<string, unknown>)['aggregateRating'];
    expect(of(null)).toBeUndefined();
    expect(of({ score: 3.9, count: 37 })).toEqual({ '@type': 'AggregateRating', ratingValue: 3.9, ratingCount: 37, worstRating: 1, bestRating: 5 });
  });

  test('a course is a course, mentoring is a service', () => {
    const type = (kind: Programme['kind']) => (JSON.parse(programmeJsonLd(programme('a', { kind }), profile(), 'da', register)) as { '@type': string })['@type'];
    expect([type('skills-training'), type('mentoring')]).toEqual(['Course', 'Service']);
  });
});
