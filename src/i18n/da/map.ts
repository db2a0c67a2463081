/** The map page: how many providers can help in each municipality. */
export default {
  title: (country: string) => `Kort: hvor er der hjælp i ${country}?`,
  description: (country: string) =>
    `Se på et kort og i en liste, hvor mange leverandører der kan hjælpe dig i job i hver kommune i ${country}.`,
  heading: 'Hvor er der hjælp?',
  lead: 'Kortet viser, hvor mange leverandører der kan hjælpe i hver kommune. Listen viser det samme som kortet.',
  country: 'Vælg land',
  change: 'Ret i søgningen',
  figure: (country: string) => `Antal leverandører i hver kommune i ${country}`,
  sameInList: 'De samme tal står i listen på denne side.',
  nationwide: 'Leverandører, der hjælper på afstand eller i hele landet, tæller med i alle kommuner.',
  legend: 'Antal leverandører',
  none: 'Ingen',
  range: (from: string, to: string) => (from === to ? from : `${from}–${to}`),
  listHeading: 'Kommuner, region for region',
  tableCaption: (region: string) => `Leverandører i ${region}`,
  municipality: 'Kommune',
  providers: 'Leverandører',
  value: (place: string, count: string) => `${place}: ${count}`,
  total: { one: '# leverandør i alt', other: '# leverandører i alt' },
};
