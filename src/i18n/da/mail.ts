/** Letters by e-mail. */
export default {
  signIn: {
    subject: 'Dit link til Vejviser',
    intro: (host: string) => `Her er dit link til at logge ind på ${host}.`,
    once: (minutes: string) => `Linket virker én gang og i ${minutes} minutter.`,
    button: 'Log ind',
    notYou: 'Har du ikke bedt om linket? Så skal du ikke gøre noget. Ingen kan logge ind uden linket i denne mail.',
  },
};
