/** The register as a fresh database has it, target groups and sectors included, made from the shipped files without one. */
import { readRegisterFiles } from '#features/regions/commands/register-files.ts';
import { postcodeRecords, regionRecords, sectorRecords, targetGroupRecords } from '#features/regions/commands/register-records.ts';
import type { District, Sector, TargetGroup } from '#features/regions/model.ts';
import { createRegister, type Register } from '#features/regions/register.ts';

interface PostcodeRow {
  country: string;
  code: string;
  region: string;
  place: string | null;
  main: boolean;
}

export async function shippedRegister(): Promise<Register> {
  const { files } = await readRegisterFiles();
  const named = (postcodeRecords(files) as unknown as PostcodeRow[]).filter((row) => row.place !== null);
  const districts: District[] = [...Map.groupBy(named, (row) => row.place ?? '')].map(([name, rows]) => ({
    country: 'dk',
    name,
    postcodes: rows.filter((row) => row.main).map((row) => row.code),
    point: null,
    regions: [...new Set([...rows.filter((row) => row.main), ...rows.filter((row) => !row.main)].map((row) => row.region))],
  }));
  return createRegister({
    regions: [...regionRecords(files)].sort((a, b) => (a.code < b.code ? -1 : 1)),
    targetGroups: targetGroupRecords(files) as unknown as TargetGroup[],
    sectors: sectorRecords(files) as unknown as Sector[],
    districts,
  });
}
