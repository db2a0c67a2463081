import { describe, expect, it } from 'vitest';
import { presentStandard } from '#features/catalogue/api/present-standards.ts';
import { standards } from '#features/catalogue/api/schemas-standards.ts';
import type { StandardCard, VersionSummary } from '#features/standards/queries.ts';
import { exampleStandard } from '#tests/support/standards.ts';

const version = (changes: Partial<VersionSummary>): VersionSummary => ({
  id: 1, standardId: 1, number: 1, state: 'published', title: { da: 'Krav' }, summary: null, example: true, criteria: 19, hash: 'a'.repeat(64), revision: 3, reason: null, logIndex: 4, updatedAt: new Date(0),
  consultationFrom: '2026-01-01', consultationUntil: '2026-02-01', publishedOn: '2026-02-10', inForceFrom: '2026-03-01', applicationsFrom: '2026-03-15', graceUntil: null, ...changes,
});
const card: StandardCard = {
  id: 1, slug: 'a-standard', authorityId: 7, authorityName: 'Jobcenter', authorityArea: null, demo: true,
  versions: [version({}), version({ number: 2, inForceFrom: '2026-10-01', applicationsFrom: '2026-10-10' }), version({ number: 3, state: 'consultation', publishedOn: null, inForceFrom: null, applicationsFrom: null, logIndex: null }), version({ number: 4, state: 'draft' })],
};
const presented = (day: string, documents = new Map([[1, exampleStandard()]])) => presentStandard(card, { lang: 'en', day, usedBy: [{ id: 7, name: 'Jobcenter' }], documents });

describe('standards in the API', () => {
  it('are what their schema says, with the texts that were asked for and without drafts', () => {
    const answer = standards.parse({ total: 1, results: [presented('2026-11-01')], links: { self: '/api/v1/standards', html: '/en/standards' } });
    const [only] = answer.results;
    expect(only?.versions.map(({ version: number, phase, links }) => [number, phase, links.html])).toEqual([
      [1, 'superseded', '/en/standards/a-standard/1'], [2, 'in-force', '/en/standards/a-standard/2'], [3, 'consulted', '/en/standards/a-standard/3'],
    ]);
    expect(only?.versions.map(({ document }) => document?.themes.length ?? null)).toEqual([5, null, null]);
  });

  it.each([['2026-02-20', 'announced'], ['2026-05-01', 'in-force'], ['2026-10-05', 'grace']])('the phase is that of the day: %s', (day, phase) => {
    expect(presented(day).versions[0]?.phase).toBe(phase);
  });
});
