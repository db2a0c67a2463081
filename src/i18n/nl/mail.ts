export default {
  signIn: {
    subject: 'Uw link naar Vejviser',
    intro: (host: string) => `Hier is uw link om in te loggen op ${host}.`,
    once: (minutes: string) => `De link werkt één keer, en ${minutes} minuten lang.`,
    button: 'Inloggen',
    notYou: 'Hebt u niet om deze link gevraagd? Dan hoeft u niets te doen. Niemand kan inloggen zonder de link in deze e-mail.',
  },
  passkeyAdded: {
    subject: 'Een nieuwe toegangssleutel voor uw account',
    text: (host: string) => `Er is een nieuwe toegangssleutel gemaakt voor uw account op ${host}.`,
    button: 'Naar uw account',
    notYou: 'Was u dat niet? Verwijder dan de sleutel op uw account, log overal elders uit en schrijf ons.',
  },
};
