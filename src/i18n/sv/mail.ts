export default {
  signIn: {
    subject: 'Din länk till Vejviser',
    intro: (host: string) => `Här är din länk för att logga in på ${host}.`,
    once: (minutes: string) => `Länken fungerar en gång och i ${minutes} minuter.`,
    button: 'Logga in',
    notYou: 'Har du inte bett om länken? Då behöver du inte göra något. Ingen kan logga in utan länken i det här mejlet.',
  },
  passkeyAdded: {
    subject: 'En ny nyckel till ditt konto',
    text: (host: string) => `En ny nyckel har skapats för ditt konto på ${host}.`,
    button: 'Se ditt konto',
    notYou: 'Var det inte du? Ta då bort nyckeln på ditt konto, logga ut överallt annars och skriv till oss.',
  },
};
