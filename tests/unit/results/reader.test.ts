/**
 * The reader test: each figure of the profile beside the one sentence that a citizen would say after reading it.
 * What the citizen says is written out; the expectations catch what would make it false.
 */
import { describe, expect, test } from 'vitest';
import { likeYou, likeYouSentences, placeSentence } from '#features/results/like-you.ts';
import { intakeOf, rateText } from '#features/results/intake-view.ts';
import { PARAMETERS, type Reason } from '#features/results/method/index.ts';
import type { ComparisonFigures, ComparisonSummary, PublishedComparison, PublishedCount, PublishedEstimate, PublishedResult, PublishedTable } from '#features/results/model.ts';
import { expectation, spokenOf, verdictExplained } from '#features/results/verdict-view.ts';
import { lengthText, waitingText } from '#features/programmes/view.ts';
import { programmeRow, resultParts, rowBeside } from '#features/results/tables.ts';
import { chartPoints, countText, headlineRow, newerText, previousText, resultSentence, sureness } from '#features/results/view.ts';
import { LOCALES, messages } from '#i18n/index.ts';
import { lix } from '#tests/support/lix.ts';

const shown = (placed: number, notPlaced: number, unknown: number, lower = 0.38, upper = 0.59): PublishedCount => ({ state: 'shown', n: placed + notPlaced + unknown, placed, notPlaced, unknown, lower, upper });
const row = (rest: Partial<PublishedResult> = {}): PublishedResult => ({
  kind: 'window', programme: null, measure: 'E6', measureName: null, countedOver: 'starters', attendance: null,
  from: '2023-07-01', to: '2025-06-30', grade: 'A', count: shown(41, 43, 0), funnel: null, note: null, ...rest,
});
const figures = (rest: Partial<ComparisonFigures> = {}): ComparisonFigures => ({
  n: 84, O: 41, E: 35.2, V: 18, z: 1.3, zIfUnknownPlaced: null, unknownShare: 0, informativeShare: 1, ownShare: 0.1,
  expectedRate: 0.419, ratio: null, poisson: null, zAdj: 1.2, point: null, ...rest,
});
const compared = (rest: Partial<PublishedComparison> = {}): PublishedComparison => ({
  measure: 'E6', window: { from: '2023-07-01', to: '2025-06-30', halfYears: [] }, grade: 'A', code: 'as_expected', band: 'inside', reasons: [], withheld: null, figures: figures(), ...rest,
});
const unsaid = (reasons: Reason[], rest: Partial<PublishedComparison> = {}) => compared({ code: 'no_verdict', band: null, reasons, figures: null, ...rest });
const summary: ComparisonSummary = {
  measure: 'E6', window: { from: '2023-07-01', to: '2025-06-30', halfYears: [] }, plannedDays: { from: 77, to: 168 }, model: 'strata', R: 0.45, peers: 40, phi: 1, tau2: 0, tau: 0, rankability: 0,
  mayRank: false, crit95: 1.96, crit998: 3.09, strata: [], codes: { better: 0, as_expected: 0, worse: 0, no_verdict: 0 },
  areas: [
    { group: 'dk-dagpenge', band: 'high', period: null, ratePercent: 38, extreme: null, size: '500+' },
    { group: 'dk-dagpenge', band: null, period: null, ratePercent: 45, extreme: null, size: '500+' },
    { group: 'dk-sygedagpenge', band: null, period: null, ratePercent: null, extreme: { kind: 'low', limitPercent: 10 }, size: '50-99' },
  ],
};
const estimate = (rest: Partial<PublishedEstimate> = {}): PublishedEstimate => ({ measure: 'E6', group: 'dk-dagpenge', band: 'high', level: 'cell', n: 60, percent: 41, lower: 33, upper: 50, ownWeight: 50, ...rest });

const EVERY_REASON: Reason[] = ['grade', 'n_lt_30', 'expected_lt_5', 'unknown_gt_20', 'informative_lt_80', 'own_share_gt_50', 'peers_lt_10', 'variance_zero', 'depends_on_unknown', 'no_stratum'];
/** Words that would make "we cannot tell" sound like a judgement of the help. */
const JUDGEMENT = /dårlig|ringe|svag|mangelfuld|advar|desværre|undgå/i;
/** Words that would make a rate sound like what the help did, or one provider like a winner. */
const CLAIM = /\beffekt|virker|takket være|bedst(?!\S)|\btop\b|vinder|succes/i;
const EFFECT = { da: /effekt/i, en: /effect/i, sv: /effekt/i, nl: /effect/i, fi: /vaikutu/i } as const;

