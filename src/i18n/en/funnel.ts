/** All compared providers in one picture, with one of them marked (method.md 7.4 and 9.3). The words of the verdicts are in `terms`. */
import { plural } from '#i18n/format.ts';

export default {
  heading: 'All providers in one picture',
  text: 'Each mark is a provider. The higher up, the more people got work. We have worked it out as if all of them had the same participants. The further to the right, the more people the figure rests on.',
  inside: 'Small groups go up and down a lot. So the lines are wide apart on the left and close on the right. Between the thick lines, differences are quite ordinary.',
  notLine: 'The word for each mark is worked out by itself. So it cannot be read off the lines.',
  title: { E6: 'In work six months after they ended', S12: 'In work a year after they started' },
  /** @param counts each verdict with its number */
  alternative: (count: string, counts: string) => `Picture with ${count} providers. ${counts}. All of it is in the table below the picture.`,
  upwards: 'In work, in 100',
  across: 'Weight of the evidence (about the number of participants)',
  here: 'This provider',
  hereRow: '(this provider)',
  region: 'Picture of all providers. Go from mark to mark with the arrow keys.',
  hint: 'Point at a mark, or go from mark to mark with the arrow keys. Enter opens the provider’s page.',
  summary: 'Show the picture as a table',
  caption: 'The providers in the picture, by name',
  columns: { name: 'Provider', weight: 'Weight of the evidence', share: 'In work, worked out for the same participants', word: 'Answer' },
  share: (percent: string) => `${percent} in 100`,
  key: 'How to read the marks and lines',
  lines: {
    thick: (outside: string, of: string) => `Thick lines: with ordinary differences only ${outside} in ${of} lie outside`,
    thin: (outside: string, of: string) => `Thin lines: with ordinary differences ${outside} in ${of} lie outside`,
    chance: 'Dotted: where the lines would be if only chance made a difference',
    middle: 'Level line: all providers together',
  },
  tau: (percent: string) => `Typical spread between providers that we cannot explain: ± ${percent} per cent.`,
  tauNone: 'The differences between providers are no larger than chance alone can make.',
  noRank: 'The differences are too uncertain to number the providers.',
  rank: (name: string, from: string, to: string, of: string) => `${name} is probably between place ${from} and ${to} of ${of}. Place 1 has the highest figure.`,
  noPoint: (name: string, reasons: string) => `${name} has no mark in the picture, because: ${reasons}.`,
  nothing: 'there are no figures that we can compare',
  none: 'We have not compared providers yet. So there is no picture.',
  rejected: 'This time we could not make a comparison that holds. So there is no picture.',
  empty: 'No provider has figures that can be shown in a picture.',
  peers: (count: number, least: string) =>
    plural('en', count, { one: `Only # provider can be compared. It takes at least ${least} before we know what is normal.`, other: `Only # providers can be compared. It takes at least ${least} before we know what is normal.` }),
  part: (oneIn: string) => `There are many providers. We draw 1 in ${oneIn}, chosen without looking at the result.`,
  list: 'See the whole list, grouped by result',
};
