/** Municipal job services. All names are invented; the municipality a name stands in is only the place of the demonstration. */
import { t } from '../text.ts';
import type { Voice } from './voice.ts';

export const MUNICIPALITIES: readonly Voice[] = [
  {
    id: 'k-samtale', kind: 'municipality', names: ['Jobcenter {P} (opdigtet)'],
    summary: t('Den kommunale indsats: samtaler, tilbud og ydelse samme sted.', 'The municipal service: talks, offers and benefit in one place.'),
    description: t(
      'Du får en fast sagsbehandler, som du kan skrive til direkte. Samtalerne ligger dér, hvor det giver mening: på telefon, i huset {iby} eller på din arbejdsplads.\n\nVi skal både hjælpe dig og holde øje med, at reglerne bliver fulgt. Det er to kasketter, og du må altid spørge, hvilken vi har på.',
      'You get a regular caseworker whom you can write to directly. The talks take place where it makes sense: by phone, in our house or at your workplace.\n\nWe must both help you and see that the rules are kept. Those are two hats, and you may always ask which one we are wearing.',
    ),
    groups: ['dk-dagpenge', 'dk-kontanthjaelp-jobparat', 'dk-kontanthjaelp-aktivitetsparat', 'dk-sygedagpenge'], services: ['fem-samtaler', 'direkte-match', 'virksomhedscenter'], languages: ['en'], accessibility: ['wheelchair', 'companion-welcome'], reach: 'municipality',
  },
  {
    id: 'k-unge', kind: 'municipality', names: ['Ungeindsatsen {P} (opdigtet)'],
    summary: t('Én indgang for unge under 30: uddannelse, job, mentor og ydelse.', 'One entrance for people under 30: education, work, mentor and benefit.'),
    description: t(
      'Skolevejleder, mentor og sagsbehandler sidder ved samme bord, så du slipper for at være bud imellem dem. Første møde ligger inden for en uge.\n\nVi spørger, hvad du vil, før vi fortæller, hvad du skal. Er du under 18, kan du komme uden dine forældre, og du kan også tage dem med.',
      'Study counsellor, mentor and caseworker share a table, so that you need not be the messenger between them. The first meeting is within a week.\n\nWe ask what you want before we tell you what you must. If you are under 18 you may come without your parents, and you may bring them too.',
    ),
    groups: ['dk-uddannelsesparat', 'dk-ung-aktivitetsparat', 'unge'], services: ['ungementor', 'brobygning', 'fritidsjob'], accessibility: ['wheelchair', 'quiet-room'], reach: 'municipality',
  },
  {
    id: 'k-syg', kind: 'municipality', names: ['Sygedagpengeteam {P} (opdigtet)'],
    summary: t('For sygemeldte: en plan sammen med lægen, arbejdspladsen og dig.', 'For people on sick leave: a plan with the doctor, the workplace and you.'),
    description: t(
      'De første samtaler holder vi på telefon, hvis du har det dårligt. Vi spørger til arbejdet, ikke til symptomerne; dem taler du med lægen om.\n\nHar du en arbejdsgiver, indkalder vi til et rundt bord, så snart du kan sidde med i en halv time. Har du ikke, ser vi på, hvad der kan lade sig gøre ved siden af behandlingen.',
      'The first talks are by phone if you are unwell. We ask about work, not about symptoms; those you discuss with your doctor.\n\nIf you have an employer we call a round table as soon as you can sit through half an hour. If not, we see what is possible alongside treatment.',
    ),
    groups: ['dk-sygedagpenge', 'dk-jobafklaring', 'fastholdelse'], services: ['gradvis-tilbage', 'fastholdelse', 'afklaring-fire-uger'], accessibility: ['wheelchair', 'quiet-room', 'companion-welcome'], reach: 'municipality',
  },
  {
    id: 'k-fleks', kind: 'municipality', names: ['Fleksjobteam {P} (opdigtet)'],
    summary: t('Kommunens hold for fleksjob og ledighedsydelse.', 'The municipality’s team for flex-jobs and unemployment allowance.'),
    description: t(
      'Vi kender de lokale arbejdspladser, der har plads til få timer, og vi bliver ved med at ringe. En gang om måneden holder vi fleksjobcafé {iby}, hvor arbejdsgivere kommer forbi uden slips.\n\nDu kan altid bede om at få set på timetallet igen. Det kræver ikke, at du har fundet noget nyt.',
      'We know the local workplaces with room for few hours, and we keep calling. Once a month we hold a flex-job café where employers drop in without a tie.\n\nYou can always ask to have your hours looked at again. You need not have found anything new.',
    ),
    groups: ['dk-fleksjob', 'handicap', 'dk-foertidspension'], services: ['fleksmatch', 'smaa-job', 'hjaelpemidler'], accessibility: ['wheelchair', 'hearing-loop', 'companion-welcome'], reach: 'municipality',
  },
  {
    id: 'k-virksomhed', kind: 'municipality', names: ['Virksomhedsservice {P} (opdigtet)'],
    summary: t('Kommunens rekruttering: vi finder folk til virksomheder og job til folk.', 'The municipality’s recruitment: people for companies and jobs for people.'),
    description: t(
      'Virksomhederne ringer til ét nummer og får et bud inden tre dage. For dig betyder det, at der står ægte stillinger bag, når vi foreslår et besøg.\n\nVi sender ikke folk i praktik dér, hvor der lige er fyret nogen. Arbejdspladsens tillidsmand skal skrive under.',
      'Companies call one number and get an answer within three days. For you it means that there are real positions behind a visit we suggest.\n\nWe do not send people on placement where someone has just been dismissed. The shop steward must sign.',
    ),
    groups: ['dk-dagpenge', 'dk-kontanthjaelp-jobparat', 'ufaglaerte', 'faglaerte'], services: ['direkte-match', 'branche-match', 'virksomhedscenter'], sectors: ['C', 'G', 'F', 'Q'], languages: ['en'], reach: 'municipality',
  },
  {
    id: 'k-integration', kind: 'municipality', names: ['Integration og Arbejde {P} (opdigtet)'],
    summary: t('Introduktionsprogram: dansk, arbejde og hverdag for nytilkomne.', 'Introduction programme: Danish, work and everyday life for newcomers.'),
    description: t(
      'Programmet er lovpligtigt for dig, der lige er kommet, og vi prøver at gøre det brugbart. Du har én kontaktperson, som også kender børnenes skole og boligen.\n\nTolk bestiller vi. Børn og ægtefæller skal ikke oversætte hos os.',
      'The programme is required by law if you have just arrived, and we try to make it useful. You have one contact, who also knows the children’s school and your housing.\n\nWe book the interpreter. Children and spouses are not to interpret here.',
    ),
    groups: ['dk-integration', 'nytilkomne'], services: ['nyt-land-nyt-job', 'dansk-paa-job', 'kvindenetvaerk'], languages: ['en', 'ar', 'uk', 'fa', 'ti'], accessibility: ['wheelchair', 'easy-language', 'childcare'], where: 'mainland', reach: 'municipality',
  },
  {
    id: 'k-aktiv', kind: 'municipality', names: ['Jobhuset {P} (opdigtet)'],
    summary: t('Et kommunalt jobhus for dem, der er længst væk fra arbejdsmarkedet.', 'A municipal job house for those furthest from the labour market.'),
    description: t(
      'Her er værksted, køkken og en have. Du kommer to dage om ugen til at begynde med, og din sagsbehandler har kontor i den anden ende af gangen.\n\nMange har været til afklaring før. Vi læser det, der allerede er skrevet, så du ikke skal igennem det igen.',
      'There is a workshop, a kitchen and a garden. You come two days a week to begin with, and your caseworker has an office at the other end of the corridor.\n\nMany have been assessed before. We read what is already written, so that you need not go through it again.',
    ),
    groups: ['dk-kontanthjaelp-aktivitetsparat', 'dk-ressourceforloeb', 'langtidsledige', 'psykisk-saarbare'], services: ['eget-vaerksted', 'koekken', 'hverdagsmentor'], accessibility: ['wheelchair', 'quiet-room'], reach: 'municipality',
  },
  {
    id: 'k-oe', kind: 'municipality', names: ['Job og Borger {P} (opdigtet)'],
    summary: t('Et lille kommunalt kontor, hvor alle kender alle. Det er både fordelen og ulempen.', 'A small municipal office where everyone knows everyone. That is both the strength and the weakness.'),
    description: t(
      'Vi er få medarbejdere og laver det hele: ydelse, samtaler, virksomhedskontakt og oprydning efter julefrokosten. Derfor får du svar samme dag.\n\nVil du hellere tale med en, du ikke møder i brugsen, har vi en aftale med en anden kommune. Sig det bare; du skal ikke begrunde det.',
      'We are few and do it all: benefits, talks, company contact and tidying up after the Christmas lunch. So you get an answer the same day.\n\nIf you would rather talk to someone you do not meet in the shop, we have an agreement with another municipality. Just say so; no reason needed.',
    ),
    groups: ['dk-dagpenge', 'dk-kontanthjaelp-jobparat', 'dk-kontanthjaelp-aktivitetsparat', 'dk-sygedagpenge', 'dk-uddannelsesparat'], services: ['fem-samtaler', 'direkte-match', 'gradvis-tilbage'], accessibility: ['wheelchair'], where: 'island', reach: 'municipality',
  },
  {
    id: 'k-klub', kind: 'municipality', names: ['Jobklubben {P} (opdigtet)'],
    summary: t('Kommunens jobklub: kom i gang de første seks uger.', 'The municipality’s job club: get going in the first six weeks.'),
    description: t(
      'Alle nye ledige i kommunen bliver inviteret, og i de fleste tilfælde er det et krav at møde. Fra og med tredje uge bestemmer klubben selv, hvad der skal på programmet.\n\nVi har lavet klubben sammen med tidligere deltagere. De strøg rollespillet og bad om flere telefoner.',
      'All newly unemployed people in the municipality are invited, and in most cases attendance is required. From week three the club decides its own programme.\n\nWe designed the club with former participants. They dropped the role play and asked for more telephones.',
    ),
    groups: ['dk-kontanthjaelp-jobparat', 'dk-dagpenge', 'nyledige'], services: ['jobklub', 'to-ugers-kursus', 'digital-soegning'], accessibility: ['wheelchair', 'hearing-loop'], reach: 'municipality',
  },
  {
    id: 'k-ips', kind: 'municipality', names: ['Job og Psykiatri {P} (opdigtet)'],
    summary: t('Kommune og psykiatri under samme tag: job først, afklaring bagefter.', 'Municipality and psychiatry under one roof: job first, assessment later.'),
    description: t(
      'Jobkonsulenterne sidder på ambulatoriet tre dage om ugen. Du kan komme i forløb, mens du er i behandling, og du bestemmer, hvad arbejdsgiveren får at vide.\n\nMetoden er gennemprøvet, men den kræver få deltagere pr. konsulent. Derfor kan der være ventetid.',
      'The employment specialists sit in the clinic three days a week. You can join while in treatment, and you decide what the employer is told.\n\nThe method is well tested but needs few participants per specialist. So there may be a wait.',
    ),
    groups: ['psykisk-saarbare', 'dk-kontanthjaelp-aktivitetsparat', 'dk-ung-aktivitetsparat', 'dk-jobafklaring'], services: ['ips-job', 'stresshold'], accessibility: ['quiet-room', 'companion-welcome'], where: 'city', reach: 'municipality',
  },
  {
    id: 'k-pulje', kind: 'municipality', names: ['Beskæftigelseshuset {P} (opdigtet)'],
    summary: t('Egne forløb og køb hos andre. Du kan få begge dele at se, før du vælger.', 'Our own pathways and others’. You can see both before you choose.'),
    description: t(
      'Vi driver selv nogle hold og betaler andre for resten. På væggen i venteværelset hænger en liste over alle tilbud, også dem, vi ikke selv tjener på.\n\nMan må gerne besøge to steder, inden man beslutter sig. Sagsbehandleren hjælper med at sammenligne, men skal ikke vælge for dig.',
      'We run some groups ourselves and pay others for the rest. On the waiting-room wall hangs a list of all offers, including those we gain nothing from.\n\nYou may visit two places before deciding. The caseworker helps you compare but is not to choose for you.',
    ),
    groups: ['dk-dagpenge', 'dk-kontanthjaelp-jobparat', 'dk-sygedagpenge', 'dk-kontanthjaelp-aktivitetsparat'], services: ['to-ugers-kursus', 'gradvis-tilbage', 'smaa-job'], languages: ['en'], accessibility: ['wheelchair', 'hearing-loop', 'companion-welcome'], reach: 'municipality',
  },
  {
    id: 'k-groen', kind: 'municipality', names: ['Vej & Park-holdet {P} (opdigtet)'],
    summary: t('Arbejde i kommunens parker og på havnen, med en formand og en mentor.', 'Work in the municipality’s parks and harbour, with a foreman and a mentor.'),
    description: t(
      'Holdet rydder stier, passer bede og maler bænke {iby}. Arbejdet ville ellers ikke blive gjort, og det kan ses. Efter tre måneder taler vi om, hvilken arbejdsplads der skal være den næste.\n\nDu får fast mødetid, varmt tøj og en formand, der ikke har travlt.',
      'The team clears paths, tends flower beds and paints benches. The work would not otherwise be done, and it shows. After three months we talk about which workplace is next.\n\nYou get fixed hours, warm clothes and a foreman who is in no hurry.',
    ),
    groups: ['dk-kontanthjaelp-aktivitetsparat', 'dk-kontanthjaelp-jobparat', 'ufaglaerte', 'tidligere-indsatte'], services: ['groen-praktik', 'koerekort', 'virksomhedscenter'], sectors: ['A', 'E', '96'], outdoors: true, reach: 'municipality',
  },
  {
    id: 'k-voksen', kind: 'municipality', names: ['Opkvalificering {P} (opdigtet)'],
    summary: t('Kommunens vejledning om uddannelse til voksne uden papirer på det, de kan.', 'Municipal guidance on education for adults with no papers on what they can do.'),
    description: t(
      'Vi hjælper med at finde ud af, om du kan få merit, om du har ret til uddannelse i ledighedsperioden, og hvad du skal leve af imens. Svaret kan være nej, og så ved du det.\n\nFaglærere fra skolerne kommer hver anden uge og kigger på, hvad du kan.',
      'We help find out whether you can get credit, whether you have a right to education while unemployed, and what to live on meanwhile. The answer may be no, and then you know.\n\nTrade teachers from the schools come every other week to see what you can do.',
    ),
    groups: ['ufaglaerte', 'dk-dagpenge', 'dk-kontanthjaelp-jobparat', 'dk-revalidering'], services: ['realkompetence', 'brobygning', 'sosu-intro'], languages: ['en'], accessibility: ['wheelchair'], reach: 'municipality',
  },
  {
    id: 'k-frivillig', kind: 'municipality', names: ['Jobbroen {P} (opdigtet)'],
    summary: t('Kommunal indsats med frivillige mentorer fra byens virksomheder.', 'A municipal service with volunteer mentors from local companies.'),
    description: t(
      'Ideen kom fra en bagermester, som syntes, at kommunen sendte de forkerte. Nu er over hundrede lokale med på listen, og du kan selv bede om at møde nogen fra dit fag.\n\nMentoren får ingen oplysninger om dig fra os. Du fortæller, hvad du vil.',
      'The idea came from a master baker who thought the municipality sent the wrong people. Now over a hundred locals are on the list, and you can ask to meet someone from your trade.\n\nThe mentor gets no information about you from us. You tell what you want.',
    ),
    groups: ['dk-dagpenge', 'dk-selvforsoergende', 'nytilkomne', 'seniorer'], services: ['erhvervsmentor', 'hundrede-dage', 'jobklub'], languages: ['en'], accessibility: ['wheelchair'], reach: 'municipality',
  },
];
