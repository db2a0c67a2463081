/** Themes 3 and 4 of the example standard. */
import { sign, steps, words } from './words.ts';

export const STAFF = {
  code: '3',
  title: words('De ansatte', 'Staff'),
  text: words('Deltageren møder folk, som kan deres fag og har tid.', 'Participants meet people who know their trade and have time.'),
  criteria: [
    {
      code: '3.1',
      title: words('Rådgivere, der kan deres fag', 'Advisers who know their trade'),
      text: words('Rådgiverne har en uddannelse eller mindst tre års erfaring, som passer til opgaven.', 'Advisers have training or at least three years of experience that fits the task.'),
      weight: 3, mandatory: true, scale: 'five' as const,
      anchors: steps(
        words('Færre end halvdelen lever op til kravet.', 'Fewer than half meet the demand.'),
        words('Mindst halvdelen lever op til kravet.', 'At least half meet the demand.'),
        words('Mindst tre ud af fire lever op til kravet. De andre har en fast makker.', 'At least three in four meet the demand. The others have a fixed partner.'),
        words('Alle lever op til kravet.', 'All meet the demand.'),
        words('Alle lever op til kravet, og de lærer nyt hvert år efter en plan.', 'All meet the demand, and they learn something new each year by a plan.'),
      ),
      indicators: [sign('3.1.a', words('Uddannelse og erfaring for hver rådgiver', 'Training and experience of each adviser'), words('En liste uden navne', 'A list without names'))],
    },
    {
      code: '3.2',
      title: words('Tid til den enkelte', 'Time for each person'),
      text: words('En rådgiver har ikke flere deltagere, end at alle kan få en samtale hver anden uge.', 'An adviser has no more participants than can have a talk every other week.'),
      weight: 3, mandatory: false, scale: 'five' as const,
      anchors: steps(
        words('Mere end 60 deltagere til hver rådgiver.', 'More than 60 participants per adviser.'),
        words('Fra 46 til 60 deltagere til hver rådgiver.', '46 to 60 participants per adviser.'),
        words('Fra 36 til 45 deltagere til hver rådgiver.', '36 to 45 participants per adviser.'),
        words('Fra 26 til 35 deltagere til hver rådgiver.', '26 to 35 participants per adviser.'),
        words('Højst 25 deltagere til hver rådgiver.', 'At most 25 participants per adviser.'),
      ),
      indicators: [sign('3.2.a', words('Deltagere til hver rådgiver hver måned', 'Participants per adviser each month'), words('Et udtræk for det seneste halve år', 'An extract for the latest half-year'))],
    },
    {
      code: '3.3',
      title: words('Faglig sparring', 'Professional supervision'),
      text: words('Rådgiverne får faglig sparring mindst en gang om måneden.', 'Advisers have professional supervision at least once a month.'),
      weight: 1, mandatory: false, scale: 'met' as const,
      indicators: [sign('3.3.a', words('Møder om faget', 'Meetings about the work'), words('Kalender eller aftale', 'Calendar or agreement'))],
    },
  ],
};

export const WORK = {
  code: '4',
  title: words('Vejen til arbejde', 'The way to work'),
  text: words('Hjælpen fører til rigtige job, og den slipper ikke den dag, jobbet begynder.', 'The help leads to real jobs, and it does not stop on the day the job begins.'),
  criteria: [
    {
      code: '4.1',
      title: words('Kontakt med virksomheder', 'Contact with employers'),
      text: words('Leverandøren finder job og praktik sammen med virksomheder i området.', 'The provider finds jobs and work trials together with employers in the area.'),
      weight: 3, mandatory: false, scale: 'five' as const,
      anchors: steps(
        words('Deltagerne må selv finde det hele.', 'Participants have to find everything themselves.'),
        words('Der er enkelte faste virksomheder.', 'There are a few regular employers.'),
        words('Der er faste virksomheder i de fleste brancher, som deltagerne søger.', 'There are regular employers in most trades that participants look for.'),
        words('Som 3, og hver deltager får mindst to møder med virksomheder.', 'As 3, and each participant has at least two meetings with employers.'),
        words('Som 4, og virksomhederne bliver spurgt, om det gik godt.', 'As 4, and employers are asked whether it went well.'),
      ),
      indicators: [
        sign('4.1.a', words('Virksomheder det seneste år', 'Employers of the last year'), words('En liste med branche og antal', 'A list with trade and number')),
        sign('4.1.b', words('Møder for hver deltager', 'Meetings for each participant'), words('Et udtræk for det seneste halve år', 'An extract for the latest half-year')),
      ],
    },
    {
      code: '4.2',
      title: words('Til stede i området', 'Present in the area'),
      text: words('Leverandøren har et sted i området eller hjælper folk, der bor der.', 'The provider has a place in the area or helps people who live there.'),
      weight: 2, mandatory: true, scale: 'met' as const,
      check: { kind: 'in-area' as const, by: 'either' as const },
      indicators: [sign('4.2.a', words('Adresse eller område i profilen', 'Address or area in the profile'), words('Profilen på Vejviser', 'The profile on Vejviser'))],
    },
    {
      code: '4.3',
      title: words('Hjælp efter start i job', 'Help after the job begins'),
      text: words('Deltageren kan få hjælp i mindst tre måneder efter den første dag i job.', 'Participants can have help for at least three months after the first day at work.'),
      weight: 2, mandatory: false, scale: 'five' as const,
      anchors: steps(
        words('Hjælpen stopper, når jobbet begynder.', 'Help stops when the job begins.'),
        words('Deltageren kan ringe, men ingen ringer op.', 'Participants can call, but nobody calls them.'),
        words('Leverandøren ringer mindst en gang.', 'The provider calls at least once.'),
        words('Leverandøren ringer hver måned i tre måneder.', 'The provider calls every month for three months.'),
        words('Som 4, og leverandøren taler også med chefen, hvis deltageren siger ja.', 'As 4, and the provider also talks with the employer if the participant agrees.'),
      ),
      indicators: [sign('4.3.a', words('Samtaler efter start i job', 'Talks after the job began'), words('Et udtræk for det seneste halve år', 'An extract for the latest half-year'))],
    },
  ],
};
