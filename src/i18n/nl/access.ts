/** Why somebody may not do something, in words that say what helps. */
export default {
  title: 'Dat kunt u hier niet doen',
  description: 'Voor deze pagina is een andere rol nodig.',
  reasons: {
    nobody: 'U bent niet ingelogd.',
    'person-suspended': 'Uw toegang is tijdelijk stopgezet. Schrijf ons als dit volgens u een vergissing is.',
    'organisation-suspended': 'De toegang van de organisatie is tijdelijk stopgezet. U kunt lezen, maar niets wijzigen.',
    'not-yours': 'Deze pagina bestaat niet.',
    role: 'Met uw rol mag dat niet. Vraag de eigenaar van de organisatie om een andere rol.',
    scope: 'Met deze sleutel mag dat niet.',
    'own-case': 'De zaak gaat over u of uw eigen organisatie. Iemand anders moet beslissen.',
    'too-long-ago': 'U bent lang geleden ingelogd. Log opnieuw in om verder te gaan.',
    'not-strong': 'Hiervoor moet u veiliger inloggen: met een passkey of MitID.',
  },
  toDesk: 'Naar uw werkplek',
  contact: 'Schrijf ons',
};
