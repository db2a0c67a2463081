/** Themes 1 and 2 of the example standard. */
import { sign, steps, words } from './words.ts';

export const HELP = {
  code: '1',
  title: words('Hjælp, der passer til den enkelte', 'Help that fits the person'),
  text: words('Hjælpen begynder med det, den enkelte har brug for. Planen er skrevet ned, og den kan laves om.', 'Help begins with what the person needs. The plan is written down, and it can be changed.'),
  criteria: [
    {
      code: '1.1',
      title: words('Første samtale og plan', 'First talk and plan'),
      text: words('Alle får en samtale inden for ti hverdage. Her laver rådgiver og deltager en plan sammen.', 'Everyone has a first talk within ten working days. Adviser and participant make a plan together.'),
      weight: 3, mandatory: true, scale: 'five' as const,
      anchors: steps(
        words('Der er ingen planer, eller de er ens for alle.', 'There are no plans, or they are the same for everyone.'),
        words('Nogle har en plan. Den er skrevet uden deltageren.', 'Some have a plan. It was written without the participant.'),
        words('Alle har en plan, men den bliver ikke fulgt op.', 'Everyone has a plan, but nobody follows it up.'),
        words('Alle har en plan, som de selv har været med til. Den bliver fulgt op hver måned.', 'Everyone has a plan that they took part in. It is followed up every month.'),
        words('Planen er deltagerens egen. Den bliver fulgt op hver måned og lavet om, når livet ændrer sig.', 'The plan is the participant’s own. It is followed up every month and changed when life changes.'),
      ),
      indicators: [
        sign('1.1.a', words('Tiden fra start til første samtale', 'Time from start to first talk'), words('Et udtræk for det seneste halve år', 'An extract for the latest half-year')),
        sign('1.1.b', words('Planer, som deltageren har sagt ja til', 'Plans that the participant has agreed to'), words('Ti planer, som myndigheden trækker tilfældigt. Navne er fjernet.', 'Ten plans drawn at random by the authority. Names are removed.')),
      ],
    },
    {
      code: '1.2',
      title: words('Et forløb, man kan se på forhånd', 'A programme one can see beforehand'),
      text: words('Leverandøren fortæller, hvad et forløb består af: timer, uger, hold og samtaler.', 'The provider tells what a programme consists of: hours, weeks, groups and talks.'),
      weight: 2, mandatory: false, scale: 'met' as const,
      indicators: [sign('1.2.a', words('Timer, uger og størrelse på hold står i profilen', 'Hours, weeks and group size are in the profile'), words('Profilen på Vejviser', 'The profile on Vejviser'))],
    },
    {
      code: '1.3',
      title: words('Plads til forskelle', 'Room for differences'),
      text: words('Hjælpen kan bruges af folk med sygdom, små børn eller et andet sprog end dansk.', 'The help can be used by people who are ill, have small children or speak another language than Danish.'),
      weight: 2, mandatory: false, scale: 'five' as const,
      anchors: steps(
        words('Alle får det samme.', 'Everyone gets the same.'),
        words('Der bliver taget hensyn, hvis deltageren selv beder om det flere gange.', 'Needs are met if the participant asks more than once.'),
        words('Der bliver spurgt til behov ved start.', 'Needs are asked about at the start.'),
        words('Der bliver spurgt til behov ved start og undervejs. Tider og sted kan laves om.', 'Needs are asked about at the start and on the way. Times and place can be changed.'),
        words('Som 4, og leverandøren måler, om nogle grupper oftere stopper.', 'As 4, and the provider measures whether some groups stop more often.'),
      ),
      indicators: [
        sign('1.3.a', words('Faste spørgsmål om behov', 'Set questions about needs'), words('Skema eller vejledning til rådgivere', 'Form or guide for advisers')),
        sign('1.3.b', words('Tolk og andre sprog', 'Interpreters and other languages'), words('Aftale om tolke eller liste over sprog', 'Agreement on interpreters or list of languages')),
      ],
    },
  ],
};

export const RESULTS = {
  code: '2',
  title: words('Resultater og åbenhed', 'Results and openness'),
  text: words('Borgeren skal kunne se, hvordan det gik andre, og hvad hjælpen koster.', 'Citizens can see how others fared and what the help costs.'),
  criteria: [
    {
      code: '2.1',
      title: words('Resultater, som andre har tjekket', 'Results that others have checked'),
      text: words('Resultater for de to seneste halve år er vist frem. Der er bevis for dem: klasse A eller B.', 'Results of the last two half-years are public. There is evidence for them: grade A or B.'),
      weight: 4, mandatory: true, scale: 'met' as const,
      check: { kind: 'results-reported' as const, halfYears: 2, grade: 'B' as const },
      indicators: [sign('2.1.a', words('Alle, der begyndte, er talt med', 'Everyone who started is counted'), words('Resultaterne på Vejviser', 'The results on Vejviser'))],
    },
    {
      code: '2.2',
      title: words('Hvem der stoppede', 'Who stopped'),
      text: words('Man kan se, hvor mange der blev henvist, hvor mange der begyndte, og hvor mange der blev færdige.', 'One can see how many were referred, how many started, and how many finished.'),
      weight: 2, mandatory: false, scale: 'met' as const,
      check: { kind: 'funnel-complete' as const },
      indicators: [sign('2.2.a', words('Alle tre tal er vist frem', 'All three numbers are public'), words('Resultaterne på Vejviser', 'The results on Vejviser'))],
    },
    {
      code: '2.3',
      title: words('Prisen er åben', 'The price is open'),
      text: words('Hvert forløb har en pris, eller der står, at det er gratis. Det gælder også det, andre betaler.', 'Every programme has a price, or says that it is free. That includes what others pay.'),
      weight: 2, mandatory: true, scale: 'met' as const,
      check: { kind: 'prices-public' as const },
      indicators: [sign('2.3.a', words('Pris ved hvert forløb', 'A price with every programme'), words('Profilen på Vejviser', 'The profile on Vejviser'))],
    },
    {
      code: '2.4',
      title: words('En profil, der er til at stole på', 'A profile one can trust'),
      text: words('Leverandøren har inden for seks måneder sagt god for det, der står i profilen.', 'Within six months the provider has said that the profile is right.'),
      weight: 1, mandatory: false, scale: 'met' as const,
      check: { kind: 'last-confirmed' as const, months: 6 },
      indicators: [sign('2.4.a', words('Profilen er bekræftet', 'The profile is confirmed'), words('Datoen i profilen', 'The date in the profile'))],
    },
    {
      code: '2.5',
      title: words('Lærer af sine tal', 'Learns from its figures'),
      text: words('Leverandøren bruger sine egne tal til at blive bedre.', 'The provider uses its own figures to get better.'),
      weight: 2, mandatory: false, scale: 'five' as const,
      anchors: steps(
        words('Ledelsen kender ikke tallene.', 'Managers do not know the figures.'),
        words('Ledelsen kender tallene, men gør ikke noget.', 'Managers know the figures but do nothing.'),
        words('Tallene bliver talt igennem en gang om året.', 'The figures are talked through once a year.'),
        words('Tallene bliver talt igennem hvert halve år. Det er skrevet ned, hvad der er lavet om.', 'The figures are talked through every half-year. What was changed is written down.'),
        words('Som 4, og det er målt, om det nye virkede.', 'As 4, and it was measured whether the change worked.'),
      ),
      indicators: [sign('2.5.a', words('Ændringer, som bygger på tal', 'Changes that rest on figures'), words('Referater fra de seneste to halve år', 'Minutes of the last two half-years'))],
    },
  ],
};
