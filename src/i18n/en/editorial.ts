/** What stands around the long texts of src/content/pages, and in their live parts. */
export default {
  onThisPage: 'On this page',
  updated: 'Last gone through',
  people: {
    placed: (count: string) => `${count} in work`,
    notPlaced: (count: string) => `${count} not in work`,
    unknown: (count: string) => `${count} unknown`,
    alternative: (placed: string, notPlaced: string, unknown: string, of: string) =>
      `Picture of ${of} people: ${placed} were in work, ${notPlaced} were not, and for ${unknown} it is unknown.`,
  },
  parameters: {
    show: 'Show all numbers',
    caption: 'The method’s fixed numbers. Lengths are in days, shares between 0 and 1.',
    name: 'Name in the code',
    value: 'Value',
  },
  operator: {
    name: 'Name',
    email: 'E-mail',
    unnamed: 'Whoever runs this installation has not said who they are. So we do not know either whom you can write to.',
    noEmail: 'No e-mail address is given.',
    demo: 'Did you start the site yourself? Set OPERATOR_NAME and OPERATOR_EMAIL, and start it again.',
  },
  report: {
    page: 'It is about the page',
    write: 'Write an e-mail to us',
    opens: 'The button opens your e-mail program. We have written the first lines for you.',
    orTo: 'If the button does not work, write to',
    impossible: 'There is no e-mail address here. Whoever runs this installation has not given one. You cannot report anything to them yet. If it is about a provider, write to the provider. If it is illegal, you can go to the police. In Denmark the number is 114.',
    subject: 'Error or illegal content on Vejviser',
    body: (page: string) => `Page: ${page}

What is wrong?


If it is illegal: why?


Name and e-mail (if you want an answer):

What I write is true and right, as far as I know.
`,
    pagePlaceholder: '(address of the page)',
  },
  decisions: {
    title: 'Our decisions',
    description: 'Why Vejviser is built as it is: the choices the developers made, with their reasons.',
    lead: 'When we choose something that is hard to undo, we write down why.',
    date: 'Date',
  },
  sources: {
    title: 'Sources and licences',
    description: 'Where maps, names, groups and figures come from, and on which terms they may be used.',
    lead: 'We use open data from others. Here are those we thank and name.',
    registers: 'Maps, places and lists',
    registersText: 'The lines are worded as the source wants them.',
    licence: 'Licence',
    providers: 'Providers and results',
    providersText: 'Every provider and every figure has its own source. It stands on the provider’s page with its date and licence.',
    software: 'Program and typeface',
    softwareText: 'The code has the MIT licence. The typeface is Source Sans 3 by Adobe, with the SIL Open Font License 1.1.',
    dependencies: 'See which program parts we use, and why',
    datasets: {
      'map-dk': 'Map of Denmark',
      'map-se': 'Map of Sweden',
      'map-nl': 'Map of the Netherlands',
      'map-fi': 'Map of Finland',
      postcodes: 'Postcodes',
      'municipalities-fi': 'Municipalities of Finland',
      'population-fi': 'Population of Finland',
      'unemployment-dk': 'Unemployment in Denmark',
      'codes-and-nace': 'Codes of areas and sectors',
      occupations: 'Occupations',
      'catalogue-new-jersey': 'A real catalogue, used for testing',
    },
  },
};
