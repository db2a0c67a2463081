/** Rules about providers. Pure. */
import stdnum from 'stdnum';

interface NumberRule {
  validate(value: string): { isValid: boolean; compact?: string };
}

/** A map, not an object: a scheme may be called `constructor`. */
const NUMBER_RULES = new Map<string, NumberRule | undefined>([
  ['dk-cvr', stdnum.stdnum.DK?.cvr],
  ['se-orgnr', stdnum.stdnum.SE?.orgnr],
  ['fi-ytunnus', stdnum.stdnum.FI?.ytunnus],
]);

/**
 * Why an organisation number cannot be right, or null. Schemes without a published check rule are free text.
 * `nl-kvk` is eight digits and has no check digit.
 */
export function organisationNumberProblem(scheme: string, value: string): string | null {
  if (scheme === 'nl-kvk') return /^\d{8}$/.test(value) ? null : 'a KvK number of eight digits';
  const rule = NUMBER_RULES.get(scheme);
  if (!rule) return null;
  return rule.validate(value).isValid ? null : `a valid ${scheme} number (its check digit is wrong)`;
}

/** The organisation a number names, however it is spelled: `556016-0680` and `5560160680` are one. */
export function organisationKey(id: { scheme: string; value: string }): { scheme: string; value: string } {
  const checked = NUMBER_RULES.get(id.scheme)?.validate(id.value);
  return { scheme: id.scheme, value: checked?.isValid && checked.compact ? checked.compact : id.value };
}
