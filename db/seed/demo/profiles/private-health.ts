/** Private providers: sick leave, vulnerable adults, young people, disability. */
import { t } from '../text.ts';
import type { Voice } from './voice.ts';

export const PRIVATE_HEALTH: readonly Voice[] = [
  {
    id: 'p-syg1', kind: 'private', names: ['{R} Sundhed & Job', 'Klinik {D}'],
    summary: t('Sygemeldt? Vi begynder med ro og slutter med timer på en arbejdsplads.', 'On sick leave? We begin with calm and end with hours at a workplace.'),
    description: t(
      'Hos os {iby} arbejder fysioterapeuter, psykologer og socialrådgivere fra samme gang. Du skal kun fortælle din historie én gang. De første tre uger måler vi ikke noget; vi finder ud af, hvordan en almindelig dag ser ud.\n\nDerefter laver vi en plan, som din leder, din sagsbehandler og du alle har skrevet under på. Den gælder fire uger ad gangen.',
      'With us physiotherapists, psychologists and social workers share a corridor. You only tell your story once. For the first three weeks we measure nothing; we find out what an ordinary day looks like.\n\nThen we make a plan that your manager, your caseworker and you have all signed. It holds for four weeks at a time.',
    ),
    groups: ['dk-sygedagpenge', 'dk-jobafklaring', 'fastholdelse'], services: ['gradvis-tilbage', 'smerteskole', 'fastholdelse'], sectors: ['Q', 'P'], accessibility: ['quiet-room', 'wheelchair'], reach: 'neighbours',
  },
  {
    id: 'p-syg2', kind: 'private', names: ['{R} Tilbagevenden', '{D} Sygefravær'],
    summary: t('Vi hjælper sygemeldte tilbage – i den rækkefølge kroppen kan følge med til.', 'We help people on sick leave back – in the order the body can keep up with.'),
    description: t(
      'Mange af vores deltagere har prøvet at vende tilbage for hurtigt. Derfor aftaler vi på forhånd, hvad der får os til at gå et trin ned, så det ikke føles som et nederlag.\n\nVi skriver korte, klare breve til arbejdsgiveren, og du godkender dem. Har du ikke et job at vende tilbage til, begynder vi med at finde ud af, hvad du kan magte nu.',
      'Many of our participants have tried to return too fast. So we agree beforehand on what makes us step down, so that it does not feel like a defeat.\n\nWe write short, clear letters to the employer, and you approve them. If you have no job to return to, we start by finding out what you can manage now.',
    ),
    groups: ['dk-sygedagpenge', 'psykisk-saarbare', 'fastholdelse'], services: ['gradvis-tilbage', 'stresshold', 'gaa-og-tale'], accessibility: ['quiet-room'], reach: 'neighbours',
  },
  {
    id: 'p-syg3', kind: 'private', names: ['{R} Ryg & Arbejde', '{G} Smerteskole'],
    summary: t('Arbejde med smerter, der ikke går væk.', 'Working with pain that does not go away.'),
    description: t(
      'Vi lover ikke at fjerne smerter. Vi lærer dig at dele dagen op, at sige fra før klokken tolv og at finde de opgaver, der giver mindst ballade bagefter.\n\nFysioterapeuten er med på arbejdspladsen, når timerne skal op. Det er dér, man kan se, om stolen passer, og om chefen har forstået det.',
      'We do not promise to remove pain. We teach you to divide the day, to say stop before noon and to find the tasks that cause the least trouble afterwards.\n\nThe physiotherapist comes to the workplace when hours go up. That is where you see whether the chair fits and whether the boss has understood.',
    ),
    groups: ['dk-sygedagpenge', 'dk-jobafklaring', 'dk-fleksjob', 'handicap'], services: ['smerteskole', 'gradvis-tilbage', 'hjaelpemidler'], sectors: ['F', 'Q', 'N'], accessibility: ['wheelchair', 'companion-welcome'], reach: 'region',
  },
  {
    id: 'p-syg4', kind: 'private', names: ['{R} Jobafklaring', '{D} Afklaring'],
    summary: t('Afklaring, du selv får lov at læse først.', 'An assessment that you get to read first.'),
    description: t(
      'Kommunen bestiller en rapport hos os, men det er dig, den handler om. Du læser den, inden den bliver sendt, og kan få skrevet ind, hvad du er uenig i.\n\nVi ser på en hel uge, ikke på en god formiddag. De fleste har brug for pauser, og dem tæller vi med.',
      'The municipality orders a report from us, but it is about you. You read it before it is sent and can have your disagreements written in.\n\nWe look at a whole week, not at one good morning. Most people need breaks, and we count those too.',
    ),
    groups: ['dk-jobafklaring', 'dk-sygedagpenge', 'dk-ressourceforloeb', 'dk-kontanthjaelp-aktivitetsparat'], services: ['afklaring-fire-uger', 'gradvis-tilbage', 'smaa-job'], accessibility: ['quiet-room', 'companion-welcome'], reach: 'neighbours',
  },
  {
    id: 'p-stress', kind: 'private', names: ['{R} Psykologer', 'Ro hos {D}'],
    summary: t('Psykologer, der også kan tale med din chef.', 'Psychologists who can also talk to your boss.'),
    description: t(
      'Stress bliver ikke behandlet færdig på en briks. På et tidspunkt skal nogen sige til arbejdspladsen, hvad der var for meget, og hvad der skal være anderledes. Den samtale forbereder vi sammen og tager med ud til, hvis du vil.\n\nHoldene er på højst otte. Man kan også nøjes med de individuelle samtaler.',
      'Stress is not cured on a couch alone. At some point someone must tell the workplace what was too much and what has to change. We prepare that talk together and come along if you like.\n\nGroups have eight people at most. You can also make do with the individual talks.',
    ),
    groups: ['dk-sygedagpenge', 'psykisk-saarbare', 'fastholdelse'], services: ['stresshold', 'fastholdelse', 'gradvis-tilbage'], sectors: ['P', 'O', 'Q'], accessibility: ['quiet-room'], languages: ['en'], reach: 'neighbours',
  },
  {
    id: 'p-natur', kind: 'private', names: ['{R} Naturforløb', '{G} Lejrplads'],
    summary: t('Et bål, en bænk og to formiddage om ugen.', 'A fire, a bench and two mornings a week.'),
    description: t(
      'Vores lokale har ingen vægge. Vi mødes ved den samme lejrplads uden for {by}, laver ild, går en tur og koger kaffe. Samtalerne kommer af sig selv, eller også gør de ikke.\n\nNår man har fundet lidt ro, laver vi noget, der skal gøres: et hegn, en sti, en bro. Det er tit dér, lysten til at arbejde melder sig.',
      'Our room has no walls. We meet at the same camp outside {by}, light a fire, take a walk and make coffee. The talks come by themselves, or they do not.\n\nOnce you have found some calm we do something that needs doing: a fence, a path, a bridge. That is often where the wish to work returns.',
    ),
    groups: ['dk-sygedagpenge', 'dk-kontanthjaelp-aktivitetsparat', 'psykisk-saarbare'], services: ['naturro', 'gaa-og-tale'], sectors: ['A'], accessibility: ['companion-welcome'], outdoors: true, reach: 'neighbours',
  },
  {
    id: 'p-unge1', kind: 'private', names: ['{R} Mentor', '{D} for Unge'],
    summary: t('Mentorer for unge, der har prøvet flere ting, som ikke holdt.', 'Mentors for young people who have tried several things that did not last.'),
    description: t(
      'Vores mentorer svarer på beskeder efter klokken fire, for det er dér, det går galt. De går med til lægen, til skolen og til den første dag på jobbet, og de bliver ved, selv om du aflyser.\n\nDu vælger mellem to mentorer efter den første kop kaffe {iby}. Skift undervejs koster ingenting og skal ikke forklares.',
      'Our mentors answer messages after four o’clock, because that is when things go wrong. They come along to the doctor, the school and the first day at work, and they keep at it even if you cancel.\n\nYou choose between two mentors after the first cup of coffee. Changing later costs nothing and needs no explanation.',
    ),
    groups: ['unge', 'dk-ung-aktivitetsparat', 'dk-uddannelsesparat', 'psykisk-saarbare'], services: ['ungementor', 'brobygning', 'hundrede-dage'], reach: 'neighbours',
  },
  {
    id: 'p-unge2', kind: 'private', names: ['{R} Ungehus', 'Værkstedet {D}'],
    summary: t('Et hus for unge mellem 18 og 29: mentor, morgenmad og en vej ind på en skole.', 'A house for people aged 18 to 29: a mentor, breakfast and a way into a school.'),
    description: t(
      'Der er morgenmad fra halv ni, og man må gerne komme for sent de første gange. Resten af dagen handler om én ting: at finde ud af, hvad der skal ske på den anden side af sommerferien.\n\nVi har aftaler med skoler om prøveuger. En mentor sidder med i kantinen, hvis det er kantinen, der er problemet.',
      'Breakfast is from half past eight, and you may be late the first few times. The rest of the day is about one thing: what is to happen after the summer.\n\nWe have agreements with schools about trial weeks. A mentor sits with you in the canteen, if the canteen is the problem.',
    ),
    groups: ['unge', 'dk-uddannelsesparat', 'dk-ung-aktivitetsparat'], services: ['brobygning', 'ungementor', 'eget-vaerksted'], accessibility: ['quiet-room'], opening: ['Mo-Th 08:30-15:00', 'Fr 08:30-13:00'], reach: 'neighbours',
  },
  {
    id: 'p-unge3', kind: 'private', names: ['{R} Fritidsjob', '{D} 15plus'],
    summary: t('Første fritidsjob, første lønseddel, første chef.', 'First after-school job, first payslip, first boss.'),
    description: t(
      'Vi arbejder med unge, der er ved at miste forbindelsen til skolen, og med butikker og værksteder, der gerne vil give dem et par timer om ugen. Mentoren ringer til begge parter hver uge.\n\nForældrene er velkomne til det første møde. Derefter er det den unge, vi taler med.',
      'We work with young people who are losing touch with school and with shops and workshops willing to give them a few hours a week. The mentor calls both sides every week.\n\nParents are welcome at the first meeting. After that we talk with the young person.',
    ),
    groups: ['dk-under-18', 'unge', 'dk-uddannelsesparat'], services: ['fritidsjob', 'ungementor'], sectors: ['G', 'I'], reach: 'municipality',
  },
  {
    id: 'p-fleks', kind: 'private', names: ['{R} Fleksjob', '{D} Skånehensyn'],
    summary: t('Fleksjob, der holder længere end prøvetiden.', 'Flex-jobs that last beyond the trial period.'),
    description: t(
      'Vi bruger tid på at sætte ord på skånehensyn: ikke diagnosen, men hvad det betyder en tirsdag. Så ved arbejdsgiveren, hvad hun siger ja til.\n\nVi besøger alle arbejdspladser efter to uger og igen efter tre måneder. Går det skævt, får du hjælp til at finde det næste, uden at vi begynder forfra.',
      'We take time to put limitations into words: not the diagnosis, but what it means on a Tuesday. Then the employer knows what she says yes to.\n\nWe visit every workplace after two weeks and again after three months. If it goes wrong you get help to find the next one without starting all over.',
    ),
    groups: ['dk-fleksjob', 'handicap', 'dk-jobafklaring'], services: ['fleksmatch', 'hjaelpemidler', 'smaa-job'], accessibility: ['wheelchair', 'companion-welcome'], reach: 'neighbours',
  },
  {
    id: 'p-fleks2', kind: 'private', names: ['{R} Små Timer', 'Firmaet {D}'],
    summary: t('To, fire eller otte timer om ugen. Med løn.', 'Two, four or eight hours a week. With pay.'),
    description: t(
      'En bager har brug for en, der folder æsker fredag. En revisor mangler en til at scanne. Vi leder efter opgaverne, der ikke er store nok til en stilling, og de mennesker, der ikke kan klare en hel.\n\nMan får løn fra første time. Når det har gået godt i to uger, spørger vi begge parter, om der kan lægges lidt til.',
      'A baker needs someone to fold boxes on Fridays. An accountant lacks someone to scan. We look for tasks too small for a position and people who cannot manage a full one.\n\nYou are paid from the first hour. When it has gone well for two weeks we ask both sides whether a little can be added.',
    ),
    groups: ['dk-kontanthjaelp-aktivitetsparat', 'dk-ressourceforloeb', 'dk-fleksjob', 'dk-foertidspension'], services: ['smaa-job', 'fleksmatch', 'hverdagsmentor'], sectors: ['G', 'I', 'M'], reach: 'neighbours',
  },
  {
    id: 'p-hoerelse', kind: 'private', names: ['{R} Hørelse & Arbejde', '{D} Lyd'],
    summary: t('Arbejde, når ørerne ikke følger med.', 'Work when your ears do not keep up.'),
    description: t(
      'Det er ikke altid lyden, der er problemet. Det er pauserne, hvor alle taler på én gang. Vi kommer på arbejdspladsen, måler, prøver udstyr og taler med kollegerne, hvis du synes, det er en god idé.\n\nVi har teleslynge i alle rum {iby}, og tolk kan bestilles med en uges varsel.',
      'It is not always the sound that is the problem. It is the breaks, when everyone talks at once. We come to the workplace, measure, try equipment and talk with your colleagues if you think it is a good idea.\n\nAll our rooms have a hearing loop, and an interpreter can be booked with a week’s notice.',
    ),
    groups: ['handicap', 'dk-fleksjob', 'dk-dagpenge', 'fastholdelse'], services: ['hjaelpemidler', 'fleksmatch', 'fastholdelse'], accessibility: ['hearing-loop', 'sign-language', 'wheelchair'], reach: 'region',
  },
  {
    id: 'p-neuro', kind: 'private', names: ['{R} Struktur', '{D} – anderledes hoveder'],
    summary: t('Job for mennesker med autisme og adhd – med arbejdsgivere, der siger tingene lige ud.', 'Jobs for people with autism and ADHD – with employers who say things straight.'),
    description: t(
      'Vi sender altid dagsordenen i forvejen, lyset kan dæmpes, og ingen bliver bedt om at præsentere sig i en rundkreds. På arbejdspladsen hjælper vi chefen med at skrive opgaver, der ikke kan misforstås.\n\nVi tror ikke på særlige job til særlige mennesker. Vi tror på almindelige job med ordentlig besked.',
      'We always send the agenda beforehand, the light can be dimmed, and nobody is asked to introduce themselves in a circle. At the workplace we help the boss write tasks that cannot be misunderstood.\n\nWe do not believe in special jobs for special people. We believe in ordinary jobs with proper instructions.',
    ),
    groups: ['handicap', 'dk-ung-aktivitetsparat', 'dk-kontanthjaelp-aktivitetsparat', 'psykisk-saarbare'], services: ['ips-job', 'fleksmatch', 'afklaring-fire-uger'], sectors: ['25', '35', 'J'], accessibility: ['quiet-room', 'easy-language', 'companion-welcome'], reach: 'region',
  },
  {
    id: 'p-hverdag', kind: 'private', names: ['{R} Hverdag', '{D} Støtte & Job'],
    summary: t('Mentorer, der kommer hjem til dig, hvis det er dér, du er.', 'Mentors who come to your home, if that is where you are.'),
    description: t(
      'Nogle af vores deltagere har ikke åbnet deres post i et år. Så begynder vi dér. Der er ikke noget introkursus og ingen gruppe, man skal ind i. En mentor ringer på, og så ser vi.\n\nDet tager tid. Vi skriver til kommunen, hvad der er sket, ikke hvad der burde være sket.',
      'Some of our participants have not opened their post for a year. So that is where we begin. There is no starter course and no group to join. A mentor rings the bell, and then we see.\n\nIt takes time. We write to the municipality what has happened, not what should have happened.',
    ),
    groups: ['dk-kontanthjaelp-aktivitetsparat', 'psykisk-saarbare', 'langtidsledige', 'dk-ressourceforloeb'], services: ['hverdagsmentor', 'smaa-job', 'afklaring-fire-uger'], accessibility: ['companion-welcome', 'easy-language'], reach: 'neighbours',
  },
  {
    id: 'p-afklar2', kind: 'private', names: ['{R} Afklaringshus', '{G} Værksteder'],
    summary: t('Træ, tekstil og køkken: vi ser, hvad hænderne kan, og skriver det ned.', 'Wood, textiles and kitchen: we see what hands can do and write it down.'),
    description: t(
      'Man finder ikke ud af, hvad et menneske kan, ved at spørge. Derfor har vi tre værksteder, hvor der bliver lavet rigtige ting. Den første uge er en slags besøg. Derefter lægger vi et skema, du selv har været med til.\n\nNogle er her, fordi de skal. Det taler vi om den første dag, så det ikke ligger imellem os.',
      'You do not find out what a person can do by asking. So we have three workshops where real things are made. The first week is a kind of visit. Then we set a timetable together.\n\nSome are here because they have to be. We talk about that on the first day so that it does not come between us.',
    ),
    groups: ['dk-kontanthjaelp-aktivitetsparat', 'dk-ung-aktivitetsparat', 'dk-ressourceforloeb'], services: ['afklaring-fire-uger', 'eget-vaerksted', 'koekken'], accessibility: ['wheelchair', 'quiet-room'], reach: 'neighbours',
  },
  {
    id: 'p-fasthold', kind: 'private', names: ['{R} Trivsel', '{D} Fastholdelse'],
    summary: t('For dig, der har et job, men er ved at miste grebet om det.', 'For you who have a job but are losing your grip on it.'),
    description: t(
      'Vi bliver betalt af arbejdsgiveren og har tavshedspligt over for den. Det lyder som en modsætning; derfor står det i en aftale, alle tre parter skriver under på.\n\nFørst hører vi dig alene, så lederen alene, så jer begge. Som regel er det en mindre ting end frygtet, der skal ændres – en mødetid, en opgave, en kollega.',
      'We are paid by the employer and bound to silence towards it. It sounds like a contradiction; so it is in an agreement that all three parties sign.\n\nFirst we hear you alone, then the manager alone, then both of you. Usually what has to change is smaller than feared – a starting time, a task, a colleague.',
    ),
    groups: ['fastholdelse', 'dk-sygedagpenge', 'psykisk-saarbare'], services: ['fastholdelse', 'stresshold', 'hjaelpemidler'], sectors: ['Q', 'P', 'O', 'C'], languages: ['en'], reach: 'region',
  },
];
