/** Rules about providers. Pure. */
import stdnum from 'stdnum';

const NUMBER_RULES: Record<string, { validate(value: string): { isValid: boolean } } | undefined> = {
  'dk-cvr': stdnum.stdnum.DK?.cvr,
  'se-orgnr': stdnum.stdnum.SE?.orgnr,
  'nl-kvk': undefined,
  'fi-ytunnus': stdnum.stdnum.FI?.ytunnus,
};

/**
 * Why an organisation number cannot be right, or null. Schemes without a published check rule are free text.
 * `nl-kvk` is eight digits and has no check digit.
 */
export function organisationNumberProblem(scheme: string, value: string): string | null {
  if (scheme === 'nl-kvk') return /^\d{8}$/.test(value) ? null : 'a KvK number of eight digits';
  const rule = NUMBER_RULES[scheme];
  if (!rule) return null;
  return rule.validate(value).isValid ? null : `a valid ${scheme} number (its check digit is wrong)`;
}
