/** Why somebody may not do something, in words that say what helps. */
export default {
  title: 'Det kan du ikke gøre her',
  description: 'Siden kræver en anden rolle.',
  reasons: {
    nobody: 'Du er ikke logget ind.',
    'person-suspended': 'Din adgang er sat på pause. Skriv til os, hvis du mener, det er en fejl.',
    'organisation-suspended': 'Organisationens adgang er sat på pause. Du kan stadig læse, men ikke ændre noget.',
    'not-yours': 'Siden findes ikke.',
    role: 'Din rolle giver ikke lov til det. Spørg ejeren af organisationen, om du kan få en anden rolle.',
    scope: 'Nøglen giver ikke lov til det.',
    'own-case': 'Sagen handler om dig eller din egen organisation. En anden skal afgøre den.',
    'too-long-ago': 'Det er længe siden, du loggede ind. Log ind igen for at fortsætte.',
    'not-strong': 'Det kræver et sikrere login: en adgangsnøgle eller MitID.',
  },
  toDesk: 'Gå til dit skrivebord',
  contact: 'Skriv til os',
};
