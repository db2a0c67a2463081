/** What is wrong in a form, and what has been done. Keys are reasons that rules and commands give. */
export default {
  problemsHeading: 'Kijk dit nog eens na',
  signInAgain: 'Log opnieuw in op een nieuw tabblad',
  problems: {
    required: 'Dit veld is verplicht.',
    invalid: 'Dit is niet leesbaar. Kijk het na.',
    choose: 'Kies een van de mogelijkheden.',
    number: 'Vul een getal in.',
    email: 'Vul een volledig e-mailadres in, zoals naam@bedrijf.nl.',
    url: 'Vul een volledig webadres in dat begint met https://.',
    date: 'Vul een datum in die bestaat.',
    'too-short': ({ limit = 0 }) => `Schrijf minstens ${limit} tekens.`,
    'too-long': ({ limit = 0 }) => `Schrijf hoogstens ${limit} tekens.`,
    'too-small': ({ limit = 0 }) => `Het getal moet minstens ${limit} zijn.`,
    'too-large': ({ limit = 0 }) => `Het getal mag hoogstens ${limit} zijn.`,
    'too-few': ({ limit = 0 }) => `Kies er minstens ${limit}.`,
    'too-many': ({ limit = 0 }) => `Kies er hoogstens ${limit}.`,
    conflict: 'Dit is intussen gewijzigd. Kijk wat er nu staat en probeer het opnieuw.',
    'changed-meanwhile': 'Iemand anders heeft iets opgeslagen terwijl u schreef. Uw tekst is nog niet opgeslagen.',
    unavailable: 'Dit werkt nu even niet. Probeer het zo opnieuw.',
    'authenticate-again': 'U bent lang geleden ingelogd. Log opnieuw in en verstuur dan het formulier.',
    'stronger-sign-in': 'Hiervoor moet u veiliger inloggen: met een passkey of MitID.',
  } satisfies Record<string, string | ((params: Record<string, string | number>) => string)>,
  done: {
    saved: 'Opgeslagen.',
  },
};
