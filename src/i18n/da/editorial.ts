/** What stands around the long texts of src/content/pages, and in their live parts. */
export default {
  onThisPage: 'På denne side',
  updated: 'Sidst gennemgået',
  people: {
    placed: (count: string) => `${count} i arbejde`,
    notPlaced: (count: string) => `${count} ikke i arbejde`,
    unknown: (count: string) => `${count} ukendt`,
    alternative: (placed: string, notPlaced: string, unknown: string, of: string) =>
      `Billede af ${of} mennesker: ${placed} var i arbejde, ${notPlaced} var ikke, og for ${unknown} er det ukendt.`,
  },
  parameters: {
    show: 'Vis alle tal',
    caption: 'Metodens faste tal. Længder er i dage, andele mellem 0 og 1.',
    name: 'Navn i koden',
    value: 'Værdi',
  },
  operator: {
    name: 'Navn',
    email: 'Mail',
    unnamed: 'Den, der driver denne installation, har ikke sagt, hvem det er. Så ved vi heller ikke, hvem du kan skrive til.',
    noEmail: 'Der er ikke oplyst nogen mail.',
    demo: 'Har du selv startet stedet? Så sæt OPERATOR_NAME og OPERATOR_EMAIL, og start igen.',
  },
  report: {
    page: 'Det handler om siden',
    write: 'Skriv en mail til os',
    opens: 'Knappen åbner dit mailprogram. Vi har skrevet det første for dig.',
    orTo: 'Virker knappen ikke, så skriv selv til',
    impossible: 'Der er ikke nogen mailadresse her. Den, der driver denne installation, har ikke oplyst den. Du kan ikke melde noget til dem endnu. Handler det om en leverandør, så skriv til leverandøren selv. Er det ulovligt, kan du gå til politiet. I Danmark er nummeret 114.',
    subject: 'Fejl eller ulovligt indhold på Vejviser',
    body: (page: string) => `Side: ${page}

Hvad er galt?


Hvis det er ulovligt: hvorfor?


Navn og mail (hvis du vil have svar):

Det, jeg skriver, er sandt og rigtigt, så vidt jeg ved.
`,
    pagePlaceholder: '(sidens adresse)',
  },
  decisions: {
    title: 'Vores valg',
    description: 'Hvorfor Vejviser er bygget, som den er: de valg, udviklerne har taget, med grunde.',
    lead: 'Når vi vælger noget, der er svært at lave om, skriver vi ned hvorfor. Teksterne er på engelsk.',
    date: 'Dato',
  },
  sources: {
    title: 'Kilder og licenser',
    description: 'Hvor kort, navne, grupper og tal kommer fra, og på hvilke vilkår de må bruges.',
    lead: 'Vi bruger åbne data fra andre. Her er dem, vi takker og nævner.',
    registers: 'Kort, steder og lister',
    registersText: 'Linjerne står, som kilden vil have dem.',
    licence: 'Licens',
    providers: 'Leverandører og resultater',
    providersText: 'Hver leverandør og hvert tal har sin egen kilde. Den står på leverandørens side med dato og licens.',
    software: 'Program og skrift',
    softwareText: 'Koden har licensen MIT. Skriften er Source Sans 3 fra Adobe med licensen SIL Open Font License 1.1.',
    dependencies: 'Se hvilke programdele vi bruger, og hvorfor',
    datasets: {
      'map-dk': 'Kort over Danmark',
      'map-se': 'Kort over Sverige',
      'map-nl': 'Kort over Holland',
      'map-fi': 'Kort over Finland',
      postcodes: 'Postnumre',
      'municipalities-fi': 'Kommuner i Finland',
      'population-fi': 'Folketal i Finland',
      'unemployment-dk': 'Ledighed i Danmark',
      'codes-and-nace': 'Koder for områder og brancher',
      occupations: 'Fag',
      'catalogue-new-jersey': 'Et rigtigt katalog, brugt til test',
    },
  },
};
