export default {
  name: 'Min lista',
  add: 'Lägg i min lista',
  remove: 'Ta bort från min lista',
  removeShort: 'Ta bort',
  compare: 'Jämför',
  choice: 'Gör mitt valblad',
  clear: 'Töm listan',
  hintOne: 'Välj en till för att jämföra.',
  hintMany: (max: string) => `Du kan jämföra högst ${max} åt gången. Du väljer dem på nästa sida.`,
  hintFull: (max: string) => `Listan är full. Det finns plats för ${max}.`,
};
