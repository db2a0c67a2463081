/** Schools and course centres. */
import { t } from '../text.ts';
import type { Voice } from './voice.ts';

export const EDUCATION: readonly Voice[] = [
  {
    id: 'e-lager', kind: 'education', names: ['{G} Kursuscenter', '{R} Kurser'],
    summary: t('Korte kurser til lager, transport og industri med fast start hver måned.', 'Short courses for warehouse, transport and industry with a start every month.'),
    description: t(
      'Hallen er 3.000 kvadratmeter og lugter af gaffeltruck. Her kan man øve sig, til det sidder. Lærerne har alle arbejdet på lager, og flere gør det stadig om lørdagen.\n\nHos os er der ledige og ansatte på samme hold. Det giver bedre spørgsmål og nogle gange et job.',
      'The hall is 3,000 square metres and smells of forklift. Here you can practise until it sticks. The teachers have all worked in warehouses, and several still do on Saturdays.\n\nUnemployed and employed people share classes. It makes for better questions and sometimes a job.',
    ),
    groups: ['dk-dagpenge', 'dk-kontanthjaelp-jobparat', 'ufaglaerte'], services: ['lager-truck', 'byg-sikkerhed', 'chauffoer'], sectors: ['H', 'C', 'F'], languages: ['en'], accessibility: ['wheelchair'], reach: 'region',
  },
  {
    id: 'e-sprog', kind: 'education', names: ['{G} Sprogskole', 'Sprogcenter {R}'],
    summary: t('Danskundervisning bygget op om dit arbejde.', 'Danish teaching built around your work.'),
    description: t(
      'Vi underviser dag, aften og lørdag, så det kan passes sammen med vagter. Materialet er billeder, lyd og sedler fra rigtige arbejdspladser, og læreren kommer gerne ud og samler det ind.\n\nKan du ikke læse på dit modersmål, er der et hold til det. Der er ingen prøve den første måned.',
      'We teach by day, evening and Saturday, so that it fits with shifts. The material is pictures, sound and notes from real workplaces, and the teacher gladly comes to collect it.\n\nIf you cannot read your mother tongue, there is a class for that. There is no test in the first month.',
    ),
    groups: ['dk-integration', 'nytilkomne', 'ikke-vestlige'], services: ['dansk-paa-job', 'fagdansk', 'kvindenetvaerk'], languages: ['en', 'ar', 'uk'], accessibility: ['easy-language', 'wheelchair'], opening: ['Mo-Th 08:30-20:30', 'Fr 08:30-14:00', 'Sa 09:30-13:00'], reach: 'neighbours',
  },
  {
    id: 'e-unge', kind: 'education', names: ['{G} Produktionsskole', '{R} Skoleværksted'],
    summary: t('Skole med værksted for unge, der har fået nok af skole.', 'School with workshops for young people who have had enough of school.'),
    description: t(
      'Man lærer brøker, når man skærer lister. Vi har metal, medie, mad og maling, og de fleste prøver to værksteder, inden de vælger. Mentoren kommer og vækker dem, der har brug for det, de første uger.\n\nOpholdet slutter med en aftale om, hvad der kommer efter – ellers bliver man lidt længere.',
      'You learn fractions by cutting mouldings. We have metal, media, food and paint, and most try two workshops before choosing. In the first weeks the mentor comes and wakes those who need it.\n\nThe stay ends with an agreement about what comes next – otherwise you stay a little longer.',
    ),
    groups: ['dk-uddannelsesparat', 'unge', 'dk-ung-aktivitetsparat', 'dk-under-18'], services: ['brobygning', 'eget-vaerksted', 'ungementor'], accessibility: ['quiet-room'], reach: 'neighbours',
  },
  {
    id: 'e-voksen', kind: 'education', names: ['{G} Voksenskole', 'Aftenskolen {D}'],
    summary: t('Læse, skrive, regne og computer for voksne – uden karakterer.', 'Reading, writing, sums and computers for adults – without marks.'),
    description: t(
      'Det er flere, end man tror, der har klaret et helt arbejdsliv uden at kunne stave. Vi begynder med det, du skal bruge på mandag: en formular, en vagtplan, en besked til chefen.\n\nLærerne er tålmodige, holdene er små, og kaffen er stærk. Man tilmelder sig ved at komme.',
      'More people than you think have managed a whole working life without being able to spell. We begin with what you need on Monday: a form, a rota, a message to the boss.\n\nThe teachers are patient, the classes small and the coffee strong. You enrol by turning up.',
    ),
    groups: ['ufaglaerte', 'dk-dagpenge', 'dk-kontanthjaelp-aktivitetsparat', 'seniorer'], services: ['digital-grund', 'to-ugers-kursus'], accessibility: ['easy-language', 'hearing-loop', 'wheelchair'], reach: 'neighbours',
  },
  {
    id: 'e-sosu', kind: 'education', names: ['{G} Omsorgsskole', '{R} Plejeskole'],
    summary: t('Grundkurser i pleje og omsorg, og et ærligt svar på, om faget er noget for dig.', 'Basic courses in care, and an honest answer on whether the profession is for you.'),
    description: t(
      'Vi underviser dem, der allerede arbejder i plejen, og dem, der overvejer det. Begge hold har praktik det samme sted, og det er med vilje.\n\nHos os må man græde i undervisningen. Det hører til, når man taler om døden for første gang.',
      'We teach those who already work in care and those who consider it. Both groups do their placement in the same place, on purpose.\n\nYou may cry in class here. It is part of talking about death for the first time.',
    ),
    groups: ['dk-dagpenge', 'dk-uddannelsesparat', 'dk-kontanthjaelp-jobparat', 'nytilkomne'], services: ['sosu-intro', 'fagdansk', 'realkompetence'], sectors: ['Q', '53', '32'], languages: ['en'], accessibility: ['wheelchair'], reach: 'region',
  },
  {
    id: 'e-it', kind: 'education', names: ['{R} It-akademi', 'Akademiet {D}'],
    summary: t('It for voksne, der har lavet noget andet.', 'IT for adults who have done something else.'),
    description: t(
      'Vi optager efter vilje og ikke efter karakterer. Den første uge er et prøveforløb; hver fjerde siger selv nej bagefter, og det sparer alle for tid.\n\nOpgaverne kommer fra kommuner og små firmaer {iby}, der har brug for, at tingene virker på mandag.',
      'We admit on determination, not marks. The first week is a trial; one in four says no afterwards, which saves everyone time.\n\nThe tasks come from municipalities and small firms that need things to work by Monday.',
    ),
    groups: ['dk-dagpenge', 'faglaerte', 'dk-selvforsoergende', 'dimittender'], services: ['it-omskoling', 'digital-soegning', 'digital-grund'], sectors: ['J', '25', '35'], languages: ['en'], where: 'city', reach: 'region',
  },
  {
    id: 'e-hoejskole', kind: 'education', names: ['{G} Dagskole', 'Dagskolen {D}'],
    summary: t('Dagskole for voksne, der skal have luft under vingerne, før de søger job.', 'A day school for adults who need a lift before applying for jobs.'),
    description: t(
      'Her er billedkunst om formiddagen og jobsøgning om eftermiddagen, og folk spørger tit, hvad det første hjælper. Vi tror, at man skal have gjort noget færdigt for nylig for at kunne skrive, at man kan.\n\nVi spiser sammen klokken tolv. Det er den eneste regel.',
      'There is art in the mornings and job search in the afternoons, and people often ask what use the first is. We believe that you must have finished something recently in order to write that you can.\n\nWe eat together at twelve. That is the only rule.',
    ),
    groups: ['dk-kontanthjaelp-aktivitetsparat', 'psykisk-saarbare', 'langtidsledige', 'dk-kontanthjaelp-jobparat'], services: ['kvindenetvaerk', 'jobklub', 'gaa-og-tale'], accessibility: ['wheelchair', 'quiet-room'], reach: 'neighbours',
  },
  {
    id: 'e-landbrug', kind: 'education', names: ['{G} Gartnerskole', '{R} Jordbrugsskole'],
    summary: t('Gartneri, skov og anlæg: kurser året rundt i drivhus og mark.', 'Horticulture, forestry and landscaping: courses all year in greenhouse and field.'),
    description: t(
      'Skolen har tolv hektar, to drivhuse og en motorsav til hver. Undervisningen følger årstiden, så det er ikke ligegyldigt, hvornår du starter; spørg os til råds.\n\nMange kommer med en depression eller en ødelagt ryg. Vi indretter arbejdet efter det og siger fra, når det ikke går.',
      'The school has twelve hectares, two greenhouses and a chainsaw each. Teaching follows the seasons, so it matters when you start; ask us.\n\nMany come with depression or a bad back. We adapt the work and say so when it does not work.',
    ),
    groups: ['dk-kontanthjaelp-jobparat', 'dk-kontanthjaelp-aktivitetsparat', 'unge', 'dk-revalidering'], services: ['groen-praktik', 'realkompetence', 'brobygning'], sectors: ['A', '61', '92'], reach: 'region',
  },
  {
    id: 'e-mad', kind: 'education', names: ['{G} Kokkeskole', '{R} Køkkenskole'],
    summary: t('Fra opvask til kok: kurser i et køkken, der laver 300 frokoster om dagen.', 'From dishwasher to cook: courses in a kitchen that makes 300 lunches a day.'),
    description: t(
      'Du lærer hygiejne, råvarer og tempo, og du lærer at tale pænt i travlhed. Efter et forløb kan du gå ind i et køkken og være til nytte fra den første dag.\n\nEleverne fordeler selv vagterne. Det går galt én gang på hvert hold, og så har man lært det.',
      'You learn hygiene, ingredients and pace, and to speak kindly when busy. After a course you can walk into a kitchen and be useful from day one.\n\nThe students divide the shifts themselves. It goes wrong once in every class, and then it is learned.',
    ),
    groups: ['dk-kontanthjaelp-jobparat', 'dk-uddannelsesparat', 'nytilkomne', 'dk-dagpenge'], services: ['koekken', 'rengoering-kantine', 'realkompetence'], sectors: ['I', '94', '51'], languages: ['en', 'ar'], accessibility: ['easy-language'], reach: 'neighbours',
  },
  {
    id: 'e-vejled', kind: 'education', names: ['{G} Vejledningscenter', '{R} Uddannelsesvejledning'],
    summary: t('Hvad kan du læse, hvad kan du leve af imens, og hvad kan du få godskrevet?', 'What can you study, what can you live on meanwhile, and what counts already?'),
    description: t(
      'Vi vejleder voksne, der overvejer at begynde på noget nyt. Du får svar på tre spørgsmål og et fjerde, du ikke havde tænkt på.\n\nVejlederne hører ikke under nogen skole og har intet ud af, hvor du søger hen.',
      'We guide adults who consider starting something new. You get answers to three questions and to a fourth you had not thought of.\n\nThe counsellors belong to no school and gain nothing from where you apply.',
    ),
    groups: ['ufaglaerte', 'dk-dagpenge', 'dk-revalidering', 'unge'], services: ['realkompetence', 'brancheskift', 'brobygning'], languages: ['en'], accessibility: ['wheelchair', 'hearing-loop'], reach: 'region',
  },
  {
    id: 'e-fjern', kind: 'education', names: ['{R} Fjernskole', 'Skolen {D} på Nettet'],
    summary: t('Fjernundervisning med faste mødetider – så man ikke sidder alene.', 'Distance learning with fixed hours – so that you do not sit alone.'),
    description: t(
      'Klokken ni er alle på, med kamera. Kurserne er de samme som på skolerne, bare uden bus. Vi sender en computer med posten til dem, der mangler, og en flink person, der kan få den til at virke.\n\nSærligt for folk på øer og i yderområder har det gjort en forskel.',
      'At nine everyone is on, camera included. The courses are the same as at the schools, only without the bus. We post a computer to those who need one, and a kind person gets it to work.\n\nIt has made a difference to people on islands and in remote areas in particular.',
    ),
    groups: ['dk-dagpenge', 'dk-kontanthjaelp-jobparat', 'seniorer', 'ufaglaerte'], services: ['digital-grund', 'digital-soegning', 'bibeskaeftigelse'], remote: true, languages: ['en'], accessibility: ['screen-reader-material'], reach: 'country',
  },
  {
    id: 'e-maritim', kind: 'education', names: ['{G} Søfartsskole', '{R} Havneskole'],
    summary: t('Havn, værft og vindmøller: sikkerhedskurser og job til vands.', 'Harbour, shipyard and wind turbines: safety courses and jobs at sea.'),
    description: t(
      'Man springer i vandet den tredje dag. Det er et krav for at komme ud på møllerne, og de fleste har glædet sig eller frygtet det i ugevis.\n\nVirksomhederne på havnen sender deres egne folk på de samme kurser, så pausen er et godt sted at få sig et navn.',
      'You jump into the water on day three. It is required for working on the turbines, and most have looked forward to it or feared it for weeks.\n\nThe harbour companies send their own people to the same courses, so the break is a good place to make a name.',
    ),
    groups: ['dk-dagpenge', 'faglaerte', 'dk-kontanthjaelp-jobparat'], services: ['byg-sikkerhed', 'branche-match', 'realkompetence'], sectors: ['H', 'D', 'C', '72'], languages: ['en', 'de'], where: 'harbour', reach: 'region',
  },
  {
    id: 'e-tekstil', kind: 'education', names: ['{G} Håndværksskole', '{R} Syskole'],
    summary: t('Syning, reparation og genbrug – et fag, der er på vej tilbage.', 'Sewing, repair and reuse – a trade on its way back.'),
    description: t(
      'Der er tre skrædderier {iby}, og alle mangler folk. Derfor underviser vi igen, denne gang med fokus på reparation. Mange af eleverne har syet i et andet land og får papir på det her.\n\nVi sælger det, vi laver, i skolens butik og lader eleverne stå i den.',
      'There are three tailors nearby, and all lack people. So we teach again, this time with repair in focus. Many of the students have sewn in another country and get it in writing here.\n\nWe sell what we make in the school’s shop and let the students run it.',
    ),
    groups: ['nytilkomne', 'dk-integration', 'dk-kontanthjaelp-aktivitetsparat', 'ikke-vestlige'], services: ['realkompetence', 'eget-vaerksted', 'dansk-paa-job'], sectors: ['C', '75'], languages: ['ar', 'tr', 'en'], accessibility: ['wheelchair'], where: 'city', reach: 'municipality',
  },
  {
    id: 'e-special', kind: 'education', names: ['{G} Specialskole', 'Kompetencehuset {D}'],
    summary: t('Undervisning for voksne med handicap, der vil arbejde mere end i dag.', 'Teaching for adults with disabilities who want to work more than today.'),
    description: t(
      'Vi underviser i det, der hører med til et job: at tage bussen, at spørge om hjælp, at sige nej pænt. Holdene er på seks, og der er to lærere.\n\nMaterialet findes i letlæst udgave, som lyd og med tegn. Tolk og ledsager er velkomne.',
      'We teach what belongs to a job: taking the bus, asking for help, saying no politely. Groups are six, with two teachers.\n\nThe material exists in easy language, as sound and with signs. Interpreters and companions are welcome.',
    ),
    groups: ['handicap', 'dk-foertidspension', 'dk-fleksjob', 'unge'], services: ['smaa-job', 'hjaelpemidler', 'digital-grund'], accessibility: ['wheelchair', 'hearing-loop', 'sign-language', 'easy-language', 'companion-welcome'], reach: 'region',
  },
];
