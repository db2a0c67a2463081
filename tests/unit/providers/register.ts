/** A country of three municipalities in two regions, and two counties that a catalogue brought. */
import { createRegister } from '#features/regions/register.ts';
import type { Region, TargetGroup } from '#features/regions/model.ts';

const region = (code: string, scheme: string, parent: string | null, da: string): Region => ({
  code, scheme, country: code.startsWith('us') ? 'us' : 'dk', parent, names: { da } as Region['names'],
  aliases: [], lat: null, lon: null, population: null, neighbours: [],
});
const group = (code: string, names: Partial<Record<'da' | 'en', string>>): TargetGroup => ({
  code, kind: 'cross-cutting', names: names as TargetGroup['names'], description: null, sensitive: false, primaryOutcome: 'job', hoursThreshold: 20,
});

export const register = createRegister({
  regions: [
    region('dk', 'country', null, 'Danmark'),
    region('dk-region:1', 'dk-region', 'dk', 'Region Øst'),
    region('dk-region:2', 'dk-region', 'dk', 'Region Vest'),
    region('dk-kommune:0001', 'dk-kommune', 'dk-region:1', 'Aby'),
    region('dk-kommune:0002', 'dk-kommune', 'dk-region:1', 'Beby'),
    region('dk-kommune:0003', 'dk-kommune', 'dk-region:2', 'Ceby'),
    region('dk-kommune:0004', 'dk-kommune', 'dk-region:2', 'Deby'),
    region('us', 'country', null, 'USA'),
    region('us-nj-county:union', 'us-nj-county', 'us', 'Union'),
    region('us-nj-county:bergen', 'us-nj-county', 'us', 'Bergen'),
  ],
  targetGroups: [group('unge', { da: 'Unge', en: 'Young people' }), group('nj', { en: 'Veterans' })],
  sectors: [],
  districts: [],
});
