export default {
  name: 'Mijn lijst',
  add: 'Zet op mijn lijst',
  remove: 'Haal van mijn lijst',
  removeShort: 'Verwijder',
  compare: 'Vergelijk',
  choice: 'Maak mijn keuzeblad',
  clear: 'Lijst leegmaken',
  hintOne: 'Kies er nog één om te vergelijken.',
  hintMany: (max: string) => `U kunt er hoogstens ${max} tegelijk vergelijken. U kiest ze op de volgende pagina.`,
  hintFull: (max: string) => `De lijst is vol. Er is plaats voor ${max}.`,
};
