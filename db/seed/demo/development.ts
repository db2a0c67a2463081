/** How staff are kept able: courses, supervision and who pays. Funds are invented. */
import { t } from './text.ts';
import type { Development } from './types.ts';

const kroner = (from: string, amount: number) => ({ from: `${from} (opdigtet)`, amount: amount * 100, currency: 'DKK' });

export const DEVELOPMENT: readonly Development[] = [
  {
    title: t('Fælles træning i samtalen', 'Shared training in conversation'),
    elements: [
      t('Tre dages kursus i motiverende samtale', 'Three-day course in motivational interviewing'),
      t('Lydoptagelser af egne samtaler, gennemgået to og to', 'Sound recordings of one’s own talks, reviewed in pairs'),
      t('Genopfriskning hvert halve år', 'Refresher every six months'),
    ],
    externalObserver: t('En underviser fra en anden branche lytter med fire gange om året', 'A trainer from another industry listens in four times a year'),
    partners: [t('To naboleverandører', 'Two neighbouring providers')],
    started: '2024-02-01', funding: [kroner('Rimtågefonden', 185_000)],
  },
  {
    title: t('Supervision hver anden uge', 'Supervision every other week'),
    elements: [t('To timer i grupper på seks', 'Two hours in groups of six'), t('Svære sager fremlægges uden navn', 'Hard cases are presented without names')],
    externalObserver: t('Ekstern psykolog', 'External psychologist'), started: '2021-09-01',
  },
  {
    title: t('En uge om året på en arbejdsplads', 'One week a year at a workplace'),
    elements: [t('Alle rådgivere arbejder en uge på et lager, et plejehjem eller i en butik', 'All advisers work a week in a warehouse, care home or shop'), t('Fælles opsamling i januar', 'Shared debriefing in January')],
    partners: [t('Otte lokale arbejdsgivere', 'Eight local employers')], started: '2023-01-15',
  },
  {
    title: t('Uddannelse i IPS og modeltroskab', 'Training in IPS and fidelity'),
    elements: [t('Fem dages grunduddannelse', 'Five-day basic training'), t('Årlig måling af, om vi følger modellen', 'Yearly measurement of whether we follow the model')],
    externalObserver: t('Målingen laves af to jobkonsulenter fra et andet sted', 'The measurement is made by two specialists from elsewhere'),
    partners: [t('Regionens ambulatorium', 'The regional clinic')], started: '2022-03-01', funding: [kroner('Månebrofonden', 420_000), kroner('Puljen Sidste Sving', 95_000)],
  },
  {
    title: t('Mentorskolen', 'The mentor school'),
    elements: [
      t('To aftener i at stille spørgsmål', 'Two evenings on asking questions'), t('Grænser: hvad gør en mentor ikke?', 'Limits: what does a mentor not do?'), t('Fast makker de første tre måneder', 'A regular buddy for the first three months'),
    ],
    started: '2022-08-15', funding: [kroner('Fonden Blåhvalens Sang', 60_000)],
  },
  {
    title: t('Sproglærere og jobkonsulenter lærer sammen', 'Language teachers and job consultants learn together'),
    elements: [t('Fælles besøg på arbejdspladser', 'Joint visits to workplaces'), t('Materialer deles i et åbent bibliotek', 'Materials are shared in an open library')],
    partners: [t('Et sprogcenter', 'A language centre'), t('En rengøringsvirksomhed', 'A cleaning company')], started: '2024-10-01', funding: [kroner('Fonden Tolv Trin', 240_000)],
  },
  {
    title: t('Kursus i jobsøgning med sprogmodeller', 'Course in job search with language models'),
    elements: [t('Prøv tre værktøjer på egne tekster', 'Try three tools on your own texts'), t('Hvad må man dele om en deltager? Intet.', 'What may be shared about a participant? Nothing.')],
    started: '2025-03-10',
  },
  {
    title: t('Tidligere deltagere underviser os', 'Former participants teach us'),
    elements: [t('Fire eftermiddage om året', 'Four afternoons a year'), t('De vælger emnet, vi lytter', 'They choose the topic, we listen'), t('De får løn for det', 'They are paid for it')],
    started: '2023-05-01',
  },
  {
    title: t('Regler og ret', 'Rules and rights'),
    elements: [t('Kvartalsvis gennemgang af nye regler', 'Quarterly review of new rules'), t('Prøve med 20 sager', 'A test with 20 cases')],
    externalObserver: t('Jurist uden for huset retter prøven', 'A lawyer from outside marks the test'), started: '2020-01-15',
  },
  {
    title: t('Psykisk førstehjælp', 'Mental health first aid'),
    elements: [t('To dage for alle, også receptionen', 'Two days for everyone, reception included'), t('Opfølgning efter et år', 'Follow-up after a year')],
    started: '2024-04-15', funding: [kroner('Stillebogens Legat', 48_000)],
  },
  {
    title: t('Makkerobservation', 'Buddy observation'),
    elements: [t('Man sidder bagerst på en kollegas hold to gange om måneden', 'You sit at the back of a colleague’s group twice a month'), t('Tre ting der virkede, én ting at prøve', 'Three things that worked, one to try')],
    started: '2023-08-20',
  },
  {
    title: t('Aktionslæring med virksomhederne', 'Action learning with companies'),
    elements: [t('Ét spørgsmål i kvartalet prøves af', 'One question a quarter is put to the test'), t('Resultatet skrives på én side, også når det ikke virkede', 'The result is written on one page, also when it failed')],
    externalObserver: t('En forsker følger med på afstand', 'A researcher follows from a distance'), partners: [t('Fem arbejdsgivere', 'Five employers'), t('En fagskole', 'A trade school')],
    started: '2025-01-20', funding: [kroner('Fonden Kobbernæs', 310_000)],
  },
];
