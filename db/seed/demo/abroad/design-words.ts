/** Titles and summaries of a few programme designs in Swedish, Dutch and Finnish. */
export type ForeignLanguage = 'sv' | 'nl' | 'fi';

export interface Words {
  title: string;
  summary: string;
  /** One for each stage of the design. */
  stages: readonly string[];
}

export const WORDS: Readonly<Record<string, Readonly<Record<ForeignLanguage, Words>>>> = {
  'fem-samtaler': {
    sv: { title: 'Fem samtal om nästa jobb', summary: 'Fem samtal med samma rådgivare under två månader. Du får en uppgift med dig hem varje gång.', stages: ['Första samtalet', 'Fyra uppföljningar'] },
    nl: { title: 'Vijf gesprekken over je volgende baan', summary: 'Vijf gesprekken met dezelfde adviseur in twee maanden. Je gaat elke keer met één opdracht naar huis.', stages: ['Eerste gesprek', 'Vier vervolggesprekken'] },
    fi: { title: 'Viisi keskustelua seuraavasta työstä', summary: 'Viisi keskustelua saman neuvojan kanssa kahden kuukauden aikana. Joka kerralla saat yhden tehtävän mukaasi.', stages: ['Ensimmäinen keskustelu', 'Neljä seurantakertaa'] },
  },
  jobklub: {
    sv: { title: 'Jobbklubben', summary: 'Två träffar i veckan och tio kontakter varje gång. Klubben är deltagarnas, rådgivaren håller reda på reglerna.', stages: ['Klubbträffar'] },
    nl: { title: 'De sollicitatieclub', summary: 'Twee bijeenkomsten per week, telkens tien contacten. De club is van de deelnemers; de adviseur bewaakt de regels.', stages: ['Clubbijeenkomsten'] },
    fi: { title: 'Työnhakukerho', summary: 'Kaksi tapaamista viikossa ja kymmenen yhteydenottoa joka kerralla. Kerho on osallistujien, neuvoja huolehtii säännöistä.', stages: ['Kerhotapaamiset'] },
  },
  'ips-job': {
    sv: { title: 'IPS: jobb med stöd', summary: 'För dig med psykisk ohälsa som vill arbeta. Ingen utredning först; jobbcoachen sitter tillsammans med vården.', stages: ['Hitta jobbet', 'Stöd i jobbet'] },
    nl: { title: 'IPS: werk met begeleiding', summary: 'Voor mensen met een psychische kwetsbaarheid die willen werken. Geen assessment vooraf; de coach zit bij de behandelaars.', stages: ['Werk vinden', 'Steun op het werk'] },
    fi: { title: 'IPS: töihin tuetusti', summary: 'Sinulle, jolla on mielenterveyden haasteita ja halu tehdä työtä. Ei arviointia ensin; työhönvalmentaja istuu hoitotiimissä.', stages: ['Työpaikan etsintä', 'Tuki työssä'] },
  },
  ungementor: {
    sv: { title: 'Mentor för unga', summary: 'En fast mentor som svarar i telefon och följer med till det du helst skjuter upp.', stages: ['Lära känna varandra', 'Fast mentor'] },
    nl: { title: 'Mentor voor jongeren', summary: 'Een vaste mentor die de telefoon opneemt en meegaat naar wat je liever uitstelt.', stages: ['Kennismaken', 'Vaste mentor'] },
    fi: { title: 'Mentori nuorelle', summary: 'Oma mentori, joka vastaa puhelimeen ja lähtee mukaan siihen, mitä mieluiten lykkäisit.', stages: ['Tutustuminen', 'Oma mentori'] },
  },
  'lager-truck': {
    sv: { title: 'Truck och lager', summary: 'Truckkort, lagersystem och två veckors praktik hos ett företag som anställer.', stages: ['Truckkort och teori', 'Lager i praktiken', 'Praktik på företag'] },
    nl: { title: 'Heftruck en magazijn', summary: 'Heftruckcertificaat, magazijnsystemen en twee weken stage bij een bedrijf dat mensen aanneemt.', stages: ['Certificaat en theorie', 'Magazijn in de praktijk', 'Stage in een bedrijf'] },
    fi: { title: 'Trukki ja varasto', summary: 'Trukkikortti, varastojärjestelmät ja kahden viikon harjoittelu yrityksessä, joka palkkaa.', stages: ['Kortti ja teoria', 'Varastotyö käytännössä', 'Harjoittelu yrityksessä'] },
  },
  'nyt-land-nyt-job': {
    sv: { title: 'Nytt land, nytt jobb', summary: 'Arbetsmarknaden på ditt eget språk: lön, kollektivavtal, skatt och raster. Sedan jobb så snart det går.', stages: ['Arbetsmarknaden på ditt språk', 'Svenska och arbetsgivare'] },
    nl: { title: 'Nieuw land, nieuwe baan', summary: 'De arbeidsmarkt in je eigen taal: loon, cao, belasting en pauzes. Daarna zo snel mogelijk aan het werk.', stages: ['De arbeidsmarkt in jouw taal', 'Nederlands en werkgevers'] },
    fi: { title: 'Uusi maa, uusi työ', summary: 'Työelämän perusteet omalla kielelläsi: palkka, työehtosopimus, vero ja tauot. Sitten töihin mahdollisimman pian.', stages: ['Työelämä omalla kielellä', 'Suomea ja työnantajia'] },
  },
  'start-egen': {
    sv: { title: 'Starta eget', summary: 'Tio kundsamtal, en budget på en sida och ett ärligt svar på om det bär.', stages: ['Idé och kunder', 'Siffror och regler', 'Rådgivning'] },
    nl: { title: 'Voor jezelf beginnen', summary: 'Tien klantgesprekken, een begroting op één pagina en een eerlijk antwoord op de vraag of het kan.', stages: ['Idee en klanten', 'Cijfers en regels', 'Sparren'] },
    fi: { title: 'Omaksi yrittäjäksi', summary: 'Kymmenen asiakaskeskustelua, yhden sivun budjetti ja rehellinen vastaus siihen, kantaako idea.', stages: ['Idea ja asiakkaat', 'Luvut ja säännöt', 'Sparraus'] },
  },
  'afklaring-fire-uger': {
    sv: { title: 'Fyra veckors kartläggning', summary: 'Fyra veckor med uppgifter, pauser och samtal. Du läser rapporten innan den skickas.', stages: ['Uppgifter och observation', 'Samtal och rapport'] },
    nl: { title: 'Assessment van vier weken', summary: 'Vier weken met opdrachten, pauzes en gesprekken. Je leest het rapport voordat het wordt verstuurd.', stages: ['Opdrachten en observatie', 'Gesprekken en rapport'] },
    fi: { title: 'Neljän viikon työkykyarvio', summary: 'Neljä viikkoa tehtäviä, taukoja ja keskusteluja. Luet raportin ennen kuin se lähetetään.', stages: ['Tehtävät ja havainnointi', 'Keskustelut ja raportti'] },
  },
  'gradvis-tilbage': {
    sv: { title: 'Steg för steg tillbaka', summary: 'För dig som är sjukskriven. Först lugn, sedan en plan som du, chefen och handläggaren är överens om.', stages: ['Lugn och överblick', 'Grupp och träning', 'Timmar på arbetsplatsen'] },
    nl: { title: 'Stap voor stap terug', summary: 'Voor mensen die ziekgemeld zijn. Eerst rust, dan een plan waar jij, je leidinggevende en de consulent achter staan.', stages: ['Rust en overzicht', 'Groep en training', 'Uren op het werk'] },
    fi: { title: 'Askel kerrallaan takaisin', summary: 'Sinulle, joka olet sairauslomalla. Ensin rauha, sitten suunnitelma, jonka sinä, esihenkilö ja virkailija hyväksytte.', stages: ['Rauha ja yleiskuva', 'Ryhmä ja liikunta', 'Tunteja työpaikalla'] },
  },
  'digital-soegning': {
    sv: { title: 'Digitalt jobbsökande', summary: 'Profiler, jobbagenter och språkmodeller: vad de kan och när de gör ansökan sämre.', stages: ['Tre kursdagar', 'Uppföljning'] },
    nl: { title: 'Digitaal solliciteren', summary: 'Profielen, vacaturemeldingen en taalmodellen: wat ze kunnen en wanneer je brief er slechter van wordt.', stages: ['Drie cursusdagen', 'Vervolgbijeenkomst'] },
    fi: { title: 'Digitaalinen työnhaku', summary: 'Profiilit, hakuvahdit ja kielimallit: mitä ne osaavat ja milloin ne huonontavat hakemusta.', stages: ['Kolme kurssipäivää', 'Jatkotapaaminen'] },
  },
  'eget-vaerksted': {
    sv: { title: 'Praktik i verkstaden', summary: 'Trä, cyklar och metall i vår egen verkstad. Du sätter takten de första två veckorna.', stages: ['Start', 'I verkstaden'] },
    nl: { title: 'Werken in de werkplaats', summary: 'Hout, fietsen en metaal in onze eigen werkplaats. De eerste twee weken bepaal jij het tempo.', stages: ['Start', 'In de werkplaats'] },
    fi: { title: 'Työpajajakso', summary: 'Puuta, pyöriä ja metallia omassa pajassa. Kaksi ensimmäistä viikkoa etenet omaan tahtiisi.', stages: ['Alku', 'Pajalla'] },
  },
};
