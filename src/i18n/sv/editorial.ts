/** What stands around the long texts of src/content/pages, and in their live parts. */
export default {
  onThisPage: 'På den här sidan',
  updated: 'Senast genomgången',
  people: {
    placed: (count: string) => `${count} i arbete`,
    notPlaced: (count: string) => `${count} inte i arbete`,
    unknown: (count: string) => `${count} okända`,
    alternative: (placed: string, notPlaced: string, unknown: string, of: string) =>
      `Bild av ${of} personer: ${placed} var i arbete, ${notPlaced} var det inte, och för ${unknown} är det okänt.`,
  },
  parameters: {
    show: 'Visa alla tal',
    caption: 'Metodens fasta tal. Längder är i dagar, andelar mellan 0 och 1.',
    name: 'Namn i koden',
    value: 'Värde',
  },
  operator: {
    name: 'Namn',
    email: 'E-post',
    unnamed: 'Den som driver den här installationen har inte sagt vem det är. Då vet inte vi heller vem du kan skriva till.',
    noEmail: 'Ingen e-postadress är angiven.',
    demo: 'Har du själv startat webbplatsen? Ange OPERATOR_NAME och OPERATOR_EMAIL och starta igen.',
  },
  report: {
    page: 'Det gäller sidan',
    write: 'Skriv ett mejl till oss',
    opens: 'Knappen öppnar ditt e-postprogram. Vi har skrivit det första åt dig.',
    orTo: 'Fungerar knappen inte, skriv själv till',
    impossible: 'Det finns ingen e-postadress här. Den som driver den här installationen har inte angett någon. Du kan inte anmäla något till dem än. Gäller det en leverantör, skriv till leverantören själv. Är det olagligt kan du gå till polisen. I Danmark är numret 114.',
    subject: 'Fel eller olagligt innehåll på Vejviser',
    body: (page: string) => `Sida: ${page}

Vad är fel?


Om det är olagligt: varför?


Namn och e-post (om du vill ha svar):

Det jag skriver är sant och riktigt, så vitt jag vet.
`,
    pagePlaceholder: '(sidans adress)',
  },
  decisions: {
    title: 'Våra val',
    description: 'Varför Vejviser är byggd som den är: de val som utvecklarna har gjort, med skäl.',
    lead: 'När vi väljer något som är svårt att ändra skriver vi ner varför. Texterna är på engelska.',
    date: 'Datum',
  },
  sources: {
    title: 'Källor och licenser',
    description: 'Varifrån kartor, namn, grupper och siffror kommer, och på vilka villkor de får användas.',
    lead: 'Vi använder öppna data från andra. Här är de som vi tackar och nämner.',
    registers: 'Kartor, orter och listor',
    registersText: 'Raderna står så som källan vill ha dem.',
    licence: 'Licens',
    providers: 'Leverantörer och resultat',
    providersText: 'Varje leverantör och varje siffra har sin egen källa. Den står på leverantörens sida med datum och licens.',
    software: 'Program och typsnitt',
    softwareText: 'Koden har licensen MIT. Typsnittet är Source Sans 3 från Adobe med licensen SIL Open Font License 1.1.',
    dependencies: 'Se vilka programdelar vi använder, och varför',
    datasets: {
      'map-dk': 'Karta över Danmark',
      'map-se': 'Karta över Sverige',
      'map-nl': 'Karta över Nederländerna',
      'map-fi': 'Karta över Finland',
      postcodes: 'Postnummer',
      'municipalities-fi': 'Kommuner i Finland',
      'population-fi': 'Folkmängd i Finland',
      'unemployment-dk': 'Arbetslöshet i Danmark',
      'codes-and-nace': 'Koder för områden och branscher',
      occupations: 'Yrken',
      'catalogue-new-jersey': 'En verklig katalog, använd för test',
    },
  },
};
