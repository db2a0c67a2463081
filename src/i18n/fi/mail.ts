export default {
  signIn: {
    subject: 'Linkkisi Vejviseriin',
    intro: (host: string) => `Tässä on linkki, jolla kirjaudut palveluun ${host}.`,
    once: (minutes: string) => `Linkki toimii kerran ja ${minutes} minuutin ajan.`,
    button: 'Kirjaudu sisään',
    notYou: 'Etkö pyytänyt linkkiä? Silloin sinun ei tarvitse tehdä mitään. Kukaan ei voi kirjautua ilman tämän viestin linkkiä.',
  },
  passkeyAdded: {
    subject: 'Uusi pääsyavain tilillesi',
    text: (host: string) => `Tilillesi palvelussa ${host} on luotu uusi pääsyavain.`,
    button: 'Katso tiliäsi',
    notYou: 'Etkö se ollut sinä? Poista silloin avain tililtäsi, kirjaudu ulos muualta ja kirjoita meille.',
  },
};
