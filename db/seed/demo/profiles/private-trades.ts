/** Private providers: integration, trades and industries, families. */
import { t } from '../text.ts';
import type { Voice } from './voice.ts';

export const PRIVATE_TRADES: readonly Voice[] = [
  {
    id: 'p-integ1', kind: 'private', names: ['{R} Sprog & Job', '{D} Integration'],
    summary: t('Dansk, løn og kolleger – i den rækkefølge, der er mulig.', 'Danish, pay and colleagues – in whatever order is possible.'),
    description: t(
      'Vi underviser de samme dage, som folk arbejder, og i de ord, de hørte i går. Læreren kender virksomheden og ved, hvad „lige om lidt“ betyder dér.\n\nRådgiverne taler tilsammen otte sprog. Vi bruger dem til det, der er vigtigt at forstå helt, og ellers taler vi dansk.',
      'We teach on the days people work, in the words they heard yesterday. The teacher knows the company and what “in a moment” means there.\n\nBetween them the advisers speak eight languages. We use them for what must be fully understood; otherwise we speak Danish.',
    ),
    groups: ['dk-integration', 'nytilkomne', 'dk-kontanthjaelp-jobparat', 'ikke-vestlige'], services: ['dansk-paa-job', 'nyt-land-nyt-job', 'rengoering-kantine'], sectors: ['I', 'N', 'Q'], languages: ['en', 'ar', 'uk', 'ti', 'fa', 'so', 'tr'], accessibility: ['easy-language'], reach: 'neighbours',
  },
  {
    id: 'p-integ2', kind: 'private', names: ['{R} Velkomst', '{D} Nyt Arbejde'],
    summary: t('Job til nytilkomne inden for de første måneder.', 'Jobs for newcomers within the first months.'),
    description: t(
      'Vores erfaring er, at det bliver sværere for hver måned, man venter på at kunne nok dansk. Derfor begynder vi med at finde et sted, hvor man kan arbejde nu, og lader sproget følge efter.\n\nVi forklarer overenskomst, skat, feriepenge og opsigelse på ukrainsk, arabisk og engelsk, før nogen skriver under på noget.',
      'Our experience is that it gets harder with each month spent waiting to know enough Danish. So we start by finding somewhere to work now and let the language follow.\n\nWe explain collective agreements, tax, holiday pay and notice in Ukrainian, Arabic and English before anyone signs anything.',
    ),
    groups: ['nytilkomne', 'dk-integration'], services: ['nyt-land-nyt-job', 'direkte-match', 'fagdansk'], sectors: ['A', 'C', 'I'], languages: ['en', 'uk', 'ar', 'ru'], reach: 'region',
  },
  {
    id: 'p-integ3', kind: 'private', names: ['{R} Kvinder', '{D} Netværk for Kvinder'],
    summary: t('For kvinder, der har været hjemme længe og vil ud blandt kolleger.', 'For women who have been at home for long and want colleagues.'),
    description: t(
      'Mange har aldrig haft et job i Danmark, men har drevet butik, syet brudekjoler eller passet gamle i tyve år. Det kalder vi erfaring, og det skriver vi ned.\n\nHoldet mødes om formiddagen, og de mindste må være med i legehjørnet, når det brænder på.',
      'Many have never had a job in Denmark but have run a shop, sewn wedding dresses or cared for old people for twenty years. We call that experience and write it down.\n\nThe group meets in the mornings, and the youngest may be in the play corner when needed.',
    ),
    groups: ['ikke-vestlige', 'dk-kontanthjaelp-aktivitetsparat', 'foraeldre', 'dk-integration'], services: ['kvindenetvaerk', 'rengoering-kantine', 'dansk-paa-job'], languages: ['ar', 'so', 'tr', 'en'], accessibility: ['childcare', 'easy-language'], where: 'city', reach: 'municipality',
  },
  {
    id: 'p-lager', kind: 'private', names: ['{R} Logistik', '{D} Truck & Lager'],
    summary: t('Truckcertifikat og et lager, der mangler folk.', 'A forklift licence and a warehouse that lacks people.'),
    description: t(
      'Vi ligger op ad motorvejen {iby}, og det er ikke tilfældigt. Seks lagre inden for ti kilometer tager vores deltagere i praktik, og alle har lovet en samtale bagefter.\n\nDet er arbejde med skiftehold og vinterjakke. Vi viser dig natholdet, før du siger ja.',
      'We are right by the motorway, and that is no coincidence. Six warehouses within ten kilometres take our participants on placement, and all have promised an interview afterwards.\n\nIt is shift work in a winter jacket. We show you the night shift before you say yes.',
    ),
    groups: ['dk-dagpenge', 'dk-kontanthjaelp-jobparat', 'ufaglaerte'], services: ['lager-truck', 'branche-match', 'direkte-match'], sectors: ['H', '83', '93'], languages: ['en', 'pl', 'ar'], where: 'mainland', reach: 'region',
  },
  {
    id: 'p-bus', kind: 'private', names: ['{R} Kørsel', '{G} Køreskole for Erhverv'],
    summary: t('Bus, lastbil og kørekort til dem, der vil køre for at leve.', 'Bus, lorry and licences for those who want to drive for a living.'),
    description: t(
      'Halvdelen af vores hold er over halvtreds og skifter fag. De har kørt bil hele livet og opdager, at en bus er noget andet. Resten er unge, der ikke kan sidde stille på en skole.\n\nVi siger det, som det er: vagterne er skæve, lønnen er pæn, og man er alene med halvtreds mennesker.',
      'Half of our groups are over fifty and changing trade. They have driven all their lives and find that a bus is something else. The rest are young people who cannot sit still in school.\n\nWe tell it as it is: the shifts are odd, the pay is decent, and you are alone with fifty people.',
    ),
    groups: ['dk-dagpenge', 'dk-kontanthjaelp-jobparat', 'seniorer', 'ufaglaerte'], services: ['chauffoer', 'koerekort', 'branche-match'], sectors: ['H', '83'], reach: 'region',
  },
  {
    id: 'p-byg', kind: 'private', names: ['{R} Byg', '{D} Formandsskole'],
    summary: t('De kurser, man skal have for at komme ind ad porten til byggepladsen.', 'The courses you need to get through the gate of a building site.'),
    description: t(
      'Stillads, epoxy, vejen som arbejdsplads: papirerne tager to uger. Resten handler om at møde klokken syv, læse en tegning og sige til, når man ikke forstår noget.\n\nVores formænd er gået på pension fra branchen og kender den, der skal ansætte dig, på fornavn.',
      'Scaffolding, epoxy, road work: the papers take two weeks. The rest is about turning up at seven, reading a drawing and speaking up when you do not understand.\n\nOur foremen have retired from the industry and know the person who will hire you by first name.',
    ),
    groups: ['dk-dagpenge', 'dk-kontanthjaelp-jobparat', 'ufaglaerte', 'unge'], services: ['byg-sikkerhed', 'realkompetence', 'direkte-match'], sectors: ['F', '71', '93'], languages: ['en', 'pl', 'ro'], opening: ['Mo-Fr 06:45-15:00'], reach: 'region',
  },
  {
    id: 'p-kantine', kind: 'private', names: ['{R} Service', 'Kantinen {D}'],
    summary: t('Rengøring og køkken som fag – ikke som endestation.', 'Cleaning and kitchen as a trade – not as a last stop.'),
    description: t(
      'Vi driver selv to kantiner {iby}, og det er dér, man lærer det. Maskinerne er de samme som hos kunderne, og maden bliver spist.\n\nNår du kan arbejde alene i fire timer, ringer vi til dem, der mangler en kollega. Tolv arbejdsgivere står på listen, og de kommer forbi og hilser på.',
      'We run two canteens ourselves, and that is where you learn. The machines are the same as the customers’, and the food gets eaten.\n\nWhen you can work alone for four hours we call those who lack a colleague. Twelve employers are on the list, and they drop by to say hello.',
    ),
    groups: ['dk-kontanthjaelp-jobparat', 'dk-integration', 'ufaglaerte', 'dk-kontanthjaelp-aktivitetsparat'], services: ['rengoering-kantine', 'koekken', 'branche-match'], sectors: ['I', 'N', '91', '94'], languages: ['en', 'ar', 'th'], accessibility: ['easy-language'], where: 'city', reach: 'neighbours',
  },
  {
    id: 'p-pleje', kind: 'private', names: ['{R} Omsorg', '{D} Plejejob'],
    summary: t('Prøv plejen, før du vælger den.', 'Try care work before you choose it.'),
    description: t(
      'Mange vælger faget på grund af en bedstemor og forlader det på grund af en vagtplan. Derfor viser vi begge dele. Efter fem uger ved du, om du vil søge uddannelsen, tage timer som ufaglært eller lade være.\n\nSiden {siden} har vi samarbejdet med plejecentre i fem kommuner.',
      'Many choose the profession because of a grandmother and leave it because of a rota. So we show both. After five weeks you know whether to apply for the training, work as unskilled or leave it.\n\nSince {siden} we have worked with care homes in five municipalities.',
    ),
    groups: ['dk-dagpenge', 'dk-kontanthjaelp-jobparat', 'dk-uddannelsesparat', 'nytilkomne'], services: ['sosu-intro', 'fagdansk', 'branche-match'], sectors: ['Q', '53'], languages: ['en', 'uk'], reach: 'region',
  },
  {
    id: 'p-it', kind: 'private', names: ['{R} Kode', '{D} It-skole'],
    summary: t('Tolv uger fra et andet fag til it-support.', 'Twelve weeks from another trade to IT support.'),
    description: t(
      'Vi har lært smede, sygeplejersker og en kirketjener at drive et netværk. Det vigtigste er ikke matematik, men at kunne holde ud, at noget ikke virker.\n\nUndervisningen er på dansk med engelske manualer. Vi optager to gange om året efter en prøve, man kan tage hjemmefra.',
      'We have taught welders, nurses and a verger to run a network. What matters is not mathematics but standing it when something does not work.\n\nTeaching is in Danish with English manuals. We admit twice a year after a test you can take at home.',
    ),
    groups: ['dk-dagpenge', 'faglaerte', 'dk-selvforsoergende'], services: ['it-omskoling', 'digital-soegning'], sectors: ['J', '25', '35'], languages: ['en'], reach: 'country',
  },
  {
    id: 'p-groen', kind: 'private', names: ['{R} Grønne Job', '{D} Omstilling & Natur'],
    summary: t('Job i det grønne: anlæg, energi, genbrug.', 'Green jobs: landscaping, energy, recycling.'),
    description: t(
      'Varmepumper skal sættes op, vådområder graves ud, og gamle mursten skal renses. Vi ved, hvem omkring {by} der har ordrer, og hvad man skal kunne for at være med.\n\nVi begynder ude. Kurserne kommer, når du har fundet ud af, om det er dig.',
      'Heat pumps must be installed, wetlands dug out and old bricks cleaned. We know who around {by} has orders and what it takes to join in.\n\nWe start outdoors. The courses come once you know whether it is for you.',
    ),
    groups: ['dk-kontanthjaelp-jobparat', 'dk-dagpenge', 'ufaglaerte', 'unge'], services: ['groen-praktik', 'byg-sikkerhed', 'branche-match'], sectors: ['A', 'E', 'F', 'D'], reach: 'neighbours',
  },
  {
    id: 'p-industri', kind: 'private', names: ['{R} Industri', '{D} Fabriksskole'],
    summary: t('Fra ledig til operatør på de fabrikker, man kan cykle til.', 'From unemployed to operator at the factories you can cycle to.'),
    description: t(
      'Vi blev startet af tre tidligere værkførere og arbejder kun med industrien {iby} og omegn. Alle hold slutter med en uge på et rigtigt skift, og fabrikken vælger ikke, hvem der må komme.\n\nHar du et kørekort til truck eller et gammelt svendebrev i skuffen, så tag det med.',
      'We were founded by three former foremen and work only with the industry in and around {by}. Every group ends with a week on a real shift, and the factory does not choose who may come.\n\nIf you have a forklift licence or an old trade certificate in a drawer, bring it.',
    ),
    groups: ['dk-dagpenge', 'dk-kontanthjaelp-jobparat', 'faglaerte', 'ufaglaerte'], services: ['branche-match', 'realkompetence', 'lager-truck'], sectors: ['C', '81', '82', '72'], languages: ['en', 'pl'], where: 'mainland', reach: 'neighbours',
  },
  {
    id: 'p-foraeldre', kind: 'private', names: ['{R} Familie & Job', '{D} mellem Otte og To'],
    summary: t('Job, der passer ind mellem aflevering og afhentning.', 'Jobs that fit between drop-off and pick-up.'),
    description: t(
      'Vi leder efter deltidsjob og faste vagter, og vi tager kampen om mødetiden, før du skriver under. Rådgivningen ligger om formiddagen, og børn må komme med.\n\nDe fleste hos os er alene med børn. Vi gennemgår økonomien først: nogle gange kan det ikke betale sig, og så siger vi det.',
      'We look for part-time jobs and fixed shifts and take the fight about hours before you sign. Guidance is in the mornings, and children may come along.\n\nMost people with us are alone with children. We do the sums first: sometimes it does not pay, and then we say so.',
    ),
    groups: ['foraeldre', 'dk-kontanthjaelp-jobparat', 'dk-dagpenge', 'dk-kontanthjaelp-aktivitetsparat'], services: ['fem-samtaler', 'direkte-match', 'smaa-job'], accessibility: ['childcare'], opening: ['Mo-Fr 08:30-13:00'], reach: 'municipality',
  },
  {
    id: 'p-land', kind: 'private', names: ['{R} Landbrugsjob', '{D} på Landet'],
    summary: t('Arbejde på landet: stald, mark, gartneri – og transporten dertil.', 'Rural work: stable, field, nursery – and getting there.'),
    description: t(
      'Jobbene findes, men bussen gør ikke. Derfor finder vi begge dele på én gang. Vi kender gårdene og gartnerierne og ved, hvem der er ordentlige at arbejde for.\n\nDu får en prøvedag med fuld løn. Den er for din skyld lige så meget som for deres.',
      'The jobs exist but the bus does not. So we find both at once. We know the farms and nurseries and who is decent to work for.\n\nYou get a trial day on full pay. It is for your sake as much as for theirs.',
    ),
    groups: ['dk-kontanthjaelp-jobparat', 'dk-dagpenge', 'nytilkomne', 'ufaglaerte'], services: ['direkte-match', 'koerekort', 'groen-praktik'], sectors: ['A', '61', '92'], languages: ['en', 'uk', 'ro'], where: 'rural', reach: 'neighbours',
  },
  {
    id: 'p-hotel', kind: 'private', names: ['{R} Gæstfrihed', '{D} Hotel & Restaurant'],
    summary: t('Sæsonen begynder til påske. Vi begynder i januar.', 'The season starts at Easter. We start in January.'),
    description: t(
      'Hoteller, feriehuse og restauranter ansætter mange på kort tid og få om vinteren. Vi laver aftaler, der strækker sig over begge: sæsonjob plus uddannelse eller fast vinterarbejde.\n\nDu kommer forbi tre steder den første uge og vælger selv, hvor du vil søge.',
      'Hotels, holiday homes and restaurants hire many in a short time and few in winter. We make agreements that cover both: seasonal work plus training or steady winter work.\n\nYou visit three places in the first week and choose where to apply.',
    ),
    groups: ['dk-dagpenge', 'dk-kontanthjaelp-jobparat', 'unge', 'nytilkomne'], services: ['branche-match', 'koekken', 'to-ugers-kursus'], sectors: ['I', '51'], languages: ['en', 'de', 'uk'], reach: 'region',
  },
];
