export default {
  signIn: {
    subject: 'Your link to Vejviser',
    intro: (host: string) => `Here is your link to sign in to ${host}.`,
    once: (minutes: string) => `The link works once, and for ${minutes} minutes.`,
    button: 'Sign in',
    notYou: 'Did you not ask for this link? Then you need do nothing. Nobody can sign in without the link in this e-mail.',
  },
};
