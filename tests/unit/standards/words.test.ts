import { describe, expect, it } from 'vitest';
import { LOCALES, messages } from '#i18n/index.ts';
import { GAP_REASONS } from '#features/standards/completeness.ts';
import { CHECK_KINDS } from '#features/standards/input.ts';
import { fieldsOf, type Part } from '#features/standards/draft.ts';
import { fieldLabel } from '#features/standards/desk-form.ts';
import { checkText, dateFacts, nextStepText } from '#features/standards/view.ts';
import type { Field } from '#platform/document-form/fields.ts';
import { lix } from '#tests/support/lix.ts';

const texts = (part: unknown): string[] =>
  typeof part === 'string' ? [part] : typeof part === 'function' ? [String(part(2, 'tre'))] : typeof part === 'object' && part !== null ? Object.values(part).flatMap(texts) : [];

const paths = (fields: readonly Field[], before = ''): string[] => fields.flatMap((field) => [before + field.name, ...('fields' in field ? paths(field.fields, `${before}${field.name}.`) : [])]);
const PARTS: Part[] = [{ part: 'basics' }, { part: 'theme', code: null }, { part: 'criterion', theme: '1', code: null }];

describe('words about standards', () => {
  it.each(LOCALES)('%s: no text is empty, and no two languages are the same', (locale) => {
    const own = texts(messages(locale).standards);
    expect(own.filter((text) => text.trim() === '')).toEqual([]);
    if (locale !== 'da') expect(own.filter((text, i) => text.length > 25 && text === texts(messages('da').standards)[i])).toEqual([]);
  });

  it('are plain Danish, at the desk too', () => {
    expect(lix(texts(messages('da').standards).join('\n'))).toBeLessThan(35);
    expect(lix(texts(messages('da').deskStandards).join('\n'))).toBeLessThan(35);
  });

  it.each(['da', 'en'] as const)('%s: every field of every form has a name of its own', (locale) => {
    for (const part of PARTS) for (const path of paths(fieldsOf(part))) expect(fieldLabel(locale, path), path).not.toBe(path);
    for (const reason of GAP_REASONS) expect(messages(locale).deskStandards.version.gap[reason]).not.toBe('');
    for (const kind of CHECK_KINDS) expect(messages(locale).deskStandards.form.kinds[kind]).not.toBe('');
  });

  it('say what the site checks', () => {
    expect(checkText('en', { kind: 'results-reported', halfYears: 2, grade: 'B' })).toBe('Results of the latest 2 half-years are public, with evidence of grade B or better.');
    expect(checkText('da', { kind: 'in-area', by: 'location' })).toBe('Der er en adresse i området.');
    expect(checkText('en', { kind: 'prices-public' })).toBe('Every programme has a price.');
  });

  it('say the dates that are settled, and what comes next', () => {
    const version = { state: 'consultation' as const, consultationFrom: '2026-11-01', consultationUntil: '2026-11-30', publishedOn: null, inForceFrom: null, applicationsFrom: null, graceUntil: null };
    expect(dateFacts('en', version)).toEqual([{ label: 'Consultation', text: '1 November 2026 to 30 November 2026' }]);
    expect(nextStepText('en', version, 'consultation', true, '2026-11-10')).toBe('The consultation is open until 30 November 2026. Answer what people write.');
    expect(nextStepText('en', { ...version, state: 'draft' }, 'draft', true, '2026-12-01')).toContain('then publish');
    expect(nextStepText('en', { ...version, state: 'draft' }, 'draft', false, '2026-12-01')).toContain('missing');
  });
});
