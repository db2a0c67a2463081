/** Short texts that many programmes share: other professions, goals, follow-up. */
import { t } from '../text.ts';
import type { Text } from '../text.ts';

export const SPECIALISTS: Readonly<Record<string, Text>> = {
  fysioterapeut: t('Fysioterapeut', 'Physiotherapist'),
  psykolog: t('Psykolog', 'Psychologist'),
  ergoterapeut: t('Ergoterapeut', 'Occupational therapist'),
  socialraadgiver: t('Socialrådgiver', 'Social worker'),
  gaeldsraadgiver: t('Gældsrådgiver', 'Debt adviser'),
  sproglaerer: t('Lærer i dansk som andetsprog', 'Teacher of Danish as a second language'),
  kostvejleder: t('Kostvejleder', 'Dietician'),
  jurist: t('Jurist i arbejdsret', 'Employment lawyer'),
  rusmiddel: t('Rusmiddelkonsulent', 'Substance use counsellor'),
  hoerekonsulent: t('Hørekonsulent', 'Hearing consultant'),
  synskonsulent: t('Synskonsulent', 'Vision consultant'),
  sygeplejerske: t('Sygeplejerske', 'Nurse'),
  laege: t('Speciallæge i arbejdsmedicin', 'Specialist in occupational medicine'),
  revisor: t('Revisor', 'Accountant'),
  uu: t('Uddannelsesvejleder', 'Study counsellor'),
};

export const GOALS: Readonly<Record<string, Text>> = {
  plan: t('En plan på skrift, som du selv tror på', 'A written plan that you believe in'),
  hverdag: t('Faste dage og en hverdag, der hænger sammen', 'Fixed days and a daily life that holds together'),
  uddannelse: t('At begynde på en uddannelse', 'To start an education'),
  timer: t('Flere timer om ugen end ved starten', 'More hours a week than at the start'),
  praktik: t('En praktik på en almindelig arbejdsplads', 'A placement at an ordinary workplace'),
  netvaerk: t('Mindst tre nye mennesker at ringe til', 'At least three new people to call'),
  bevis: t('Et bevis eller certifikat, som virksomheder kender', 'A certificate that companies know'),
  sprog: t('At klare en arbejdsdag på dansk', 'To manage a working day in Danish'),
  afklaring: t('En afklaring, kommunen kan bruge', 'A clarification the municipality can use'),
  blive: t('At blive i det job, du har', 'To stay in the job you have'),
  helbred: t('Færre dårlige dage – målt på din egen skala', 'Fewer bad days – measured on your own scale'),
  mod: t('At turde tage telefonen', 'To dare pick up the phone'),
};

export const FOLLOW_UP: readonly Text[] = [
  t('Du kan ringe til den samme rådgiver i hele efterværnet.', 'You can call the same adviser throughout the aftercare.'),
  t('Vi ringer efter 2, 6 og 12 uger – også hvis det er gået i stykker.', 'We call after 2, 6 and 12 weeks – also if it has fallen apart.'),
  t('Ét besøg på arbejdspladsen i den anden uge, flere efter aftale.', 'One visit to the workplace in the second week, more by agreement.'),
  t('Fast kontaktperson, også for arbejdsgiveren.', 'A fixed contact, for the employer as well.'),
  t('Åben træffetid hver torsdag eftermiddag for tidligere deltagere.', 'Open hours every Thursday afternoon for former participants.'),
  t('En times samtale efter den første lønseddel.', 'An hour’s talk after the first payslip.'),
  t('Korte beskeder på telefonen hver mandag det første kvartal.', 'Short messages on the phone every Monday for the first quarter.'),
];
