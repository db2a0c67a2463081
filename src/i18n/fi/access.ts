/** Why somebody may not do something, in words that say what helps. */
export default {
  title: 'Et voi tehdä tätä täällä',
  description: 'Sivu vaatii toisen roolin.',
  reasons: {
    nobody: 'Et ole kirjautunut sisään.',
    'person-suspended': 'Käyttöoikeutesi on tauolla. Kirjoita meille, jos se on mielestäsi virhe.',
    'organisation-suspended': 'Organisaation käyttöoikeus on tauolla. Voit lukea, mutta et muuttaa mitään.',
    'not-yours': 'Sivua ei ole.',
    role: 'Roolisi ei riitä tähän. Kysy organisaation omistajalta, voitko saada toisen roolin.',
    scope: 'Avain ei riitä tähän.',
    'own-case': 'Asia koskee sinua tai omaa organisaatiotasi. Jonkun muun on ratkaistava se.',
    'too-long-ago': 'Kirjautumisestasi on kauan. Kirjaudu uudelleen jatkaaksesi.',
    'not-strong': 'Tähän tarvitaan turvallisempi kirjautuminen: pääsyavain tai MitID.',
  },
  toDesk: 'Siirry työpöydällesi',
  contact: 'Kirjoita meille',
};
