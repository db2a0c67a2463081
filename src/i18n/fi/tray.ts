export default {
  name: 'Oma listani',
  add: 'Lisää listalleni',
  remove: 'Poista listaltani',
  removeShort: 'Poista',
  compare: 'Vertaa',
  choice: 'Tee valintalomake',
  clear: 'Tyhjennä lista',
  hintOne: 'Valitse vielä yksi, niin voit verrata.',
  hintMany: (max: string) => `Voit verrata enintään ${max} kerrallaan. Valitset ne seuraavalla sivulla.`,
  hintFull: (max: string) => `Lista on täynnä. Siihen mahtuu ${max}.`,
};
