/** The register as a fresh database would have it, made from the shipped files without one. */
import { readRegisterFiles } from '#features/regions/commands/register-files.ts';
import { postcodeRecords, regionRecords } from '#features/regions/commands/register-records.ts';
import type { District } from '#features/regions/model.ts';
import { createRegister, type Register } from '#features/regions/register.ts';

const { files } = await readRegisterFiles();
export { files };
export const regions = regionRecords(files);
export const postcodes = postcodeRecords(files) as { country: string; code: string; region: string; place: string | null; main: boolean }[];

const districts: District[] = [...Map.groupBy(postcodes.filter((row) => row.place !== null), (row) => row.place ?? '')].map(([name, rows]) => ({
  country: 'dk',
  name,
  postcodes: rows.filter((row) => row.main).map((row) => row.code),
  point: null,
  regions: [...new Set([...rows.filter((row) => row.main), ...rows.filter((row) => !row.main)].map((row) => row.region))],
}));

export const register: Register = createRegister({
  regions: [...regions].sort((a, b) => (a.code < b.code ? -1 : 1)),
  targetGroups: [],
  sectors: [],
  districts,
});
