/** What is wrong in a form, and what has been done. Keys are reasons that rules and commands give. */
export default {
  problemsHeading: 'Katso tämä vielä läpi',
  signInAgain: 'Kirjaudu uudelleen uudessa välilehdessä',
  problems: {
    required: 'Täytä tämä kenttä.',
    invalid: 'Tätä ei voi lukea. Tarkista se.',
    choose: 'Valitse yksi vaihtoehdoista.',
    number: 'Kirjoita luku.',
    email: 'Kirjoita koko sähköpostiosoite, esimerkiksi nimi@yritys.fi.',
    url: 'Kirjoita koko verkko-osoite, joka alkaa https://.',
    date: 'Kirjoita päivä, joka on olemassa.',
    'too-short': ({ limit = 0 }) => `Kirjoita vähintään ${limit} merkkiä.`,
    'too-long': ({ limit = 0 }) => `Kirjoita enintään ${limit} merkkiä.`,
    'too-small': ({ limit = 0 }) => `Luvun on oltava vähintään ${limit}.`,
    'too-large': ({ limit = 0 }) => `Luku saa olla enintään ${limit}.`,
    'too-few': ({ limit = 0 }) => `Valitse vähintään ${limit}.`,
    'too-many': ({ limit = 0 }) => `Valitse enintään ${limit}.`,
    conflict: 'Tätä on muutettu sillä välin. Katso, mitä siinä nyt lukee, ja yritä uudelleen.',
    'changed-meanwhile': 'Joku muu tallensi muutoksia, kun kirjoitit. Sinun tekstiäsi ei ole vielä tallennettu.',
    unavailable: 'Tämä ei toimi juuri nyt. Yritä hetken päästä uudelleen.',
    'authenticate-again': 'Kirjautumisestasi on kauan. Kirjaudu uudelleen ja lähetä sitten lomake.',
    'stronger-sign-in': 'Tähän tarvitaan turvallisempi kirjautuminen: pääsyavain tai MitID.',
  } satisfies Record<string, string | ((params: Record<string, string | number>) => string)>,
  done: {
    saved: 'Tallennettu.',
  },
};
