/** A complete standard for employment services, to show how one looks. Nobody's real one: invented for this site. */
import { HELP, RESULTS } from './help-and-results.ts';
import { STAFF, WORK } from './people-and-places.ts';
import { RIGHTS } from './rights.ts';
import { sign, words } from './words.ts';

export const EXAMPLE_SLUG = 'employment-services';

export const EXAMPLE = {
  title: words('Hjælp til at finde arbejde (eksempel)', 'Employment services (example)'),
  summary: words(
    'Et eksempel på en standard for dem, der hjælper ledige med at finde arbejde.',
    'An example of a standard for those who help people out of work.',
  ),
  basis: words('Opdigtet. En rigtig standard nævner her den lov, den bygger på.', 'Invented. A real standard names here the law that it rests on.'),
  example: true,
  validMonths: 36,
  limits: { decision: 60, reply: 10, hearing: 10, appeal: 28 },
  themes: [HELP, RESULTS, STAFF, WORK, RIGHTS],
  rule: { metFrom: 4, partlyFrom: 3, approveFrom: 75, conditionsFrom: 60 },
};

const ONLINE = {
  code: '1.4',
  title: words('Hjælp på nettet', 'Help online'),
  text: words('Den, der vil, kan få samtaler på video. Den, der ikke vil, kan møde op.', 'Those who wish can have talks by video. Those who do not can come in person.'),
  weight: 1, mandatory: false, scale: 'met' as const,
  indicators: [sign('1.4.a', words('Deltageren vælger selv', 'The participant chooses'), words('Vejledning til rådgivere', 'Guide for advisers'))],
};

/** What the second version would change. */
export const EXAMPLE_NEXT = {
  ...EXAMPLE,
  limits: { ...EXAMPLE.limits, hearing: 15 },
  themes: [
    { ...HELP, criteria: [...HELP.criteria, ONLINE] },
    {
      ...RESULTS,
      criteria: RESULTS.criteria.map((each) => (each.code === '2.1'
        ? {
            ...each,
            text: words('Resultater for de tre seneste halve år er vist frem. Der er bevis for dem: klasse A eller B.', 'Results of the last three half-years are public. There is evidence for them: grade A or B.'),
            check: { kind: 'results-reported' as const, halfYears: 3, grade: 'B' as const },
          }
        : each)),
    },
    { ...STAFF, criteria: STAFF.criteria.filter(({ code }) => code !== '3.3') },
    { ...WORK, criteria: WORK.criteria.map((each) => (each.code === '4.3' ? { ...each, weight: 3 } : each)) },
    RIGHTS,
  ],
};

export const EXAMPLE_REASON = words(
  'Efter det første år: tal for tre halve år siger mere end for to, og hjælp efter start i job tæller mere.',
  'After the first year: figures of three half-years say more than of two, and help after the job begins counts more.',
);

/** Said in the consultation, and in the one of the first version. */
export const EXAMPLE_COMMENTS = [
  {
    version: 1, about: '3.2', author: 'En lille leverandør (opdigtet)', side: 'provider' as const,
    text: 'Vi er kun fire rådgivere. En måned med ferie kan trække tallet op. Kan I se på et gennemsnit i stedet?',
    answer: 'Ja. Vi ser på det seneste halve år samlet og ikke på en enkelt måned.',
  },
  {
    version: 1, about: null, author: null, side: 'citizen' as const,
    text: 'Godt at man kan se, hvor mange der stopper. Det sagde ingen mig, da jeg begyndte.',
    answer: 'Tak. Det er med i punkt 2.2.',
  },
  {
    version: 2, about: '2.1', author: 'Rune (opdigtet)', side: 'provider' as const,
    text: 'Tre halve år er længe for os, der er nye. Hvad gør man, hvis man kun har tal for to?',
    answer: null,
  },
  {
    version: 2, about: '1.4', author: null, side: 'citizen' as const,
    text: 'Video er fint for mig. Jeg bor langt væk og har ingen bil.',
    answer: 'Tak for det. Det er netop tanken med det nye punkt.',
  },
];
