/** The demonstration must be sound data, the same bytes every time, and show every state the site knows. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { feature } from 'topojson-client';
import { describe, expect, it } from 'vitest';
import { demoCatalogue, scaleCatalogue } from '#db/seed/demo/index.ts';
import { DESIGNS } from '#db/seed/demo/programmes/index.ts';
import { VOICES } from '#db/seed/demo/profiles/index.ts';
import { catalogueFile } from '#features/catalogue/input.ts';
import { EXIT_REASONS, MEASURES } from '#features/results/input.ts';
import { ATTENDANCE_RULES, PROGRAMME_KINDS } from '#features/programmes/input.ts';
import { ACCESSIBILITY, PROVIDER_KINDS } from '#features/providers/input.ts';
import type { GeometryCollection, Topology } from 'topojson-specification';

const register = <T>(file: string): T => JSON.parse(readFileSync(new URL(`../../../db/seed/registers/${file}`, import.meta.url), 'utf8')) as T;
const text = JSON.stringify(demoCatalogue());
const { providers } = catalogueFile.parse(JSON.parse(text));
const programmes = providers.flatMap((each) => each.programmes ?? []);
const results = providers.flatMap((each) => each.results ?? []);
const municipalities = register<{ municipalities: { code: string; name: string; region: string }[] }>('geo-dk-municipalities.json').municipalities;
const groups = register<Record<'legalGroups' | 'crossCuttingGroups', { id: string; sensitive: boolean }[]>>('target-groups.json');
const regionOf = new Map(municipalities.map((each) => [`dk-kommune:${each.code}`, `dk-region:${each.region}`]));

/** Providers that a person in the municipality can use. */
const serving = (municipality: string) =>
  providers.filter((each) => each.closedOn === undefined && each.coverage.some((code) => code === municipality || code === regionOf.get(municipality) || code === 'dk'));

/** Real actors of the field: no invented provider may be taken for one of them. */
const REAL = [
  'AS3', 'Marselisborg', 'Ballisager', 'Konsulenthuset', 'Jobindex', 'Integro', 'Hartmanns', 'Actief', 'Aros', '3F', 'HK', 'Krifa', 'Min A-kasse', 'Det Faglige Hus',
  'ASE', 'Akademikernes', 'CA', 'FTFa', 'FTF', 'BUPL', 'Lederne', 'Magistrenes', 'DSA', 'FOA', 'Metal', 'TL', 'Business Danmark', 'Frie', 'PROSA', 'IDA', 'DM', 'Djøf', 'NNF',
  'Dansk El-forbund', 'Serviceforbundet', 'Teknisk Landsforbund', 'Kristelig', 'AOF', 'FOF', 'VUC', 'AMU', 'FGU', 'TEC', 'NEXT', 'EUC', 'Tradium', 'SOSU', 'UCplus', 'Lær Dansk',
  'Incita', 'Væksthuset', 'Cabi', 'Kofoeds', 'Røde Kors', 'Korshær', 'Blå Kors', 'Dansk Flygtningehjælp', 'headspace', 'Settlementet', 'Glad Fonden', 'Specialisterne', 'Mentor Danmark',
  'KVINFO', 'Randstad', 'Adecco', 'Manpower', 'Temp-Team', 'JKS', 'Mercuri', 'Fountain House', 'Askovfonden', 'Mødrehjælpen', 'SIND', 'LAP', 'Ældre Sagen', 'Sager der Samler',
  'Arbetsförmedlingen', 'Lernia', 'Iris', 'Academic Work', 'Eductus', 'Samhall', 'Trygghetsrådet', 'UWV', 'Tempo-Team', 'Pantar', 'Start Foundation', 'Refugee Talent', 'TE-toimisto',
  'Barona', 'Eezy', 'Silta', 'Luona', 'Spring House', 'Arffman', 'Kela',
];

