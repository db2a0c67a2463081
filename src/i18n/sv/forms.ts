/** What is wrong in a form, and what has been done. Keys are reasons that rules and commands give. */
export default {
  problemsHeading: 'Titta igenom det igen',
  signInAgain: 'Logga in igen i en ny flik',
  problems: {
    required: 'Fältet måste fyllas i.',
    invalid: 'Det går inte att läsa. Kontrollera det.',
    choose: 'Välj ett av alternativen.',
    number: 'Skriv ett tal.',
    email: 'Skriv en hel e-postadress, till exempel namn@foretag.se.',
    url: 'Skriv en hel webbadress som börjar med https://.',
    date: 'Skriv ett datum som finns.',
    'too-short': ({ limit = 0 }) => `Skriv minst ${limit} tecken.`,
    'too-long': ({ limit = 0 }) => `Skriv högst ${limit} tecken.`,
    'too-small': ({ limit = 0 }) => `Talet måste vara minst ${limit}.`,
    'too-large': ({ limit = 0 }) => `Talet får vara högst ${limit}.`,
    'too-few': ({ limit = 0 }) => `Välj minst ${limit}.`,
    'too-many': ({ limit = 0 }) => `Välj högst ${limit}.`,
    conflict: 'Det har ändrats under tiden. Se vad som står nu och försök igen.',
    'changed-meanwhile': 'Någon annan har sparat ändringar medan du skrev. Dina är inte sparade än.',
    unavailable: 'Det fungerar inte just nu. Försök igen om en stund.',
    'authenticate-again': 'Det var länge sedan du loggade in. Logga in igen och skicka sedan formuläret.',
    'stronger-sign-in': 'Det kräver en säkrare inloggning: en passkey eller MitID.',
  } satisfies Record<string, string | ((params: Record<string, string | number>) => string)>,
  done: {
    saved: 'Det är sparat.',
  },
};
