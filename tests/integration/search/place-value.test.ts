import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schema, type OpenDatabase } from '#db/client.ts';
import { loadRegisters } from '#features/regions/commands/load-registers.ts';
import { findPlace } from '#features/regions/queries.ts';
import { loadRegister, type Register } from '#features/regions/register.ts';
import { placeValue } from '#features/search/place-value.ts';
import { freshDatabase } from '#tests/support/database.ts';

let open: OpenDatabase;
let register: Register;
beforeAll(async () => {
  open = await freshDatabase('embedded');
  await loadRegisters(open.db);
  register = await loadRegister(open.db);
});
afterAll(() => open.close());

const find = (text: string, country: string) => findPlace(open.db, register, { text, country });

describe('the answer to "which place?"', () => {
  it('settles every postcode that lies in several municipalities', async () => {
    const rows = await open.db.select().from(schema.postcode);
    const shared = [...Map.groupBy(rows, (row) => `${row.country} ${row.code}`).values()].filter((each) => each.length > 1);
    expect(shared.length).toBeGreaterThan(100);
    for (const [first] of shared) {
      if (!first) continue;
      const asked = await find(first.code, first.country);
      expect(asked.state).toBe('ambiguous');
      if (asked.state !== 'ambiguous') continue;
      for (const choice of asked.choices) {
        const answer = await find(placeValue(choice, register), choice.label.country);
        expect(answer, placeValue(choice, register)).toMatchObject({ state: 'found', region: choice.region, postcode: choice.postcode });
      }
    }
  });

  it.each(['Nørre Åby', 'Fyn', 'Jylland', 'Sundby', 'Copenhagn'])('settles the name %s', async (name) => {
    const asked = await find(name, 'dk');
    const choices = asked.state === 'ambiguous' ? asked.choices : asked.state === 'unknown' ? asked.suggestions : [];
    for (const choice of choices) {
      expect(await find(placeValue(choice, register), choice.label.country)).toMatchObject({ state: 'found', region: choice.region });
    }
  });
});