function inShape(lon: number, lat: number, rings: readonly (readonly (readonly number[])[])[]): boolean {
  let inside = false;
  for (const ring of rings) {
    ring.forEach((point, index) => {
      const [x = 0, y = 0] = point;
      const [px = 0, py = 0] = ring.at(index - 1) ?? [];
      if (y > lat !== py > lat && lon < ((px - x) * (lat - y)) / (py - y) + x) inside = !inside;
    });
  }
  return inside;
}

describe('the demo catalogue as a file', () => {
  it('follows the catalogue format', () => {
    expect(catalogueFile.safeParse(JSON.parse(text)).success).toBe(true);
    expect(providers.length).toBeGreaterThanOrEqual(290);
    expect(providers.length).toBeLessThanOrEqual(340);
  });

  it('has the same bytes every time, others with another seed, and stays small', () => {
    expect(JSON.stringify(demoCatalogue())).toBe(text);
    expect(createHash('sha256').update(text).digest('hex')).toBe('cefb0cd0274ab7d69c27db65781a46c98815814fb193727461cfac81aec209f0');
    expect(JSON.stringify(demoCatalogue({ seed: 7 }))).not.toBe(text);
    expect(Buffer.byteLength(text)).toBeLessThan(4_000_000);
  }, 60_000);

  it('names only target groups and programmes that exist', () => {
    const known = new Set([...groups.legalGroups, ...groups.crossCuttingGroups].map((each) => each.id));
    const named = [...providers.flatMap((each) => each.targetGroups ?? []), ...programmes.flatMap((each) => each.targetGroups ?? [])].map((each) => each.code);
    expect([...named, ...results.flatMap((each) => each.targetGroup ?? [])].filter((code) => !known.has(code))).toEqual([]);
    for (const provider of providers) {
      const codes = (provider.programmes ?? []).map((each) => each.code);
      expect(new Set(codes).size, provider.id.value).toBe(codes.length);
      const cited = [...(provider.results ?? []), ...(provider.claims ?? [])].flatMap((each) => each.programme ?? []);
      expect(cited.filter((code) => !codes.includes(code)), provider.id.value).toEqual([]);
    }
  });

  it('reports no result twice', () => {
    for (const provider of providers) {
      const keys = (provider.results ?? []).map((row) => JSON.stringify([row.programme, row.targetGroup, row.region, row.attendance, row.countedOver, row.from, row.to]));
      expect(new Set(keys).size, provider.id.value).toBe(keys.length);
    }
  });
});