const all = (code: PublishedComparison) => {
  const said = verdictExplained('da', code, summary);
  return [said.means, ...said.because.flatMap(({ term, means }) => [term, means]), said.note ?? ''].join(' ');
};

describe('“41 of the 84 who started here had a job half a year after. That is all who started, not those who stayed.”', () => {
  test('people of people, all who started, and when', () => {
    expect(resultSentence('da', row())).toBe('41 af de 84, der begyndte i juli 2023 – juni 2025, var i arbejde et halvt år efter, at de sluttede.');
    for (const locale of LOCALES) expect(resultSentence(locale, row())).not.toMatch(/%|procent|percent|prosent/i);
  });
  test('false if the citizen said “because of the help”: the page says that the number does not show it, in every language', () => {
    for (const locale of LOCALES) {
      const { notEffect, notAdjusted } = messages(locale).results;
      expect([notEffect.length > 60, notAdjusted.length > 40]).toEqual([true, true]);
    }
    expect(messages('da').results.notEffect).toContain('Det viser ikke, at de kom i arbejde på grund af hjælpen');
  });
});

describe('“It may be some more or some fewer.”', () => {
  test('the range is said in people of 100, never as certain', () => {
    expect(sureness('da', row().count).at(-1)).toBe('Tallet er usikkert. Det rigtige niveau ligger sandsynligvis mellem 38 og 59 ud af 100.');
  });
});

describe('“Of 6 of them they do not know how it went.”', () => {
  test('unknown is said, and both limits, so that nobody takes them for out of work', () => {
    const lines = sureness('da', shown(41, 37, 6)).join(' ');
    expect(lines).toContain('For 6 personer ved vi ikke, hvordan det gik.');
    expect(lines).toContain('mindst 41 og højst 47 af 84');
  });
  test('where the comparison counts them as not in work, it says so in the same place', () => {
    const said = (unknownShare: number) => expectation('da', compared({ figures: figures({ unknownShare }) }), null);
    expect(said(0.07143)?.sentences).toContain('For 6 personer ved vi ikke, hvordan det gik. Så mindst 41 og højst 47 af 84 var i arbejde. Deltagere, vi ikke ved noget om, tæller her som ikke i arbejde.');
    expect(said(0.07143)?.text.placed).toBe('41–47');
    expect(said(0.02381)?.sentences).toContain('For 2 personer ved vi ikke, hvordan det gik. Deltagere, vi ikke ved noget om, tæller her som ikke i arbejde.');
    expect(said(0.02381)?.text.placed).toBe('41');
    expect(expectation('da', compared(), null)?.sentences.join(' ')).not.toContain('ikke ved noget om');
  });
});

describe('“They are too few to show; that is not bad.”', () => {
  test.each(['small', 'hidden', 'none', 'unreported'] as const)('%s: no number at all, no 0, no judgement', (state) => {
    const text = `${countText('da', { state }).short} ${messages('da').results.stateWhy[state]}`;
    expect(text).not.toMatch(/\d/);
    expect(text).not.toMatch(JUDGEMENT);
  });
  test('an older number is not taken for the latest', () => {
    const latest = row({ kind: 'cohort', from: '2025-01-01', to: '2025-06-30', count: { state: 'small' } });
    const older = row({ kind: 'cohort', from: '2024-01-01', to: '2024-06-30' });
    expect(newerText('da', [latest, older], older)).toBe('Nyere halvår uden tal: januar–juni 2025.');
  });
});

describe('“The provider says so itself; nobody has checked it.” / “The source says so; it is counted in another way.”', () => {
  test('the sentence itself says who says it', () => {
    expect(resultSentence('da', row({ grade: 'C' }))).toMatch(/^Leverandøren oplyser selv: /);
    const quoted = row({ kind: 'quoted', grade: 'D', countedOver: 'completers', count: { state: 'quoted', n: 20, placed: 15, notPlaced: 5, unknown: 0 } });
    expect(resultSentence('da', quoted)).toMatch(/^Kilden skriver: 15 af de 20, der begyndte .* og gennemførte/);
    expect(messages('da').verdict.noneQuoted).toContain('bliver aldrig sammenlignet');
  });
});

