/** The visitor's own list of picked providers. */
export default {
  name: 'Min liste',
  add: 'Læg i min liste',
  remove: 'Fjern fra min liste',
  removeShort: 'Fjern',
  compare: 'Sammenlign',
  choice: 'Lav mit valgark',
  clear: 'Tøm listen',
  hintOne: 'Vælg én mere for at sammenligne.',
  hintMany: (max: string) => `Du kan sammenligne højst ${max} ad gangen. Du vælger dem på næste side.`,
  hintFull: (max: string) => `Listen er fuld. Der er plads til ${max}.`,
};
