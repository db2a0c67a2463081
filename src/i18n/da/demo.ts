/** The demonstration's own page, where time can be moved. */
import { plural } from '#i18n/format.ts';

const da = 'da' as const;

export default {
  title: 'Demonstrationens ur',
  lead: 'Her kan du lade tiden gå. Så kan du se på én dag, hvad der ellers tager måneder.',
  today: (day: string) => `I dag er det ${day}.`,
  ahead: (n: number) => plural(da, n, { one: 'Uret er # dag foran.', other: 'Uret er # dage foran.' }),
  real: 'Uret går rigtigt.',
  move: 'Lad tiden gå',
  days: 'Antal dage',
  daysHint: 'Uret kan kun gå frem.',
  step: (n: number) => plural(da, n, { one: '# dag frem', other: '# dage frem' }),
  wait: 'Det varer nogle sekunder: Alt det, der ellers sker om natten, bliver gjort først.',
  signIn: 'Går der mange dage, skal du logge ind igen.',
  outbox: 'Breve, der er sendt',
  people: 'Log ind som en af demonstrationens personer',
  guide: 'Prøv en anmeldelse fra brev til svar',
  /** @param pools of the desk @param open the way to the issuer's pages */
  begin: (pools: string, open: string) => `Log ind som issuer@example.test. Gå til »${pools}«, og vælg en gruppe, der samler ind. Tryk på »${open}«, og hent listen. I den står deltagernes links.`,
  steps: [
    'Åbn fem af linkene, gerne de sidste på listen. De første seks er brugt. Gem hver kvittering. Mindst ti i alt skal hente bevis, før gruppen lukker.',
    'Lad der gå 38 dage. Så er gruppen lukket. Lad der gå 8 dage til. Så må man skrive.',
    'Åbn de fem kvitteringer, og skriv. Skriv et navn i den ene tekst, så bliver den holdt tilbage.',
    'Log ind som moderator@example.test, og fjern navnet fra teksten.',
    'Lad der gå 92 dage. Så slutter runden, og de fem anmeldelser kommer frem på en gang.',
    'Log ind som editor@example.test, og svar på en af dem.',
    'Åbn kvitteringen igen. Her står, hvad der blev gjort og hvorfor, og her kan du klage. moderator-2@example.test afgør klagen.',
  ],
};
