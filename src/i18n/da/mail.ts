/** Letters by e-mail. */
export default {
  signIn: {
    subject: 'Dit link til Vejviser',
    intro: (host: string) => `Her er dit link til at logge ind på ${host}.`,
    once: (minutes: string) => `Linket virker én gang og i ${minutes} minutter.`,
    button: 'Log ind',
    notYou: 'Har du ikke bedt om linket? Så skal du ikke gøre noget. Ingen kan logge ind uden linket i denne mail.',
  },
  passkeyAdded: {
    subject: 'Ny adgangsnøgle til din konto',
    text: (host: string) => `Der er lavet en ny adgangsnøgle til din konto på ${host}.`,
    button: 'Se din konto',
    notYou: 'Var det ikke dig? Så slet nøglen på din konto, log alle andre ud, og skriv til os.',
  },
};
