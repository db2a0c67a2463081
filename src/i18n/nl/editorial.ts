/** What stands around the long texts of src/content/pages, and in their live parts. */
export default {
  onThisPage: 'Op deze pagina',
  updated: 'Laatst nagekeken',
  people: {
    placed: (count: string) => `${count} met werk`,
    notPlaced: (count: string) => `${count} zonder werk`,
    unknown: (count: string) => `${count} onbekend`,
    alternative: (placed: string, notPlaced: string, unknown: string, of: string) =>
      `Beeld van ${of} mensen: ${placed} hadden werk, ${notPlaced} niet, en van ${unknown} is het onbekend.`,
  },
  parameters: {
    show: 'Alle getallen tonen',
    caption: 'De vaste getallen van de methode. Lengtes zijn in dagen, aandelen tussen 0 en 1.',
    name: 'Naam in de code',
    value: 'Waarde',
  },
  operator: {
    name: 'Naam',
    email: 'E-mail',
    unnamed: 'Wie deze installatie beheert, heeft niet gezegd wie dat is. Dan weten wij ook niet wie u kunt schrijven.',
    noEmail: 'Er is geen mailadres opgegeven.',
    demo: 'Hebt u de site zelf gestart? Stel OPERATOR_NAME en OPERATOR_EMAIL in en start opnieuw.',
  },
  report: {
    page: 'Het gaat over de pagina',
    write: 'Schrijf ons een mail',
    opens: 'De knop opent uw mailprogramma. Wij hebben de eerste regels voor u geschreven.',
    orTo: 'Werkt de knop niet, schrijf dan zelf naar',
    impossible: 'Er staat hier geen mailadres. Wie deze installatie beheert, heeft het niet opgegeven. U kunt hun nog niets melden. Gaat het over een aanbieder, schrijf dan de aanbieder zelf. Is het illegaal, dan kunt u naar de politie. In Denemarken is het nummer 114.',
    subject: 'Fout of illegale inhoud op Vejviser',
    body: (page: string) => `Pagina: ${page}

Wat is er mis?


Als het illegaal is: waarom?


Naam en e-mail (als u antwoord wilt):

Wat ik schrijf, is waar en juist, voor zover ik weet.
`,
    pagePlaceholder: '(adres van de pagina)',
  },
  decisions: {
    title: 'Onze keuzes',
    description: 'Waarom Vejviser is gebouwd zoals het is: de keuzes van de ontwikkelaars, met redenen.',
    lead: 'Als wij iets kiezen dat moeilijk terug te draaien is, schrijven wij op waarom. De teksten zijn in het Engels.',
    date: 'Datum',
  },
  sources: {
    title: 'Bronnen en licenties',
    description: 'Waar kaarten, namen, groepen en cijfers vandaan komen, en op welke voorwaarden ze gebruikt mogen worden.',
    lead: 'Wij gebruiken open data van anderen. Hier staan degenen die wij danken en noemen.',
    registers: 'Kaarten, plaatsen en lijsten',
    registersText: 'De regels staan er zoals de bron ze wil.',
    licence: 'Licentie',
    providers: 'Aanbieders en resultaten',
    providersText: 'Elke aanbieder en elk cijfer heeft een eigen bron. Die staat op de pagina van de aanbieder, met datum en licentie.',
    software: 'Programma en lettertype',
    softwareText: 'De code heeft de MIT-licentie. Het lettertype is Source Sans 3 van Adobe, met de SIL Open Font License 1.1.',
    dependencies: 'Bekijk welke programmadelen wij gebruiken, en waarom',
    datasets: {
      'map-dk': 'Kaart van Denemarken',
      'map-se': 'Kaart van Zweden',
      'map-nl': 'Kaart van Nederland',
      'map-fi': 'Kaart van Finland',
      postcodes: 'Postcodes',
      'municipalities-fi': 'Gemeenten in Finland',
      'population-fi': 'Inwoners van Finland',
      'unemployment-dk': 'Werkloosheid in Denemarken',
      'codes-and-nace': 'Codes van gebieden en branches',
      occupations: 'Beroepen',
      'catalogue-new-jersey': 'Een echte catalogus, gebruikt om te testen',
    },
  },
};