describe('“About as many got work as one would expect of such people.”', () => {
  test('41 beside 35 is not called better: the sentence says that so much can be chance', () => {
    const said = verdictExplained('da', compared(), summary);
    expect([said.code, said.because]).toEqual(['as_expected', []]);
    expect(said.means).toContain('Tilfældigheder og almindelige forskelle mellem leverandører kan give så meget');
    expect(said.note).toBe(messages('da').terms.verdictNote);
  });
  test('a difference that is no chance but small is called small', () => {
    const limit = `under ${100 * PARAMETERS.verdict.material} ud af 100`;
    expect(verdictExplained('da', compared({ band: 'above_998' }), summary).means).toContain(limit);
    expect(verdictExplained('da', compared({ band: 'below_998' }), summary).means).toContain(limit);
    for (const band of ['above_95', 'inside', 'below_95'] as const) expect(verdictExplained('da', compared({ band }), summary).means).not.toContain(limit);
  });
});

describe('“More (fewer) got work than one would expect. It need not be the provider’s doing.”', () => {
  test.each(['better', 'worse'] as const)('%s: with the sentence that it does not show who caused it, in every language', (code) => {
    for (const locale of LOCALES) {
      const said = verdictExplained(locale, compared({ code, band: code === 'better' ? 'above_998' : 'below_998' }), summary);
      expect(said.note).toBe(messages(locale).terms.verdictNote);
      expect(said.means).not.toMatch(EFFECT[locale]);
      expect(`${said.means} ${messages(locale).terms.verdict[code]}`).not.toMatch(/\d|%/);
    }
    const text = all(compared({ code, band: code === 'better' ? 'above_998' : 'below_998' }));
    expect(text).not.toMatch(CLAIM);
    expect(text).toContain('Det viser ikke, at leverandøren er årsag til resultatet');
  });
});

describe('“They cannot tell. That is no bad sign.”', () => {
  test.each(EVERY_REASON)('%s: why, in the method’s words and in plain ones, and no judgement', (reason) => {
    const text = all(unsaid([reason]));
    expect(text).toContain(messages('da').terms.reason[reason]);
    expect(text).toContain('Det siger intet om, hvor god hjælpen er');
    expect(text).not.toMatch(JUDGEMENT);
    for (const locale of LOCALES) {
      const [because] = verdictExplained(locale, unsaid([reason]), summary).because;
      expect(because?.term).toBe(messages(locale).terms.reason[reason]);
      expect(because?.means.length).toBeGreaterThan(15);
    }
  });
  test('nothing was compared: the sentence about comparing does not stand there', () => {
    expect(verdictExplained('da', unsaid(['grade']), summary).note).toBeNull();
    expect(verdictExplained('da', unsaid(['own_share_gt_50'], { figures: figures() }), summary).note).toBeNull();
    expect(verdictExplained('da', unsaid(['depends_on_unknown'], { figures: figures() }), summary).note).toBe(messages('da').terms.verdictNote);
  });
  test('depends on unknown: it does not say which way', () => {
    expect(all(unsaid(['depends_on_unknown'], { figures: figures({ O: 20 }) }))).not.toMatch(/færre|flere|dårligere|bedre/i);
  });
  test('withheld without another reason: it was compared, so it is not said that it cannot be', () => {
    for (const locale of LOCALES) {
      for (const withheld of ['first', 'disclosure'] as const) {
        const { means, because } = verdictExplained(locale, unsaid([], { withheld }), summary);
        expect([means, because.length]).toEqual([messages(locale).verdict.withheldAnswer, 1]);
      }
      expect(verdictExplained(locale, unsaid(['n_lt_30'], { withheld: 'disclosure' }), summary).means).toBe(messages(locale).verdict.means.no_verdict);
    }
  });

  test('withheld for people’s sake: that is the first thing said', () => {
    const { because } = verdictExplained('da', unsaid(['n_lt_30'], { withheld: 'disclosure' }), summary);
    expect(because.map(({ term }) => term)).toEqual([messages('da').terms.withheld.disclosure, messages('da').terms.reason.n_lt_30]);
  });
  test('a first verdict waits: not which, and that nobody can stop it', () => {
    const text = all(unsaid([], { withheld: 'first' }));
    expect(text).toContain('kan rette fejl, men ikke stoppe svaret');
    expect(text).not.toMatch(/bedre|dårligere|flere var|færre var/i);
  });
  test('the comparison as a whole did not hold: it is nobody’s fault', () => {
    expect(all(unsaid(['no_stratum']))).toContain('77 til 168 dage');
    expect(verdictExplained('da', unsaid(['no_stratum']), { model: 'rejected', plannedDays: null }).because[0]?.means).toContain('Det gælder alle leverandører');
    expect(verdictExplained('da', unsaid(['no_stratum']), null).because[0]?.means).not.toMatch(/\d/);
  });
  test('reasons that share a word are said once', () => {
    const { because } = verdictExplained('da', unsaid(['informative_lt_80', 'own_share_gt_50']), summary);
    expect(because).toHaveLength(1);
    expect(because[0]?.means).toContain(messages('da').verdict.reasonMeans.own_share_gt_50);
  });
});

