/** The front page and its guided question. */
export default {
  description:
    'Se hvem der kan hjælpe dig i job, der hvor du bor. Sammenlign private rådgivere, kommuner, a-kasser og andre. Gratis og uden login.',
  heading: 'Find hjælp til at komme i arbejde',
  lead: 'Se hvem der kan hjælpe dig, hvad hjælpen går ud på, hvad den koster, og hvordan det gik for andre.',
  question: (number: string, of: string) => `Spørgsmål ${number} af ${of}`,
  place: {
    heading: 'Hvor bor du?',
    label: 'Postnummer eller by',
    hint: 'Så viser vi den hjælp, du kan få dér.',
    next: 'Næste',
    skip: 'Spring over',
    otherCountry: 'Bor du i et andet land?',
  },
  situation: {
    heading: 'Hvad passer bedst på dig lige nu?',
    hint: 'Vælg det, der ligger tættest på. Du kan altid ændre det. Vi gemmer ikke dit svar.',
    skip: 'Noget andet, eller jeg ved det ikke',
  },
  wish: {
    heading: 'Hvad vil du helst have hjælp til?',
    hint: 'Vælg én ting. Du kan vælge flere bagefter.',
    skip: 'Jeg ved det ikke. Vis mig alt',
  },
  answers: {
    heading: 'Dine svar',
    place: 'Sted',
    country: 'Land',
    situation: 'Situation',
    change: 'Ret',
    startOver: 'Begynd forfra',
  },
  search: {
    heading: 'Ved du, hvad du leder efter?',
  },
  expect: {
    heading: 'Det får du her',
    items: [
      {
        title: 'Alle stilles op på samme måde',
        text: 'Private rådgivere, kommuner, a-kasser og andre står side om side. Ingen kan betale for en bedre plads.',
      },
      {
        title: 'Tal, du kan forstå',
        text: '“12 af 40, der begyndte, var i arbejde 6 måneder efter.” Vi siger altid, hvem der har talt, og hvad vi ikke ved.',
      },
      {
        title: 'Ingen login, ingen cookies',
        text: 'Du kan kigge, sammenligne og lave et valgark uden at oplyse, hvem du er.',
      },
    ],
  },
  count: {
    one: 'Lige nu kan du se én leverandør i Danmark.',
    other: 'Lige nu kan du se # leverandører i Danmark.',
  },
  countLink: 'Se dem alle',
  rights: {
    heading: 'Kend dine rettigheder',
    text: 'Hvad må du selv vælge? Hvem bestemmer? Hvad sker der, hvis du stopper?',
    link: 'Læs om dine rettigheder',
  },
  situations: {
    dagpenge: 'Jeg får dagpenge',
    sygemeldt: 'Jeg er sygemeldt',
    kontanthjaelp: 'Jeg får kontanthjælp',
    ung: 'Jeg er under 30 og har ingen uddannelse',
    opsagt: 'Jeg er lige blevet ledig, eller jeg er sagt op',
    nyILandet: 'Jeg er ny i Danmark',
    fleksjob: 'Jeg er på vej mod et fleksjob',
    foertidspension: 'Jeg får førtidspension og vil gerne arbejde',
    selvforsoergende: 'Jeg får ingen ydelse',
    nyledig: 'Jeg er lige blevet ledig',
    langtidsledig: 'Jeg har været ledig længe',
    ungAlene: 'Jeg er ung',
    senior: 'Jeg er over 50',
    handicap: 'Jeg har et handicap',
    psykisk: 'Jeg har det svært psykisk',
  },
  wishes: {
    samtale: 'Nogen at tale med om mit næste skridt',
    jobsoegning: 'Hjælp til at søge job',
    formidling: 'Nogen, der finder et job til mig',
    praktik: 'At prøve et job i praktik',
    mentor: 'En mentor, der følger mig',
    fag: 'At lære noget nyt',
    afklaring: 'At finde ud af, hvad jeg kan',
    helbred: 'Hjælp til mit helbred',
    stoette: 'Støtte, når jeg er begyndt i et job',
    sprog: 'At lære dansk',
    virksomhed: 'At starte min egen virksomhed',
  },
};
