export default {
  signIn: {
    subject: 'Your link to Vejviser',
    intro: (host: string) => `Here is your link to sign in to ${host}.`,
    once: (minutes: string) => `The link works once, and for ${minutes} minutes.`,
    button: 'Sign in',
    notYou: 'Did you not ask for this link? Then you need do nothing. Nobody can sign in without the link in this e-mail.',
  },
  passkeyAdded: {
    subject: 'A new passkey for your account',
    text: (host: string) => `A new passkey was made for your account at ${host}.`,
    button: 'See your account',
    notYou: 'Was it not you? Then remove the passkey on your account, sign out everywhere else, and write to us.',
  },
};
