/** Figures as their publisher counted them: over those who finished, or by a measure of its own. Quoted, never compared. */
import { domainOf } from '../names.ts';
import { t } from '../text.ts';
import type { Random } from '../random.ts';
import type { Result } from '../types.ts';
import type { Entry } from './rows.ts';

const OWN_MEASURES = [
  t('I job eller uddannelse, da forløbet sluttede', 'In work or education when the programme ended'),
  t('Tættere på arbejdsmarkedet efter egen vurdering', 'Closer to the labour market in their own view'),
  t('Har fået mindst én lønnet time', 'Has had at least one paid hour'),
  t('Gennemførte og ville anbefale kurset', 'Finished and would recommend the course'),
];

function ownMeasure(of: number, name: (typeof OWN_MEASURES)[number], random: Random): Result['outcomes'][number] {
  const unknown = random.binomial(of, 0.08);
  const placed = random.binomial(of - unknown, 0.7);
  return { measure: 'other', name, of, placed, notPlaced: of - unknown - placed, unknown };
}

/** Changes the entries: one or two quoted rows each. */
export function completersOnly(entries: readonly Entry[], random: Random): void {
  entries.forEach((entry, index) => {
    const completed = random.int(9, 84);
    const placed = random.binomial(completed, 0.68);
    const dated = index % 4 !== 3;
    const url = `https://www.${domainOf(entry.plan.root)}/aarsrapport`;
    const programme = entry.provider.programmes?.[0]?.code;
    const row: Result = {
      ...(programme ? { programme } : {}),
      ...(dated ? { from: '2024-01-01', to: '2024-12-31' } : {}),
      countedOver: 'completers',
      completed,
      outcomes: index % 2 === 0 ? [{ measure: 'E6', placed, notPlaced: completed - placed, unknown: 0 }] : [ownMeasure(completed, OWN_MEASURES[index % OWN_MEASURES.length] ?? {}, random)],
      evidence: 'self-reported',
      evidenceUrl: url,
      note: t('Kun dem, der gennemførte, er talt med.', 'Only those who finished are counted.'),
    };
    entry.provider.results = [row];
  });
}
