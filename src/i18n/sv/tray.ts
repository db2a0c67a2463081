export default {
  name: 'Min lista',
  add: 'Lägg i min lista',
  remove: 'Ta bort från min lista',
  removeShort: 'Ta bort',
  compare: 'Jämför',
  choice: 'Gör mitt valblad',
  clear: 'Töm listan',
  hintOne: 'Välj en till för att jämföra.',
  hintMany: (max: string) => `Vi jämför de ${max} första.`,
  hintFull: (max: string) => `Listan är full. Det finns plats för ${max}.`,
};
