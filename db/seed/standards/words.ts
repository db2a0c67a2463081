/** Short ways to write a standard in two languages. */
export interface Words {
  da: string;
  en: string;
}
export const words = (da: string, en: string): Words => ({ da, en });

/** From worst to best. */
export const steps = (...five: [Words, Words, Words, Words, Words]) => ({ 1: five[0], 2: five[1], 3: five[2], 4: five[3], 5: five[4] });

/** How a criterion shows itself, and what documents it. */
export const sign = (code: string, text: Words, evidence: Words) => ({ code, text, evidence });
