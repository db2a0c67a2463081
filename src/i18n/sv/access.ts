/** Why somebody may not do something, in words that say what helps. */
export default {
  title: 'Det kan du inte göra här',
  description: 'Sidan kräver en annan roll.',
  reasons: {
    nobody: 'Du är inte inloggad.',
    'person-suspended': 'Din åtkomst är pausad. Skriv till oss om du tror att det är ett misstag.',
    'organisation-suspended': 'Organisationens åtkomst är pausad. Du kan läsa men inte ändra något.',
    'not-yours': 'Sidan finns inte.',
    role: 'Din roll räcker inte till det. Fråga organisationens ägare om du kan få en annan roll.',
    scope: 'Nyckeln räcker inte till det.',
    'own-case': 'Ärendet gäller dig eller din egen organisation. Någon annan måste avgöra det.',
    'too-long-ago': 'Det var länge sedan du loggade in. Logga in igen för att fortsätta.',
    'not-strong': 'Det kräver en säkrare inloggning: en passkey eller MitID.',
  },
  toDesk: 'Gå till ditt skrivbord',
  contact: 'Skriv till oss',
};
