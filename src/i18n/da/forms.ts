/** What is wrong in a form, and what has been done. Keys are reasons that rules and commands give. */
export default {
  problemsHeading: 'Se det igennem igen',
  signInAgain: 'Log ind igen i en ny fane',
  problems: {
    required: 'Feltet skal udfyldes.',
    invalid: 'Det kan ikke læses. Se det efter.',
    choose: 'Vælg en af mulighederne.',
    number: 'Skriv et tal.',
    email: 'Skriv en hel e-mailadresse, for eksempel navn@firma.dk.',
    url: 'Skriv en hel webadresse, der begynder med https://.',
    date: 'Skriv en dato, der findes.',
    'too-short': ({ limit = 0 }) => `Skriv mindst ${limit} tegn.`,
    'too-long': ({ limit = 0 }) => `Skriv højst ${limit} tegn.`,
    'too-small': ({ limit = 0 }) => `Tallet skal være mindst ${limit}.`,
    'too-large': ({ limit = 0 }) => `Tallet må højst være ${limit}.`,
    'too-few': ({ limit = 0 }) => `Vælg mindst ${limit}.`,
    'too-many': ({ limit = 0 }) => `Vælg højst ${limit}.`,
    conflict: 'Det er ændret i mellemtiden. Se det, der står nu, og prøv igen.',
    'changed-meanwhile': 'En anden har gemt ændringer, mens du skrev. Dit er ikke gemt endnu.',
    unavailable: 'Det virker ikke lige nu. Prøv igen om lidt.',
    'authenticate-again': 'Det er længe siden, du loggede ind. Log ind igen, og send så formularen.',
    'stronger-sign-in': 'Det kræver et sikrere login: en adgangsnøgle eller MitID.',
  } satisfies Record<string, string | ((params: Record<string, string | number>) => string)>,
  done: {
    saved: 'Det er gemt.',
  },
};