describe('the invented providers', () => {
  it('have names of their own that belong to nobody', () => {
    const names = providers.map((each) => each.name);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    const blocked = [...REAL, ...municipalities.flatMap(({ name }) => [`jobcenter ${name}`, `${name} kommune`, `ungeindsatsen ${name}`])];
    const pattern = new RegExp(`(?<![\\p{L}\\d])(${blocked.join('|')})(?![\\p{L}\\d])`, 'iu');
    expect(pattern.test('Jobcenter Herning')).toBe(true);
    expect(providers.flatMap((each) => [each.name, each.legalName ?? each.name]).filter((name) => pattern.test(name))).toEqual([]);
  });

  it('say that they are invented where they could be taken for an authority or a fund', () => {
    const official = providers.filter((each) => each.kind === 'municipality' || each.kind === 'unemployment-fund');
    expect(official.filter((each) => !/\((opdigtet|påhittad|verzonnen|keksitty)\)$/.test(each.name)).map((each) => each.name)).toEqual([]);
    expect(providers.filter((each) => each.legalName && !each.legalName.includes('(opdigtet)'))).toEqual([]);
    expect(providers.every((each) => each.id.scheme === 'demo')).toBe(true);
  });

  it('can be reached by nobody: reserved domains and numbers without a subscriber', () => {
    for (const { contact } of providers) {
      if (contact?.website !== undefined) expect(contact.website).toMatch(/\.example$/);
      if (contact?.email !== undefined) expect(contact.email).toMatch(/^[a-z]+@[a-z0-9-]+\.example$/);
      if (contact?.phone !== undefined) expect(contact.phone).toMatch(/^\+45 00 \d\d \d\d \d\d$/);
    }
  });

  it('are in or serve every municipality of Denmark, and stand inside it', () => {
    const local = new Set(providers.flatMap((each) => [...each.coverage, ...(each.locations ?? []).map((place) => place.region)]));
    expect([...regionOf.keys()].filter((code) => !local.has(code))).toEqual([]);
    const topology = register<Topology<{ municipalities: GeometryCollection }>>('geo-dk-boundaries.topo.json');
    const shapes = new Map(feature(topology, topology.objects.municipalities).features.map((each) => [`dk-kommune:${each.id}`, each.geometry]));
    const astray = providers.flatMap((each) => each.locations ?? []).filter(({ region, lat, lon }) => {
      if (lat === undefined || lon === undefined || !region.startsWith('dk-kommune:')) return false;
      const shape = shapes.get(region);
      const parts = shape?.type === 'Polygon' ? [shape.coordinates] : shape?.type === 'MultiPolygon' ? shape.coordinates : [];
      return !parts.some((rings) => inShape(lon, lat, rings));
    });
    expect(astray).toEqual([]);
  });

  it('are there in the other countries too', () => {
    for (const country of ['se', 'nl', 'fi']) expect(providers.filter((each) => each.coverage.some((code) => code.startsWith(country))).length, country).toBeGreaterThanOrEqual(8);
  });

  it('speak in many voices, without placeholders', () => {
    expect(VOICES.length).toBeGreaterThanOrEqual(40);
    expect(DESIGNS.length).toBeGreaterThanOrEqual(45);
    const opening = (provider: (typeof providers)[number]) => provider.description?.da?.split('\n')[0];
    expect(new Set(providers.map(opening)).size).toBeGreaterThanOrEqual(100);
    const texts = text.match(/"(?:da|en|sv|nl|fi)":"(?:[^"\\]|\\.)*"/g) ?? [];
    expect(texts.length).toBeGreaterThan(5_000);
    expect(texts.filter((each) => /lorem|ipsum|todo|xxx|undefined|\bNaN\b|[{}]| {2}|\.\.| [,.;!?]|\p{Ll}\.\p{Lu}/iu.test(each.slice(5)))).toEqual([]);
    const described = providers.filter((each) => each.description);
    const english = described.filter((each) => each.description?.en !== undefined);
    expect(english.length / described.length).toBeGreaterThan(0.4);
  });

  it('give a real choice of mentors for young people around Aarhus, three of them with a hearing loop', () => {
    const mentors = serving('dk-kommune:0751').filter(
      (each) => each.targetGroups?.some(({ code }) => code === 'unge') && each.programmes?.some(({ kind, endedOn }) => kind === 'mentoring' && endedOn === undefined),
    );
    expect(mentors.length).toBeGreaterThanOrEqual(5);
    expect(mentors.filter((each) => each.accessibility?.includes('hearing-loop')).length).toBeGreaterThanOrEqual(3);
  });

  it('give people on sick leave in København at least five to choose from', () => {
    expect(serving('dk-kommune:0101').filter((each) => each.targetGroups?.some(({ code }) => code === 'dk-sygedagpenge')).length).toBeGreaterThanOrEqual(5);
    expect(providers.filter((each) => each.locations?.some(({ postcode }) => postcode === '2400')).length).toBeGreaterThanOrEqual(2);
  });

  it('show every kind, and both what is known and what is not', () => {
    const all = <T>(values: readonly (T | undefined)[]) => new Set(values.filter((value) => value !== undefined));
    expect(all(providers.map((each) => each.kind))).toEqual(new Set(PROVIDER_KINDS));
    expect(all(programmes.map((each) => each.kind))).toEqual(new Set(PROGRAMME_KINDS));
    expect(all(providers.flatMap((each) => each.accessibility ?? []))).toEqual(new Set(ACCESSIBILITY));
    expect(all(programmes.map((each) => each.attendance))).toEqual(new Set(ATTENDANCE_RULES));
    expect(all(programmes.flatMap((each) => each.prices ?? []).map((each) => each.paidBy))).toEqual(new Set(['citizen', 'municipality', 'unemployment-fund', 'state', 'employer']));
    expect(all(programmes.flatMap((each) => each.prices ?? []).map((each) => each.per))).toEqual(new Set(['participant', 'hour', 'week', 'month', 'placement']));
    const some = (count: number) => expect(count).toBeGreaterThan(4);
    some(providers.filter((each) => each.closedOn !== undefined).length);
    some(providers.filter((each) => each.remote === true).length);
    some(providers.filter((each) => each.programmes === undefined && each.summary === undefined).length);
    some(providers.filter((each) => each.claims).length);
    some(providers.filter((each) => each.interests).length);
    some(providers.filter((each) => each.staff?.development?.some((one) => one.funding)).length);
    some(programmes.filter((each) => each.endedOn !== undefined).length);
    some(programmes.filter((each) => each.prices === undefined).length);
    some(programmes.filter((each) => each.waitingWeeks === undefined).length);
    some(programmes.filter((each) => each.prices?.some((price) => price.paidBy === 'citizen' && price.amount > 0)).length);
    expect(providers.filter((each) => each.succeededBy).length).toBeGreaterThanOrEqual(3);
    const ids = new Set(providers.map((each) => each.id.value));
    expect(providers.filter((each) => each.succeededBy && !ids.has(each.succeededBy.value))).toEqual([]);
  });
});