describe('“41 of 84 got work; with such people about 35 would be usual.”', () => {
  test('both numbers are people of the same people', () => {
    expect(expectation('da', compared(), null)?.sentences).toEqual([
      'Af de 84, der begyndte i juli 2023 – juni 2025, var 41 i arbejde et halvt år efter, at de sluttede.',
      'Med de samme slags deltagere kunne man vente cirka 35 af 84, hvis det gik som hos leverandørerne i almindelighed.',
    ]);
    expect(expectation('en', compared(), null)?.sentences[1]).toBe('With the same mix of participants, about 35 of 84 would be expected at providers as a whole.');
    for (const locale of LOCALES) {
      const text = (expectation(locale, compared(), null)?.sentences ?? []).join(' ');
      for (const number of ['84', '41', '35']) expect(text).toContain(number);
      expect(text).not.toMatch(/%|35[.,]2/);
    }
  });
  test('those who are not compared are not passed over in silence', () => {
    expect(expectation('da', compared(), shown(45, 52, 0))?.sentences).toContain('Her er 84 af 97 deltagere med. Resten har vi ingen at sammenligne med.');
    expect(expectation('da', compared(), shown(41, 43, 0))?.sentences).toHaveLength(2);
  });
  test('no verdict: the two numbers are not read as one', () => {
    expect(expectation('da', unsaid(['n_lt_30'], { figures: figures() }), null)?.sentences.at(-1)).toBe('Tallene er for usikre til at sige, om det er en forskel.');
  });
  test('an expected number made of the provider’s own people, or that rounds to nobody, is not shown', () => {
    for (const reason of ['own_share_gt_50', 'informative_lt_80', 'variance_zero'] as const) expect(expectation('da', unsaid([reason], { figures: figures() }), null)).toBeNull();
    expect(expectation('da', unsaid(['expected_lt_5'], { figures: figures({ E: 0.4 }) }), null)).toBeNull();
    expect(expectation('da', unsaid(['grade']), null)).toBeNull();
  });
});

describe('“On this measure they cannot tell; on the other they can.”', () => {
  const s12 = compared({ measure: 'S12', code: 'better' });
  test('the second comparison is said where it differs or stands alone, and never instead of the first', () => {
    expect(spokenOf([compared(), s12]).map(({ measure }) => measure)).toEqual(['E6', 'S12']);
    expect(spokenOf([compared(), compared({ measure: 'S12' })]).map(({ measure }) => measure)).toEqual(['E6']);
    expect(spokenOf([s12])).toEqual([s12]);
  });
});

describe('“Those were the people they had, and this is how it goes for such people everywhere.”', () => {
  const table: PublishedTable = {
    measure: 'E6', window: summary.window, level: 'cells', groups: ['dk-dagpenge', 'dk-sygedagpenge'], bands: ['high'],
    cells: [[shown(12, 28, 0)], [{ state: 'small' }]], rows: [shown(12, 28, 0), { state: 'small' }], columns: [shown(20, 40, 0)], total: shown(20, 40, 0),
  };
  test('each number of the provider beside the same of all, in people of 100', () => {
    const { rows: [first, second], states } = intakeOf('da', table, summary);
    expect([first?.cells[0]?.text, first?.cells[0]?.everywhere]).toEqual(['12 af 40', '38 ud af 100']);
    expect([second?.cells[0]?.number, second?.total.everywhere]).toEqual([false, 'færre end 10 ud af 100, så vidt vi ved']);
    expect(states).toEqual(['small']);
  });
  test('an older table has no newer rates beside it', () => expect(intakeOf('da', table, null).rows[0]?.cells[0]?.everywhere).toBeNull());
  test('a rate is whole and never a bare per cent', () => {
    for (const locale of LOCALES) expect(summary.areas.map((each) => rateText(locale, each)).join(' ')).not.toMatch(/%/);
  });
});

