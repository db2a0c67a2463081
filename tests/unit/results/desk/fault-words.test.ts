import { describe, expect, it } from 'vitest';
import { MAX_BYTES, parseCohortCsv } from '#features/results/cohort-csv.ts';
import { faultWords } from '#features/results/desk/fault-words.ts';

const known = { programmes: new Set(['course']), groups: new Set(['dk-dagpenge']), isMunicipality: (region: string) => region === 'dk-kommune:0101' };
const HEADER = 'half_year;programme;target_group;municipality;attendance;referred;started;completed;exits_moved;e6_placed;e6_not_placed;e6_unknown';
const rules = (text: string | Uint8Array, given = known): string[] => {
  const found = parseCohortCsv(typeof text === 'string' ? new TextEncoder().encode(text) : text, given);
  return found.ok ? [] : found.faults.map((each) => faultWords(each).rule);
};
const line = (cells: string) => rules(`${HEADER}\n${cells}\n`);

describe('a fault of a table has a rule that pages can put into words', () => {
  it.each([
    ['file-size', () => rules(new Uint8Array(MAX_BYTES + 1))],
    ['quote', () => rules(`${HEADER}\n"2025H1;course`)],
    ['header', () => rules('')],
    ['no-lines', () => rules(HEADER)],
    ['column', () => rules(`${HEADER};nonsense\n`)],
    ['column-twice', () => rules(`${HEADER};started\n`)],
    ['column-half-year', () => rules('started\n1')],
    ['column-started', () => rules('half_year\n2025H1')],
    ['half-year', () => line('2025;course;;;;;40;;;;;')],
    ['programme', () => line('2025H1;other;;;;;40;;;;;')],
    ['no-programmes', () => rules(`${HEADER}\n2025H1;other;;;;;40;;;;;\n`, { ...known, programmes: new Set() })],
    ['group', () => line('2025H1;course;nobody;;;;40;;;;;')],
    ['region', () => line('2025H1;course;;9999;;;40;;;;;')],
    ['attendance', () => line('2025H1;course;;;perhaps;;40;;;;;')],
    ['whole', () => line('2025H1;course;;;;;4,5;;;;;')],
    ['measure-whole', () => line('2025H1;course;;;;;40;;;1;;')],
    ['cells', () => line('2025H1;course;;;;;40;;;;;;9')],
    ['twice', () => line('2025H1;course;;;;;40;;;;;\n2025H1;course;;;;;41;;;;;')],
    ['sum', () => line('2025H1;course;;;;;40;;;1;1;1')],
    ['completed', () => line('2025H1;course;;;;;40;41;;;;')],
    ['referred', () => line('2025H1;course;;;;30;40;;;;;')],
    ['exits', () => line('2025H1;course;;;;;40;30;11;;;')],
  ])('%s', (rule, found) => expect(found()).toContain(rule));

  it('keeps the parser’s own words where it has no rule', () => expect(faultWords({ expected: 'something new' })).toEqual({ rule: 'other', detail: 'something new' }));
  it('says what the rule asks for', () => {
    expect(faultWords({ expected: 'placed + notPlaced + unknown + excluded = started = 40' })).toEqual({ rule: 'sum', detail: '40' });
    expect(faultWords({ expected: 'a programme of the provider: a, b' })).toEqual({ rule: 'programme', detail: 'a, b' });
  });
});
