/** Private advisers: careers, graduates, managers, online. */
import { t } from '../text.ts';
import type { Voice } from './voice.ts';

export const PRIVATE_GUIDANCE: readonly Voice[] = [
  {
    id: 'p-bord', kind: 'private', names: ['{R} Karriere', '{D} Karriererådgivning'],
    summary: t('Jobsparring for ledige, der har fået nok af at sende ansøgninger ud i luften.', 'Job sparring for people who have had enough of sending applications into thin air.'),
    description: t(
      'Vi tror på få, gode henvendelser. Derfor beder vi dig lade være med at søge noget som helst de første ti dage. I den tid ser vi på, hvad du har lavet, hvem du kender, og hvilke arbejdspladser der ligger inden for en time fra {by}.\n\nDu har den samme rådgiver hele vejen. Passer I ikke sammen, siger du det til kontoret, og så bytter vi.',
      'We believe in few, good approaches. So we ask you not to apply for anything for the first ten days. We use that time to look at what you have done, whom you know and which workplaces are within an hour of {by}.\n\nYou have the same adviser throughout. If the two of you do not get on, tell the office and we swap.',
    ),
    groups: ['dk-dagpenge', 'nyledige', 'faglaerte'], services: ['fem-samtaler', 'to-ugers-kursus', 'direkte-match'], sectors: ['G', 'N'], reach: 'neighbours',
  },
  {
    id: 'p-skift', kind: 'private', names: ['{R} Job & Retning', '{D} – nye spor'],
    summary: t('Rådgivning til dig, der skal noget helt andet end før.', 'Guidance for people who are going to do something quite different.'),
    description: t(
      'Ryggen vil ikke mere, branchen er lukket ned, eller også kan du bare ikke forestille dig femten år til. De fleste, der kommer hos os {iby}, ved godt, hvad de ikke vil. Vi bruger tiden på at undersøge, hvad der så er tilbage, ude hos dem, der laver arbejdet.\n\nVi er ikke en genvej. Regn med fire måneder og en del benarbejde.',
      'Your back has had enough, the industry has closed down, or you just cannot picture another fifteen years. Most people who come to us know what they do not want. We spend the time finding out what is left, with those who do the work.\n\nWe are no short cut. Expect four months and a good deal of legwork.',
    ),
    groups: ['dk-dagpenge', 'dk-kontanthjaelp-jobparat', 'faglaerte', 'seniorer'], services: ['brancheskift', 'realkompetence', 'gaa-og-tale'], sectors: ['C', 'F', 'Q'], reach: 'region',
  },
  {
    id: 'p-tal', kind: 'private', names: ['{R} Beskæftigelse', '{D} Job'],
    summary: t('Vi ringer til virksomhederne, mens du øver samtalen.', 'We call the companies while you practise the interview.'),
    description: t(
      'Vores virksomhedskonsulenter har fast rute: mandag industrien, tirsdag butikkerne, onsdag plejen. De ved, hvem der mangler folk, før opslaget er skrevet. Du får at vide, hvem vi har talt med om dig, og hvad de svarede – også når svaret er nej.\n\nVi får en del af betalingen, når jobbet har varet i 13 uger. Det siger vi højt, fordi det påvirker, hvad vi går efter.',
      'Our company consultants have a fixed round: industry on Mondays, shops on Tuesdays, care on Wednesdays. They know who lacks people before the advert is written. You are told whom we talked to about you and what they answered – also when it is no.\n\nPart of our fee is paid when the job has lasted 13 weeks. We say so because it affects what we aim for.',
    ),
    groups: ['dk-kontanthjaelp-jobparat', 'dk-dagpenge', 'ufaglaerte'], services: ['direkte-match', 'branche-match', 'hundrede-dage'], sectors: ['C', 'G', 'Q', 'H'], reach: 'neighbours',
  },
  {
    id: 'p-dimittend', kind: 'private', names: ['{R} for Nyuddannede', '{D} Dimittend'],
    summary: t('Fra speciale til første ansættelse – med virksomheder, der ikke har prøvet det før.', 'From thesis to first employment – with companies that have not tried it before.'),
    description: t(
      'Der findes tusindvis af virksomheder med tyve ansatte og ingen akademikere. Dem kender vi mange af omkring {by}. Vi lærer dig at beskrive din uddannelse som tre opgaver, de kan få løst før sommerferien.\n\nVi har selv gået ledige efter studiet, de fleste af os længere, end vi havde regnet med.',
      'There are thousands of companies with twenty employees and no graduates. We know many of them around {by}. We teach you to describe your degree as three tasks they can have done before the summer.\n\nWe have been unemployed graduates ourselves, most of us for longer than we expected.',
    ),
    groups: ['dk-dagpenge', 'dimittender', 'akademikere'], services: ['foerste-job', 'sprint', 'online-klub'], sectors: ['24', '26', '25'], languages: ['en'], where: 'city', reach: 'region',
  },
  {
    id: 'p-akademiker', kind: 'private', names: ['{R} Akademisk Vejledning', '{D} & Partnere'],
    summary: t('Karriererådgivning til akademikere midt i arbejdslivet.', 'Career guidance for graduates in mid-career.'),
    description: t(
      'Når man har siddet ti år i den samme styrelse, har man lært et sprog, ingen andre taler. Vi begynder med at oversætte. Derefter finder vi ud af, om du leder efter et job, der ligner, eller om det var det, der var problemet.\n\nSamtalerne er fortrolige, også over for din a-kasse. Den får at vide, at du mødte op, ikke hvad vi talte om.',
      'After ten years in the same agency you have learned a language nobody else speaks. We begin by translating. Then we find out whether you want a similar job, or whether that was the problem.\n\nThe talks are confidential, also from your fund. It is told that you attended, not what we talked about.',
    ),
    groups: ['dk-dagpenge', 'akademikere', 'opsagte'], services: ['fem-samtaler', 'brancheskift', 'outplacement'], sectors: ['O', 'M', '26'], languages: ['en'], where: 'city', reach: 'region',
  },
  {
    id: 'p-leder', kind: 'private', names: ['{R} Ledernetværk', '{D} Rådgivning'],
    summary: t('For ledere mellem to job: to rådgivere, seks netværksmorgener og ingen visitkort.', 'For managers between jobs: two advisers, six network mornings and no business cards.'),
    description: t(
      'En opsagt leder mister sin kalender, før hun mister sin løn. Derfor ligger vores møder fast hver anden torsdag klokken otte. Man fortæller, hvad man har gjort, og hvad man undgik at gøre.\n\nVi tager højst ti ad gangen og siger nej, hvis to er fra samme koncern.',
      'A dismissed manager loses her calendar before her salary. So our meetings are fixed for every other Thursday at eight. You say what you have done and what you avoided doing.\n\nWe take at most ten at a time and decline if two are from the same group of companies.',
    ),
    groups: ['ledere', 'opsagte', 'dk-dagpenge'], services: ['lederforloeb', 'outplacement'], sectors: ['11', '12', '13'], languages: ['en'], where: 'city', reach: 'region',
  },
  {
    id: 'p-outplacement', kind: 'private', names: ['{R} Outplacement', '{D} Overgang'],
    summary: t('Hjælp til opsagte – betalt af den arbejdsgiver, der siger op.', 'Help for people given notice – paid by the employer who gives it.'),
    description: t(
      'Vi bliver ringet op af virksomheder, men vi arbejder for den, der skal ud. Det første møde kan ligge samme dag, og det må gerne handle om huslån og søvn. Ansøgninger kan vente til uge to.\n\nVirksomheden får én oplysning fra os: hvor mange der har taget imod tilbuddet.',
      'Companies call us, but we work for the person who has to leave. The first meeting can be the same day, and it may be about mortgages and sleep. Applications can wait until week two.\n\nThe company gets one piece of information from us: how many have accepted the offer.',
    ),
    groups: ['opsagte', 'dk-dagpenge', 'ledere'], services: ['outplacement', 'afskedigelsesrunde'], sectors: ['K', 'C', 'J'], languages: ['en'], reach: 'country',
  },
  {
    id: 'p-runde', kind: 'private', names: ['{R} Omstilling', '{D} ved Afskedigelser'],
    summary: t('Vi rykker ud, når en arbejdsplads lukker eller skærer ned.', 'We turn out when a workplace closes or cuts down.'),
    description: t(
      'Slagteriet, værftet, hovedkontoret: {siden} var første gang, vi slog et kontor op i et mødelokale midt i en fyringsrunde. Siden har vi lært, at folk først vil vide, hvad de har ret til, og først derefter, hvad de kan blive.\n\nVi arbejder med tillidsfolkene, ikke uden om dem. Alle kan få en samtale inden for tre dage, også på natholdet.',
      'The slaughterhouse, the shipyard, the head office: {siden} was the first time we set up an office in a meeting room in the middle of a round of dismissals. We have learned that people first want to know their rights, and only then what they can become.\n\nWe work with the shop stewards, not around them. Everyone can have a talk within three days, on the night shift too.',
    ),
    groups: ['opsagte', 'ufaglaerte', 'faglaerte'], services: ['afskedigelsesrunde', 'outplacement', 'realkompetence'], sectors: ['C', 'H'], languages: ['en', 'pl'], reach: 'country',
  },
  {
    id: 'p-senior', kind: 'private', names: ['{R} Senior', '{D} 50plus'],
    summary: t('Til dig, der har mere erfaring, end cv’et kan bære.', 'For you whose experience is more than a CV can carry.'),
    description: t(
      'Alder er sjældent det, der står i afslaget, men tit det, der står bag. Vi træner svaret på de fem spørgsmål, ingen må stille, men alle stiller: helbred, løn, tempo, it og hvor længe du bliver.\n\nHoldene er små, og der er altid mindst én, som selv har ansat folk.',
      'Age is rarely what the rejection says but often what lies behind it. We train the answers to the five questions nobody may ask but everybody does: health, pay, pace, IT and how long you will stay.\n\nGroups are small, and there is always someone who has hired people herself.',
    ),
    groups: ['seniorer', 'dk-dagpenge', 'langtidsledige'], services: ['senior-genstart', 'fem-samtaler', 'digital-soegning'], sectors: ['G', 'C', 'O'], reach: 'neighbours',
  },
  {
    id: 'p-senior2', kind: 'private', names: ['Huset {D}', '{R} Erfaring'],
    summary: t('Efter 55: kortere uge, andet job eller bare et job. Vi taler om alle tre.', 'After 55: a shorter week, another job or just a job. We talk about all three.'),
    description: t(
      'Hos os {iby} er gennemsnitsalderen 58, også blandt rådgiverne. Vi regner på efterløn, seniorpension og seniorordninger, før vi skriver en eneste ansøgning, for det ændrer, hvad man skal søge.\n\nNogle går herfra med et fuldtidsjob. Andre med femten timer i en planteskole og bedre humør.',
      'With us the average age is 58, advisers included. We do the sums on early retirement, senior pension and senior schemes before writing a single application, because it changes what to look for.\n\nSome leave with a full-time job. Others with fifteen hours in a plant nursery and better spirits.',
    ),
    groups: ['seniorer', 'dk-dagpenge', 'dk-selvforsoergende'], services: ['senior-genstart', 'brancheskift'], reach: 'neighbours',
  },
  {
    id: 'p-online', kind: 'private', names: ['{R} Online', '{D} på Skærmen'],
    summary: { ...t('Vejledning på video, når det passer dig. Hele landet, ingen transport.', 'Guidance by video when it suits you. The whole country, no travel.'), sv: 'Vägledning på video när det passar dig. Hela landet, inga resor.' },
    description: t(
      'Vi har ikke noget kontor, man kan komme på. Til gengæld kan du tale med en rådgiver klokken syv om morgenen eller ni om aftenen, og du kan skifte time indtil to timer før.\n\nDet fungerer godt for folk, der selv tager fat. Har du brug for et sted at gå hen hver dag, skal du vælge en anden.',
      'We have no office to come to. In return you can talk to an adviser at seven in the morning or nine at night, and move your slot until two hours before.\n\nIt works well for people who take hold themselves. If you need somewhere to go every day, choose someone else.',
    ),
    groups: ['dk-dagpenge', 'nyledige', 'akademikere'], services: ['aftenvejleder', 'online-klub', 'digital-soegning'], languages: ['en', 'sv'], accessibility: ['screen-reader-material'], remote: true, opening: ['Mo-Fr 07:00-21:00'], reach: 'country',
  },
  {
    id: 'p-online2', kind: 'private', names: ['{R} Fjernvejledning', '{D} Hjemmefra'],
    summary: t('Fjernvejledning til dig, der bor langt fra alting – eller bare helst bliver hjemme.', 'Remote guidance for you who live far from everything – or simply prefer to stay home.'),
    description: t(
      'Vi begyndte {siden} med deltagere på småøerne, hvor færgen bestemmer mødetiden. Det viste sig, at mange i byerne også havde det bedst med en skærm imellem: folk med angst, med små børn, med to timers transport.\n\nAlt materiale findes som tekst og lyd. Vi optager aldrig samtalerne.',
      'We began in {siden} with participants on the small islands, where the ferry sets the meeting time. It turned out that many in the cities also did best with a screen in between: people with anxiety, with small children, with two hours’ travel.\n\nAll material exists as text and sound. We never record the talks.',
    ),
    groups: ['dk-dagpenge', 'dk-kontanthjaelp-jobparat', 'psykisk-saarbare', 'foraeldre'], services: ['aftenvejleder', 'hundrede-dage'], accessibility: ['screen-reader-material', 'easy-language'], remote: true, reach: 'country',
  },
  {
    id: 'p-online3', kind: 'private', names: ['{R} Digital', 'Studio {D}'],
    summary: t('Jobsøgning i en tid, hvor både du og arbejdsgiveren bruger sprogmodeller.', 'Job search at a time when both you and the employer use language models.'),
    description: t(
      'Vi viser, hvordan systemer sorterer ansøgninger, og hvad der sker, når alle skriver ens. Målet er ikke flere ansøgninger, men nogle, der lyder som dig.\n\nKurserne holdes på nettet. Vi hjælper dem, der mangler udstyr, med at låne det.',
      'We show how systems sort applications and what happens when everyone writes alike. The aim is not more applications but some that sound like you.\n\nCourses are online. We help those who lack equipment to borrow it.',
    ),
    groups: ['dk-dagpenge', 'dimittender', 'nyledige'], services: ['digital-soegning', 'online-klub', 'aftenvejleder'], sectors: ['J', '25', '33'], languages: ['en'], remote: true, reach: 'country',
  },
  {
    id: 'p-egen', kind: 'private', names: ['{R} Iværk', '{D} Startværksted'],
    summary: t('Før du bliver selvstændig: ti samtaler med kunder, der måske ikke vil købe.', 'Before you go self-employed: ten talks with customers who may not want to buy.'),
    description: t(
      'Vi fraråder cirka hver tredje at starte. Det er ikke, fordi idéerne er dårlige, men fordi budgettet ikke kan bære et liv. De, der går videre, ved til gengæld, hvem deres første fem kunder er.\n\nRådgiverne driver selv virksomhed, og én af dem er gået konkurs. Hun er den mest efterspurgte.',
      'We advise about one in three not to start. Not because the ideas are bad but because the budget cannot carry a life. Those who go on know who their first five customers are.\n\nThe advisers run businesses themselves, and one of them has gone bankrupt. She is the one most in demand.',
    ),
    groups: ['dk-dagpenge', 'nyledige', 'dk-selvforsoergende'], services: ['start-egen', 'bibeskaeftigelse'], sectors: ['M', 'S', 'R'], reach: 'region',
  },
  {
    id: 'p-freelance', kind: 'private', names: ['{R} Freelance', '{D} Opgavebørs'],
    summary: t('For dem, der lever af opgaver: priser, pauser og papirarbejde.', 'For those who live from assignments: prices, pauses and paperwork.'),
    description: t(
      'Grafikere, tolke, musikere og folk, der kan lidt af det hele. Vi hjælper med at tage den rigtige pris og med at forklare a-kassen, hvad I egentlig laver.\n\nTorsdag aften er der åbent {iby}: man tager en faktura med og går hjem med en bedre.',
      'Designers, interpreters, musicians and people who can do a bit of everything. We help you charge the right price and explain to your fund what you actually do.\n\nThursday evenings we are open: bring an invoice and go home with a better one.',
    ),
    groups: ['dk-dagpenge', 'dk-selvforsoergende', 'dimittender'], services: ['bibeskaeftigelse', 'start-egen'], sectors: ['R', 'J', '26'], languages: ['en'], where: 'city', opening: ['Mo-We 10:00-15:00', 'Th 12:00-21:00'], reach: 'region',
  },
  {
    id: 'p-sprint', kind: 'private', names: ['{R} Sprint', '{D} Intensiv'],
    summary: t('Fem dage, ti virksomheder og mindst tre samtaler, du ikke turde tage.', 'Five days, ten companies and at least three talks you did not dare to have.'),
    description: t(
      'Intensive hold for ledige med en uddannelse. Der er fuld fart fra klokken otte til tre, og man ringer selv. Om fredagen skriver alle en plan på én side, og fire uger senere læser vi den op.\n\nFolk er trætte bagefter. Nogle stopper onsdag, og det er i orden.',
      'Intensive groups for unemployed people with an education. Full speed from eight to three, and you make the calls yourself. On Friday everyone writes a one-page plan, and four weeks later we read it aloud.\n\nPeople are tired afterwards. Some stop on Wednesday, and that is fine.',
    ),
    groups: ['dk-dagpenge', 'akademikere', 'dimittender'], services: ['sprint', 'foerste-job', 'fem-samtaler'], sectors: ['M', '24'], languages: ['en'], where: 'city', reach: 'region',
  },
  {
    id: 'p-jobklub', kind: 'private', names: ['{R} Jobklub', '{G} Jobværksted'],
    summary: t('Jobklub med regler. Ingen foredrag.', 'A job club with rules. No lectures.'),
    description: t(
      'Vi holder ikke oplæg. Vi stiller borde, telefoner og kaffe til rådighed, og så arbejder deltagerne. To gange om ugen gør man status højt for de andre. Det er ubehageligt de første to gange og en hjælp de næste tyve.\n\nKlubben {iby} har åbent for nye hver mandag.',
      'We do not lecture. We provide tables, phones and coffee, and the participants work. Twice a week you report aloud to the others. It is uncomfortable the first two times and a help the next twenty.\n\nThe club takes new members every Monday.',
    ),
    groups: ['dk-kontanthjaelp-jobparat', 'dk-dagpenge', 'langtidsledige'], services: ['jobklub', 'to-ugers-kursus'], reach: 'neighbours',
  },
];