describe('“Of 100 people like me about 41 had a job; it may be 33, it may be 50. In my area it is 38.”', () => {
  const say = (own: PublishedEstimate[], group = 'dk-dagpenge', band: 'high' | 'low' | null = 'high') => likeYouSentences('da', likeYou(own, summary, group, band));
  test('the method’s sentence, the area’s rate, the own weight', () => {
    expect(say([estimate()])).toEqual([
      'Ud af 100 mennesker som dig, der begyndte her, var cirka 41 (sandsynligvis mellem 33 og 50) i arbejde et halvt år efter, at de sluttede.',
      'Hos alle leverandører i områder som dit: 38 ud af 100.',
      'Cirka halvdelen af skønnet bygger på leverandørens egne resultater. Resten kommer fra andre leverandører.',
      'De egne resultater er fra deltagere i den gruppe i områder som dit.',
      'Det er et skøn og ikke et løfte. Det viser ikke, om de kom i arbejde på grund af hjælpen.',
    ]);
    for (const locale of LOCALES) expect(likeYouSentences(locale, likeYou([estimate()], summary, 'dk-dagpenge', 'high')).join(' ')).not.toMatch(/%/);
  });
  test('from a wider part: said, so that it is not taken for people like me', () => {
    expect(say([estimate({ band: 'low', level: 'group' })], 'dk-dagpenge', 'low').join(' ')).toContain('uanset hvor de bor');
    expect(say([estimate({ level: 'provider' })]).join(' ')).toContain('Derfor siger de mindre om dig');
  });
  test('an area that nobody there came from: the estimate for all areas, and all areas’ rate', () => {
    expect(say([estimate(), estimate({ band: null, level: 'group', percent: 44 })], 'dk-dagpenge', 'low').slice(0, 2)).toEqual([
      expect.stringContaining('cirka 44'), 'Hos alle leverandører, uanset hvor deltagerne bor: 45 ud af 100.',
    ]);
  });
  test('no own results: that first, then the area’s rate, and no judgement', () => {
    const lines = say([]);
    expect(lines[0]).toBe('Der er ingen egne resultater for mennesker som dig.');
    expect(lines[1]).toBe('Hos alle leverandører i områder som dit: 38 ud af 100.');
    expect(lines.join(' ')).not.toMatch(JUDGEMENT);
    expect(say([], 'dk-fleksjob')[1]).toBe('For hele landet er der også for få til at vise et tal.');
  });
  test('own weight: 0, a tenth, half, nearly all', () => {
    const weight = (ownWeight: number) => say([estimate({ ownWeight })])[2];
    expect(weight(0)).toMatch(/^Næsten intet af skønnet/);
    expect(weight(10)).toMatch(/^Cirka 1 ud af 10 dele/);
    expect(weight(100)).toBe('Næsten hele skønnet bygger på leverandørens egne resultater.');
  });
  test('which place it holds for', () => {
    expect(placeSentence('da', null, null)).toContain('alle områder');
    expect(placeSentence('da', 'Region Midtjylland', null)).toContain('Vi kender ikke ledigheden i Region Midtjylland');
    expect(placeSentence('da', 'Odense', 'high')).toBe('Odense hører til den fjerdedel af kommunerne, der har høj ledighed.');
  });
});

