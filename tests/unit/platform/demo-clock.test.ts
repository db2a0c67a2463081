import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { now, setClockOffset } from '#platform/clock.ts';
import { demoDays, followDemoClock, MAX_DAYS, moveDemoClock } from '#platform/demo-clock.ts';

const DAY_MS = 86_400_000;
let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'demo-clock-'));
});
afterEach(() => {
  setClockOffset(0);
  rmSync(dataDir, { recursive: true });
});

const env = () => ({ SEED: 'demo' as const, DATABASE_URL: undefined, dataDir });
const daysAhead = () => Math.round((now().getTime() - Date.now()) / DAY_MS);

it('moves forward, and keeps it for the next start', () => {
  expect(moveDemoClock(env(), 10)).toBe(10);
  expect(moveDemoClock(env(), 5)).toBe(15);
  expect(daysAhead()).toBe(15);
  setClockOffset(0);
  followDemoClock(dataDir)();
  expect(daysAhead()).toBe(15);
});

it('another process is followed', async () => {
  const stop = followDemoClock(dataDir);
  try {
    writeFileSync(join(dataDir, 'demo-clock'), '3\n');
    await expect.poll(daysAhead, { timeout: 5_000 }).toBe(3);
  } finally {
    stop();
  }
});

it.each([
  ['another database', { DATABASE_URL: 'postgres://localhost/x' }],
  ['no invented data', { SEED: 'none' as const }],
])('stands still with %s', (_, other) => {
  expect(() => moveDemoClock({ ...env(), ...other }, 1)).toThrow(expect.objectContaining({ domainCode: 'forbidden' }));
  expect(demoDays(dataDir)).toBe(0);
  expect(daysAhead()).toBe(0);
});

it.each([0, -1, 0.5, Number.NaN, MAX_DAYS + 1])('does not move by %s days', (days) => {
  expect(() => moveDemoClock(env(), days)).toThrow(expect.objectContaining({ domainCode: 'invalid' }));
});

it.each(['', 'x', '-4', '1e99'])('a file that says %j is none', (text) => {
  writeFileSync(join(dataDir, 'demo-clock'), text);
  expect(demoDays(dataDir)).toBe(0);
});
