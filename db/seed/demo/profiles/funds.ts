/** Unemployment insurance funds, all invented. */
import { t } from '../text.ts';
import type { Voice } from './voice.ts';

export const FUNDS: readonly Voice[] = [
  {
    id: 'a-tvaer', kind: 'unemployment-fund', names: ['{G} A-kasse (opdigtet)'],
    summary: t('Tværfaglig a-kasse. De første måneder er samtalerne hos os.', 'A cross-trade fund. For the first months your talks are with us.'),
    description: t(
      'Når du bliver ledig, skal du til samtale hos os inden to uger. Vi bruger den på at finde ud af, om du har brug for os eller bare skal have ro til at søge. Begge dele er i orden.\n\nDu kan ringe til den samme vejleder næste gang. Det er ikke et løfte, mange giver, så prøv os af.',
      'When you become unemployed you have a talk with us within two weeks. We use it to find out whether you need us or just want peace to apply. Both are fine.\n\nYou can call the same adviser next time. Not many promise that, so put us to the test.',
    ),
    groups: ['dk-dagpenge', 'nyledige'], services: ['fem-samtaler', 'digital-soegning', 'online-klub'], languages: ['en'], reach: 'country',
  },
  {
    id: 'a-handel', kind: 'unemployment-fund', names: ['A-kassen {D} for Butik og Kontor (opdigtet)'],
    summary: t('For butiks- og kontorfolk. Vi kender lønnen, og hvem der søger.', 'For shop and office workers. We know the pay and who is hiring.'),
    description: t(
      'Vores medlemmer arbejder i butikker, på lagre og på kontorer, og de fleste skifter job inden for fem år. Derfor holder vi kontakt med arbejdsgiverne hele tiden og ikke kun, når nogen bliver ledig.\n\nVi holder cv-værksted hver onsdag {iby}. Tag dit gamle cv med; det er sjældent så slemt, som du tror.',
      'Our members work in shops, warehouses and offices, and most change jobs within five years. So we keep in touch with employers all the time, not only when someone becomes unemployed.\n\nCV workshop every Wednesday. Bring your old CV; it is rarely as bad as you think.',
    ),
    groups: ['dk-dagpenge', 'nyledige', 'faglaerte', 'opsagte'], services: ['to-ugers-kursus', 'jobklub', 'direkte-match'], sectors: ['G', '41', '52'], accessibility: ['wheelchair'], reach: 'region',
  },
  {
    id: 'a-teknik', kind: 'unemployment-fund', names: ['{R} Teknik A-kasse (opdigtet)'],
    summary: t('For teknikere og maskinfolk mellem to opgaver.', 'For technicians and machine people between two jobs.'),
    description: t(
      'Når en linje bliver flyttet til udlandet, kommer hele holdet på én gang. Så rykker vi ud med papirer, realkompetencevurdering og en liste over virksomheder, der søger den slags hænder.\n\nVores vejledere er selv uddannede i faget. Du behøver ikke forklare, hvad en svejseprocedure er.',
      'When a production line moves abroad the whole shift comes at once. Then we turn out with papers, an assessment of prior learning and a list of companies looking for such hands.\n\nOur advisers are trained in the trade. You need not explain what a welding procedure is.',
    ),
    groups: ['dk-dagpenge', 'faglaerte', 'opsagte'], services: ['brancheskift', 'realkompetence', 'direkte-match'], sectors: ['C', '31', '72', '74'], languages: ['en'], reach: 'country',
  },
  {
    id: 'a-akademi', kind: 'unemployment-fund', names: ['A-kassen {D} for Kandidater (opdigtet)'],
    summary: t('Dimittender og akademikere: sparring, skriveaftener og virksomhedsbesøg.', 'Graduates: sparring, writing evenings and company visits.'),
    description: t(
      'De fleste af vores ledige medlemmer er under 32 og har aldrig haft et fast job. Vi regner med, at de første seks måneder er svære, og har lagt støtten dér.\n\nVi viser også tallene: hvor lang tid det tager for din uddannelse, og hvor stor forskel der er på folk.',
      'Most of our unemployed members are under 32 and have never had a permanent job. We expect the first six months to be hard and have put the support there.\n\nWe also show the figures: how long it takes for your degree, and how much people differ.',
    ),
    groups: ['dk-dagpenge', 'dimittender', 'akademikere'], services: ['foerste-job', 'sprint', 'aftenvejleder'], sectors: ['24', '26', 'M'], languages: ['en'], reach: 'country',
  },
  {
    id: 'a-pleje', kind: 'unemployment-fund', names: ['{G} A-kasse for Omsorg og Pædagogik (opdigtet)'],
    summary: t('For dem, der har arbejdet med mennesker – og måske ikke kan mere lige nu.', 'For those who have worked with people – and perhaps cannot any more right now.'),
    description: t(
      'Mange af vores medlemmer bliver ledige efter en sygemelding. Vi spørger derfor også til kræfterne og ikke kun til ansøgningerne, og vi kan henvise til en stresscoach.\n\nSkal du videre i faget, kender vi institutionerne. Skal du ud af det, er vi de første til at sige, at det er i orden.',
      'Many of our members become unemployed after sick leave. So we ask about strength and not only about applications, and can refer to a stress coach.\n\nIf you want to stay in the profession we know the institutions. If you want out, we are the first to say that is all right.',
    ),
    groups: ['dk-dagpenge', 'fastholdelse', 'psykisk-saarbare'], services: ['fem-samtaler', 'brancheskift', 'gaa-og-tale'], sectors: ['Q', 'P', '53', '23'], accessibility: ['quiet-room'], reach: 'region',
  },
  {
    id: 'a-selv', kind: 'unemployment-fund', names: ['{R} A-kasse for Selvstændige (opdigtet)'],
    summary: t('For selvstændige og freelancere, der vil vide, hvad de må.', 'For the self-employed and freelancers who want to know what is allowed.'),
    description: t(
      'Hvad er bibeskæftigelse? Hvornår er man lukket? Hvor meget må man tjene? Vi svarer skriftligt, så du kan vise det til andre, og vi står ved svaret.\n\nVed siden af holder vi aftenkurser for dem, der vil prøve en gang til, klogere.',
      'What is secondary employment? When are you closed? How much may you earn? We answer in writing, so that you can show it to others, and we stand by the answer.\n\nWe also hold evening courses for those who want to try again, wiser.',
    ),
    groups: ['dk-dagpenge', 'nyledige'], services: ['bibeskaeftigelse', 'start-egen', 'aftenvejleder'], sectors: ['M', 'S', 'F'], languages: ['en'], reach: 'country',
  },
  {
    id: 'a-lokal', kind: 'unemployment-fund', names: ['A-kassen {R}, lokalafdelingen (opdigtet)'],
    summary: t('En lokal afdeling med åben dør og lange brochurer, vi selv er trætte af.', 'A local branch with an open door and long brochures that we are tired of ourselves.'),
    description: t(
      'Kom ind fra gaden {iby} og spørg. Der sidder en vejleder ved skranken fire dage om ugen, og hun hjælper gerne med dagpengekortet, før det bliver et problem.\n\nTo gange om året tager vi rundt til virksomheder med en bus fuld af ledige medlemmer. Sidst gik halvdelen hjem med en samtale i kalenderen.',
      'Walk in and ask. We offer advice in person four days a week and can help with the benefit card before it becomes a problem.\n\nTwice a year we visit companies with a bus full of unemployed members. Last time half went home with an interview in the diary.',
    ),
    groups: ['dk-dagpenge', 'ufaglaerte', 'seniorer', 'langtidsledige'], services: ['jobklub', 'senior-genstart', 'fem-samtaler'], sectors: ['H', 'C', 'N'], languages: ['en', 'pl'], accessibility: ['wheelchair', 'hearing-loop'], opening: ['Mo-We 09:30-15:00', 'Th 09:30-17:00'], reach: 'neighbours',
  },
  {
    id: 'a-transport', kind: 'unemployment-fund', names: ['{R} A-kasse for Transport og Lager (opdigtet)'],
    summary: t('For chauffører, lagerfolk og havnearbejdere.', 'For drivers, warehouse workers and dockers.'),
    description: t(
      'Hos os handler vejledning tit om kørekort, helbredsattester og kvalifikationsbeviser. Vi har overblik over, hvad der udløber hvornår, og hvem der betaler for at forny det.\n\nVejlederne kører selv. De kan fortælle, hvilke vognmænd der holder hviletiden.',
      'With us guidance is often about licences, medical certificates and qualification cards. We keep track of what expires when and who pays for renewal.\n\nThe advisers drive themselves. They can tell which hauliers respect resting hours.',
    ),
    groups: ['dk-dagpenge', 'ufaglaerte', 'faglaerte'], services: ['chauffoer', 'lager-truck', 'fem-samtaler'], sectors: ['H', '83', '93'], languages: ['en', 'pl', 'ro'], reach: 'country',
  },
  {
    id: 'a-digital', kind: 'unemployment-fund', names: ['{R} Digital A-kasse (opdigtet)'],
    summary: { ...t('A-kasse uden kontor: alt foregår på nettet og i telefonen.', 'A fund without an office: everything happens online and by phone.'), sv: 'A-kassa utan kontor: allt sker på nätet och i telefon.' },
    description: t(
      'Vi har lavere kontingent, fordi vi ikke har lokaler. Det betyder, at vejledningen foregår på video, og at du selv skal have orden i papirerne.\n\nKan du ikke det, er der en telefonlinje med mennesker i. Ventetiden står på hjemmesiden, opdateret hvert minut.',
      'Our membership fee is lower because we have no premises. That means guidance is by video, and you must keep your papers in order.\n\nIf you cannot, there is a phone line with people on it. The waiting time is on the website, updated every minute.',
    ),
    groups: ['dk-dagpenge', 'nyledige', 'dimittender'], services: ['aftenvejleder', 'online-klub'], languages: ['en', 'sv'], remote: true, accessibility: ['screen-reader-material'], reach: 'country',
  },
  {
    id: 'a-kunst', kind: 'unemployment-fund', names: ['A-kassen {D} for Kunst og Medier (opdigtet)'],
    summary: t('For folk i kulturen, der har fem indtægter og ingen af dem fast.', 'For people in the arts with five incomes, none of them steady.'),
    description: t(
      'Sceneteknikere, journalister, klippere og dansere. Vi kender honorarer, ophavsret og den måned, hvor alt ligger stille. Vejledningen begynder med dit kalenderår i stedet for dit cv.\n\nEn gang om måneden mødes medlemmer, der vil noget andet, og hører en, der gjorde det.',
      'Stage technicians, journalists, editors and dancers. We know fees, copyright and the month when everything stands still. Guidance starts with your calendar year, not your CV.\n\nOnce a month members who want something else meet and listen to one who did it.',
    ),
    groups: ['dk-dagpenge', 'akademikere', 'dimittender'], services: ['bibeskaeftigelse', 'brancheskift', 'online-klub'], sectors: ['R', 'J', '26', '34'], languages: ['en'], reach: 'country',
  },
];