describe('“Of 84 who started, 60 finished and 24 stopped. Getting a job on the way counts as finishing.”', () => {
  const { funnel } = messages('da').results;
  test('drop-outs are people too, and who found a job is none of them', () => {
    expect(funnel.sentence('84', '60', '24')).toBe('84 begyndte, 60 gennemførte, og 24 stoppede undervejs.');
    expect(funnel.text).toContain('At få job eller begynde på en uddannelse undervejs tæller som at gennemføre');
    for (const locale of LOCALES) for (const number of ['84', '60', '24']) expect(messages(locale).results.funnel.sentence('84', '60', '24')).toContain(number);
  });
  test('who was in work later are the same people: of the same half-year, and of the whole provider', () => {
    const e12 = row({ measure: 'E12' });
    expect(rowBeside([row({ measure: 'E12', attendance: 'mandated' }), row({ measure: 'E12', from: '2024-01-01' }), e12], row(), 'E12')).toBe(e12);
    expect(rowBeside([row({ measure: 'E12', to: '2024-12-31' })], row(), 'E12')).toBeNull();
  });
  test('a reason for leaving is how many gave it, not how bad it was', () => expect(funnel.exit('Sygdom', '12')).toBe('Sygdom: 12'));
});

describe('“Here is how sure they are of it.”', () => {
  test('who counted and who checked, for each grade; a claim is not drawn as a number', () => {
    const { gradeMeans } = messages('da').results;
    expect(gradeMeans.A).toContain('en anden end leverandøren');
    expect(gradeMeans.B).toContain('En uafhængig har kontrolleret en stikprøve');
    expect(gradeMeans.C).toContain('Ingen har kontrolleret det');
    expect(gradeMeans.D).toContain('kan ikke sammenlignes');
    expect(headlineRow([row({ kind: 'quoted', grade: 'D' })])).toBeNull();
  });
});

describe('“Those who came by choice and those who had to are counted apart.”', () => {
  test('a part is never the headline, and parts are not added up', () => {
    const whole = row();
    expect(headlineRow([row({ attendance: 'voluntary' }), row({ programme: 'a' }), whole])).toBe(whole);
    expect(programmeRow([row({ programme: 'a', measure: 'E3' }), row({ programme: 'a' }), row({ programme: 'b' }), whole], 'a')).toMatchObject({ programme: 'a', measure: 'E6' });
    expect(programmeRow([whole, row({ kind: 'cohort', programme: 'a' })], 'a')).toBeNull();
    expect(resultParts([row({ attendance: 'voluntary' }), row({ attendance: 'mandated' })]).map(({ by, rows }) => [by, rows.length])).toEqual([['attendance', 2]]);
  });
});

describe('“In the picture, a half-year without a number is empty, not nobody.”', () => {
  test('no dot at 0', () => {
    const [point] = chartPoints('da', [row({ kind: 'cohort', count: { state: 'small' } })]);
    expect([point?.value, point?.lower, point?.upper, point?.text]).toEqual([null, null, null, 'For få deltagere til at vise tal']);
  });
});

describe('“I can start at once, it costs me nothing, and it takes 8 weeks.”', () => {
  test('what is not said is not said: never 0, never free', () => {
    expect([waitingText('da', null), lengthText('da', { weeks: null, days: null, hours: null })]).toEqual([null, null]);
    expect(waitingText('da', { min: 0, max: 0, said: 1, of: 1 })).not.toMatch(/0/);
  });
  test('said by some programmes only: by how many', () => expect(waitingText('da', { min: 2, max: 4, said: 1, of: 3 })).toMatch(/2–4 uger \(.*1.*3/));
});

describe('“The number was another before; they say why.”', () => {
  test('both values, the day, the reason', () => {
    const previous = { count: shown(39, 45, 0), released: '2026-10-01', reason: 'Dobbelt talt' };
    expect(previousText('da', row({ previous }))).toBe('Rettet. Før stod her: 39 af 84 (udgivet 1. oktober 2026). Grund: Dobbelt talt');
    expect(messages('da').verdict.corrections.line('39 af 84', '41 af 84', '1. november 2026')).toBe('Før stod der: 39 af 84. Nu står der: 41 af 84. Rettet 1. november 2026.');
  });
});

/** Every text of an area, functions called with something short. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [String((value as (...words: (string | number)[]) => string)('12', '40', '8', '9'))];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

describe('words', () => {
  test('are plain Danish', () => expect(lix(texts(messages('da').verdict).join('\n'))).toBeLessThan(35));
  test('never say effect, best or top, and never per cent', () => {
    for (const locale of LOCALES) {
      const text = texts(messages(locale).verdict).join('\n');
      expect(text).not.toMatch(EFFECT[locale]);
      expect(text).not.toMatch(/%|\b(best|bedst|bäst|beste|paras|top)\b/i);
    }
  });
});
