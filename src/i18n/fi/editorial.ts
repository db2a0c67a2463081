/** What stands around the long texts of src/content/pages, and in their live parts. */
export default {
  onThisPage: 'Tällä sivulla',
  updated: 'Viimeksi käyty läpi',
  people: {
    placed: (count: string) => `${count} työssä`,
    notPlaced: (count: string) => `${count} ei työssä`,
    unknown: (count: string) => `${count} ei tiedossa`,
    alternative: (placed: string, notPlaced: string, unknown: string, of: string) =>
      `Kuvassa on ${of} ihmistä: ${placed} oli työssä, ${notPlaced} ei ollut, ja ${unknown} on ei tiedossa.`,
  },
  parameters: {
    show: 'Näytä kaikki luvut',
    caption: 'Menetelmän kiinteät luvut. Pituudet ovat päiviä, osuudet välillä 0–1.',
    name: 'Nimi koodissa',
    value: 'Arvo',
  },
  operator: {
    name: 'Nimi',
    email: 'Sähköposti',
    unnamed: 'Tämän asennuksen ylläpitäjä ei ole kertonut, kuka hän on. Silloin emme mekään tiedä, kenelle voit kirjoittaa.',
    noEmail: 'Sähköpostiosoitetta ei ole ilmoitettu.',
    demo: 'Käynnistitkö sivuston itse? Aseta OPERATOR_NAME ja OPERATOR_EMAIL ja käynnistä uudelleen.',
  },
  report: {
    page: 'Asia koskee sivua',
    write: 'Kirjoita meille sähköpostia',
    opens: 'Painike avaa sähköpostiohjelmasi. Olemme kirjoittaneet alun puolestasi.',
    orTo: 'Jos painike ei toimi, kirjoita itse osoitteeseen',
    impossible: 'Täällä ei ole sähköpostiosoitetta. Tämän asennuksen ylläpitäjä ei ole ilmoittanut sitä. Et voi vielä ilmoittaa heille mitään. Jos asia koskee palveluntuottajaa, kirjoita palveluntuottajalle. Jos se on laitonta, voit mennä poliisin luo. Tanskassa numero on 114.',
    subject: 'Virhe tai laiton sisältö Vejviserissa',
    body: (page: string) => `Sivu: ${page}

Mikä on vialla?


Jos se on laitonta: miksi?


Nimi ja sähköposti (jos haluat vastauksen):

Se, mitä kirjoitan, on totta ja oikein, sikäli kuin tiedän.
`,
    pagePlaceholder: '(sivun osoite)',
  },
  decisions: {
    title: 'Valintamme',
    description: 'Miksi Vejviser on rakennettu niin kuin se on: kehittäjien valinnat perusteluineen.',
    lead: 'Kun valitsemme jotain, mitä on vaikea muuttaa, kirjoitamme muistiin syyn. Tekstit ovat englanniksi.',
    date: 'Päivä',
  },
  sources: {
    title: 'Lähteet ja lisenssit',
    description: 'Mistä kartat, nimet, ryhmät ja luvut ovat peräisin ja millä ehdoilla niitä saa käyttää.',
    lead: 'Käytämme muiden avointa dataa. Tässä ovat ne, joita kiitämme ja jotka mainitsemme.',
    registers: 'Kartat, paikat ja luettelot',
    registersText: 'Rivit ovat siinä muodossa, jossa lähde haluaa ne.',
    licence: 'Lisenssi',
    providers: 'Palveluntuottajat ja tulokset',
    providersText: 'Jokaisella palveluntuottajalla ja luvulla on oma lähde. Se on palveluntuottajan sivulla päivän ja lisenssin kanssa.',
    software: 'Ohjelma ja kirjasin',
    softwareText: 'Koodin lisenssi on MIT. Kirjasin on Adoben Source Sans 3, ja sen lisenssi on SIL Open Font License 1.1.',
    dependencies: 'Katso, mitä ohjelman osia käytämme ja miksi',
    datasets: {
      'map-dk': 'Tanskan kartta',
      'map-se': 'Ruotsin kartta',
      'map-nl': 'Alankomaiden kartta',
      'map-fi': 'Suomen kartta',
      postcodes: 'Postinumerot',
      'municipalities-fi': 'Suomen kunnat',
      'population-fi': 'Suomen väestö',
      'unemployment-dk': 'Työttömyys Tanskassa',
      'codes-and-nace': 'Alueiden ja toimialojen koodit',
      occupations: 'Ammatit',
      'catalogue-new-jersey': 'Oikea luettelo, jota käytetään testaamiseen',
    },
  },
};
