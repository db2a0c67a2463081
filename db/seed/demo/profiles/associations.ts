/** Associations run by members and volunteers. */
import { t } from '../text.ts';
import type { Voice } from './voice.ts';

export const ASSOCIATIONS: readonly Voice[] = [
  {
    id: 'f-cafe', kind: 'association', names: ['Jobcafé {D}', 'Foreningen {D}'],
    summary: t('Frivillig jobcafé. Kom uden aftale og gå hjem med en ansøgning.', 'A volunteer job café. Come without an appointment and leave with an application.'),
    description: t(
      'Vi er pensionerede lærere, kontorfolk og en enkelt politimand. Ved bordene {iby} kan du få læst korrektur, skrevet et cv eller bare talt højt om det hele.\n\nVi skriver ingenting ned om dig, og vi taler ikke med kommunen, medmindre du beder os om at tage med.',
      'We are retired teachers, office people and one policeman. At our tables you can have your text proofread, get a CV written or just talk it all over aloud.\n\nWe write nothing down about you, and we do not talk to the municipality unless you ask us to come along.',
    ),
    groups: ['langtidsledige', 'dk-kontanthjaelp-jobparat', 'seniorer', 'nytilkomne'], services: ['formiddagscafe'], opening: ['Tu 10:00-13:00', 'Th 10:00-13:00'], reach: 'municipality',
  },
  {
    id: 'f-mentor', kind: 'association', names: ['Mentorforeningen {D}', '{G} Mentorer'],
    summary: t('Frivillige mentorer i arbejde møder ledige fra samme fag.', 'Volunteer mentors in work meet unemployed people from the same trade.'),
    description: t(
      'Du udfylder et skema om dit fag og dit mål, og vi finder et menneske, der er ti år længere fremme. I mødes seks gange. Nogle bliver ved bagefter, men det er ikke meningen.\n\nMentorerne får selv et kursus på to aftener i at stille spørgsmål i stedet for at fortælle om dengang.',
      'You fill in a form about your trade and your goal, and we find someone ten years further along. You meet six times. Some continue afterwards, but that is not the idea.\n\nThe mentors take a two-evening course in asking questions instead of telling about the old days.',
    ),
    groups: ['dimittender', 'akademikere', 'dk-dagpenge', 'nytilkomne'], services: ['erhvervsmentor'], languages: ['en'], where: 'city', reach: 'region',
  },
  {
    id: 'f-nyt', kind: 'association', names: ['Naboskabet {D}', 'Venneforeningen {D}'],
    summary: t('Naboer hjælper nytilkomne med sprog, post og det første job.', 'Neighbours help newcomers with language, post and the first job.'),
    description: t(
      'Det begyndte {siden} med en lektiecafé og blev til fødselsdage, samkørsel og job. Halvdelen af de frivillige er selv kommet hertil og kender vejen.\n\nVi hjælper med at forstå et brev, men ikke med at skrive noget, der ikke passer. Torsdag er der mad.',
      'It began in {siden} with a homework café and turned into birthdays, car sharing and jobs. Half of the volunteers came here themselves and know the way.\n\nWe help you understand a letter, but not write something untrue. There is food on Thursdays.',
    ),
    groups: ['nytilkomne', 'dk-integration', 'ikke-vestlige'], services: ['formiddagscafe', 'erhvervsmentor', 'kvindenetvaerk'], languages: ['en', 'ar', 'uk', 'fa'], accessibility: ['childcare'], opening: ['Tu 15:00-18:00', 'Th 16:00-20:00'], reach: 'municipality',
  },
  {
    id: 'f-doeve', kind: 'association', names: ['{G} Høreforening', 'Tegnfællesskabet {D}'],
    summary: t('Støtte til jobsøgere med høretab og døve – af mennesker, der selv lever med det.', 'Support for jobseekers with hearing loss and deaf people – by people who live with it.'),
    description: t(
      'Mange skjuler høretabet til samtalen og fortryder det efter tre uger. Vi øver, hvad man siger, hvornår og til hvem. Rådgivningen foregår på dansk tegnsprog, på tale med teleslynge eller på skrift.\n\nForeningen låner udstyr ud, så man kan prøve det, inden kommunen bevilger det.',
      'Many hide their hearing loss at the interview and regret it after three weeks. We practise what to say, when and to whom. Guidance is in Danish sign language, in speech with a hearing loop or in writing.\n\nThe association lends equipment so that it can be tried before the municipality grants it.',
    ),
    groups: ['handicap', 'dk-fleksjob', 'dk-dagpenge'], services: ['erhvervsmentor', 'hjaelpemidler'], accessibility: ['hearing-loop', 'sign-language'], reach: 'region',
  },
  {
    id: 'f-sind', kind: 'association', names: ['Værestedet {D}', '{G} Fællesskab'],
    summary: t('Et fællesskab for mennesker med psykiske vanskeligheder, der vil have noget at stå op til.', 'A community for people with mental health difficulties who want something to get up for.'),
    description: t(
      'Medlemmerne driver huset sammen med de ansatte: køkken, reception, nyhedsbrev. Når man har fået faste opgaver her, er næste skridt et par timer et andet sted, og man beholder sin plads, hvis det ikke går.\n\nIngen bliver skrevet ud. Nogle kommer hver dag i en periode og så ikke i et år.',
      'Members run the house together with the staff: kitchen, reception, newsletter. Once you have regular tasks here the next step is a few hours elsewhere, and you keep your place if it does not work.\n\nNobody is discharged. Some come every day for a while and then not for a year.',
    ),
    groups: ['psykisk-saarbare', 'dk-foertidspension', 'dk-kontanthjaelp-aktivitetsparat', 'dk-ressourceforloeb'], services: ['aaben-doer', 'smaa-job', 'hverdagsmentor'], accessibility: ['quiet-room', 'companion-welcome'], backgrounds: [t('Pædagoger', 'Social educators'), t('Medlemmer', 'Members')], opening: ['Mo-Fr 09:00-16:00', 'Su 11:00-14:00'], reach: 'neighbours',
  },
  {
    id: 'f-dom', kind: 'association', names: ['Foreningen {D} – efter dommen', '{G} Udgang'],
    summary: t('Hjælp til mennesker, der har afsonet og vil arbejde.', 'Help for people who have served a sentence and want to work.'),
    description: t(
      'Vi møder folk i fængslet, før de kommer ud, og følger dem det første år. Frivillige mentorer, hvoraf nogle selv har siddet inde, går med til banken, boligforeningen og den første samtale.\n\nVi fører en liste over arbejdsgivere, der ikke spørger om straffeattest til alt. Den er længere, end man skulle tro.',
      'We meet people in prison before release and follow them for the first year. Volunteer mentors, some of whom have been inside, come along to the bank, the housing association and the first interview.\n\nWe keep a list of employers who do not ask for a criminal record for everything. It is longer than you would think.',
    ),
    groups: ['tidligere-indsatte', 'dk-kontanthjaelp-aktivitetsparat', 'dk-kontanthjaelp-jobparat'], services: ['efter-dommen'], where: 'city', reach: 'region',
  },
  {
    id: 'f-alene', kind: 'association', names: ['Enlig & Aktiv {D}', '{G} Forældrenetværk'],
    summary: t('Netværk af enlige forsørgere, der passer børn for hinanden og finder job sammen.', 'A network of single parents who mind each other’s children and find work together.'),
    description: t(
      'Vi fandt ud af, at det ofte ikke var jobbet, der manglede, men nogen til at hente klokken halv fire. Så det begyndte vi med.\n\nHver anden lørdag mødes vi {iby}: børnene leger, og de voksne læser hinandens ansøgninger.',
      'We found that what was missing was often not the job but someone to pick up at half past three. So that is where we started.\n\nEvery other Saturday we meet: the children play and the adults read each other’s applications.',
    ),
    groups: ['foraeldre', 'dk-kontanthjaelp-jobparat', 'dk-kontanthjaelp-aktivitetsparat'], services: ['formiddagscafe', 'jobklub'], accessibility: ['childcare'], opening: ['Sa 10:00-14:00'], reach: 'municipality',
  },
  {
    id: 'f-senior', kind: 'association', names: ['Seniorkredsen {D}', '{G} Erfarne'],
    summary: t('Seniorer, der skaffer hinanden opgaver og selskab.', 'Seniors who find each other assignments and company.'),
    description: t(
      'Medlemmerne er mellem 55 og 74. Virksomheder ringer, når de mangler en til tre måneder, og vi siger videre, hvem der kan. Resten af tiden mødes vi om tirsdagen og holder hinanden oppe.\n\nKontingentet er 100 kroner om året. Ledige betaler ikke.',
      'Members are between 55 and 74. Companies call when they need someone for three months, and we pass on who can. The rest of the time we meet on Tuesdays and keep each other going.\n\nThe fee is 100 kroner a year. Unemployed members do not pay.',
    ),
    groups: ['seniorer', 'dk-dagpenge', 'dk-selvforsoergende', 'ledere'], services: ['jobklub', 'erhvervsmentor'], accessibility: ['hearing-loop', 'wheelchair'], opening: ['Tu 10:00-14:00'], reach: 'neighbours',
  },
  {
    id: 'f-bolig', kind: 'association', names: ['Beboerforeningen {D}', 'Gårdhuset {D}'],
    summary: t('Boligområdets eget jobhjørne, åbent også efter fem.', 'The estate’s own job corner, open after five as well.'),
    description: t(
      'Vi ligger i stueetagen mellem vaskeriet og grøntbutikken. Folk kommer for at få printet noget og bliver hængende. Vi ved, hvem i opgangen der kører taxa, og hvem der skal bruge en afløser.\n\nUnge kan få hjælp til fritidsjob, og deres mødre til en plan.',
      'We are on the ground floor between the laundry and the greengrocer. People come to have something printed and stay on. We know who in the stairwell drives a taxi and who needs a stand-in.\n\nYoung people get help with after-school jobs and their mothers with a plan.',
    ),
    groups: ['unge', 'ikke-vestlige', 'dk-kontanthjaelp-jobparat', 'dk-under-18'], services: ['aaben-doer', 'fritidsjob', 'kvindenetvaerk'], languages: ['ar', 'so', 'tr', 'en'], accessibility: ['childcare'], where: 'city', opening: ['Mo-Th 13:00-19:00'], reach: 'municipality',
  },
  {
    id: 'f-sport', kind: 'association', names: ['Idrætsfællesskabet {D}', '{G} Morgenhold'],
    summary: t('Morgentræning og job gennem sportsklubbens netværk.', 'Morning training and jobs through the sports club’s network.'),
    description: t(
      'Klokken halv otte løber vi, går vi eller kaster med bold. Klokken ni er der kaffe, og så taler vi arbejde. I en klub med 900 medlemmer er der altid nogen, hvis chef mangler folk.\n\nMan behøver ikke kunne noget. Vi har en bænk til dem, der bare vil se på.',
      'At half past seven we run, walk or throw a ball. At nine there is coffee, and then we talk work. In a club of 900 members there is always someone whose boss lacks people.\n\nYou need no skills. We have a bench for those who just want to watch.',
    ),
    groups: ['unge', 'dk-uddannelsesparat', 'dk-kontanthjaelp-jobparat', 'psykisk-saarbare'], services: ['gaa-og-tale', 'erhvervsmentor', 'fritidsjob'], opening: ['Mo-Fr 07:30-10:30'], reach: 'municipality',
  },
  {
    id: 'f-unge', kind: 'association', names: ['Ungeforeningen {D}', '{G} Ungdom'],
    summary: t('Unge mentorer for unge: fem år ældre, ikke femten.', 'Young mentors for young people: five years older, not fifteen.'),
    description: t(
      'Vores mentorer er studerende og lærlinge mellem 22 og 28, som selv har haft en omvej. De får løn for det, supervision hver uge og må højst have tre ad gangen.\n\nDu kan skrive til os på alt, hvad der har et tastatur. Vi mødes på en café, en bænk eller i klubben {iby}.',
      'Our mentors are students and apprentices aged 22 to 28 who took a detour themselves. They are paid, get supervision every week and may have three mentees at most.\n\nYou can write to us on anything with a keyboard. We meet at a café, on a bench or in the club.',
    ),
    groups: ['unge', 'dk-uddannelsesparat', 'dk-ung-aktivitetsparat'], services: ['ungementor', 'brobygning'], languages: ['en', 'ar'], opening: ['Mo-Th 14:00-20:00'], backgrounds: [t('Studerende', 'Students'), t('Lærlinge', 'Apprentices')], reach: 'neighbours',
  },
  {
    id: 'f-autisme', kind: 'association', names: ['Pårørendegruppen {D}', '{G} Spektrum'],
    summary: t('Forældre og voksne med autisme, der hjælper hinanden ind på arbejdspladser.', 'Parents and adults with autism who help each other into workplaces.'),
    description: t(
      'Vi samler erfaringer: hvilke arbejdspladser fungerede, hvilke gjorde ikke, og hvad var forskellen? Som regel var det én kollega. Dem inviterer vi til at fortælle.\n\nForeningen giver ingen behandling, men en følgesvend til samtalen.',
      'We collect experience: which workplaces worked, which did not, and what was the difference? Usually it was one colleague. We invite them to tell.\n\nThe association gives no treatment but a companion for the interview.',
    ),
    groups: ['handicap', 'psykisk-saarbare', 'dk-ung-aktivitetsparat'], services: ['aaben-doer', 'erhvervsmentor'], accessibility: ['quiet-room', 'companion-welcome', 'easy-language'], reach: 'region',
  },
  {
    id: 'f-syn', kind: 'association', names: ['{G} Synsforening', 'Øjenkredsen {D}'],
    summary: t('Job for mennesker med synshandicap: tekniske prøver, mentorer og tålmodighed.', 'Jobs for people with visual impairment: technical trials, mentors and patience.'),
    description: t(
      'Vi går en virksomheds programmer igennem med skærmlæser, før du begynder, så du ikke skal opdage problemerne den første dag. Det tager en eftermiddag og sparer måneder.\n\nAlt, vi udsender, kan læses op. Ring, hvis noget ikke kan.',
      'We go through a company’s software with a screen reader before you start, so that you need not discover the problems on day one. It takes an afternoon and saves months.\n\nEverything we send out can be read aloud. Call if something cannot.',
    ),
    groups: ['handicap', 'dk-fleksjob', 'fastholdelse'], services: ['hjaelpemidler', 'erhvervsmentor'], accessibility: ['screen-reader-material', 'companion-welcome'], remote: true, reach: 'country',
  },
  {
    id: 'f-land', kind: 'association', names: ['Landsbyrådet {D}', '{G} Lokalråd'],
    summary: t('Et lokalråd, der vil have folk til at blive: job, samkørsel og lærlingepladser.', 'A village council that wants people to stay: jobs, car sharing and apprenticeships.'),
    description: t(
      'Når en familie flytter, fordi den ene mister jobbet, mister skolen to børn. Det er derfor, vi blander os. Vi ringer rundt til de 80 virksomheder i sognene og spørger, hvad de mangler.\n\nVi er ikke fagfolk. Vi kender bare alle.',
      'When a family moves because one of them loses a job, the school loses two children. That is why we meddle. We call the 80 companies in the parishes and ask what they lack.\n\nWe are no professionals. We just know everyone.',
    ),
    groups: ['dk-dagpenge', 'dk-kontanthjaelp-jobparat', 'unge', 'nytilkomne'], services: ['direkte-match', 'koerekort'], sectors: ['A', 'C', 'F'], where: 'rural', reach: 'municipality',
  },
  {
    id: 'f-kvinder', kind: 'association', names: ['Kvindekredsen {D}', '{G} Syklub'],
    summary: t('Kvinder mødes om håndarbejde og taler sig frem til et job.', 'Women meet over needlework and talk their way to a job.'),
    description: t(
      'Det er en syklub, og det er også et netværk. Her sidder bankassistenten ved siden af hende, der kom i april, og ingen skal sige, hvad de laver, før de har lyst.\n\nEn gang om måneden besøger vi en arbejdsplads, en har fundet. Man må nøjes med at se.',
      'It is a sewing circle and also a network. Here the bank clerk sits next to the woman who came in April, and nobody has to say what they do until they feel like it.\n\nOnce a month we visit a workplace that one of us has found. You may just look.',
    ),
    groups: ['ikke-vestlige', 'nytilkomne', 'foraeldre', 'langtidsledige'], services: ['kvindenetvaerk', 'aaben-doer'], languages: ['ar', 'fa', 'en'], accessibility: ['childcare'], where: 'city', reach: 'municipality',
  },
  {
    id: 'f-syge', kind: 'association', names: ['{G} Patientkreds', 'Sygemeldtes Forening {D}'],
    summary: t('Tidligere sygemeldte hjælper nuværende gennem systemet.', 'People who have been on sick leave help those who are.'),
    description: t(
      'Vi har selv siddet til de møder. Derfor kan vi forklare brevene, tage med som bisidder og sige, hvornår det bliver bedre. Bisiddere siger ikke noget, medmindre du beder om det; de skriver ned.\n\nVi er hverken for eller imod kommunen. Vi er med dig.',
      'We have sat through those meetings ourselves. So we can explain the letters, come along as your companion and say when it gets better. Companions say nothing unless you ask; they take notes.\n\nWe are neither for nor against the municipality. We are with you.',
    ),
    groups: ['dk-sygedagpenge', 'dk-jobafklaring', 'dk-ressourceforloeb', 'psykisk-saarbare'], services: ['aaben-doer', 'gaa-og-tale'], accessibility: ['companion-welcome', 'quiet-room'], reach: 'neighbours',
  },
];