describe('the invented results', () => {
  it('come in every grade and measure, with funnels, exits and costs', () => {
    expect(new Set(results.map((each) => each.evidence))).toEqual(new Set(['register', 'documented', 'self-reported']));
    expect(new Set(results.flatMap((each) => each.outcomes.map((one) => one.measure)))).toEqual(new Set(MEASURES));
    expect(new Set(results.flatMap((each) => (each.exits ?? []).map((one) => one.reason)))).toEqual(new Set(EXIT_REASONS));
    expect(new Set(results.map((each) => each.countedOver))).toEqual(new Set(['starters', 'completers']));
    for (const field of ['referred', 'cost', 'weeksToStart', 'weeksToJob', 'evidenceUrl', 'note'] as const) expect(results.some((each) => each[field] !== undefined), field).toBe(true);
    expect(results.some((each) => each.from === undefined)).toBe(true);
    expect(results.some((each) => each.outcomes.some((one) => (one.excluded ?? 0) > 0))).toBe(true);
    expect(new Set(results.map((each) => each.attendance))).toEqual(new Set(['voluntary', 'mandated', undefined]));
  });

  it('know no outcome before its day has come', () => {
    const late = results.filter((each) => each.from !== undefined && each.from >= '2026-01-01');
    expect(late.length).toBeGreaterThan(50);
    expect(late.flatMap((each) => each.outcomes)).toEqual([]);
  });
});

describe('scale data', () => {
  const options = { providers: 40, programmesPerProvider: 3, results: 1_000 };
  const written = [...scaleCatalogue(options)];

  it('streams a valid file in small chunks', () => {
    const file = catalogueFile.parse(JSON.parse(written.join('')));
    expect(file.providers).toHaveLength(40);
    expect(file.providers.every((each) => each.programmes?.length === 3)).toBe(true);
    expect(file.providers.reduce((sum, each) => sum + (each.results?.length ?? 0), 0)).toBe(1_000);
    expect(Math.max(...written.map((chunk) => chunk.length))).toBeLessThan(200_000);
    expect(written.length).toBeGreaterThan(2);
  });

  it('is the same every time and differs with the seed', () => {
    expect([...scaleCatalogue(options)].join('')).toBe(written.join(''));
    expect([...scaleCatalogue({ ...options, seed: 2 })].join('')).not.toBe(written.join(''));
  });

  it('refuses more results than there are cells', () => {
    expect(() => [...scaleCatalogue({ providers: 1, programmesPerProvider: 1, results: 100_000 })]).toThrow(RangeError);
  });
});
