/** What a process uses, read from Linux's own accounting. */
import { readFileSync } from 'node:fs';
import type { Site } from '../support/site.ts';

export const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Processor seconds a process has used so far; Linux only. */
function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

export const memoryMb = (pid: number) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

/** Milliseconds of processor time a request, all of the web process's work included. */
export async function cpuPerRequest(site: Site, paths: string[], count: number): Promise<number> {
  const ask = async (at: number) => {
    const response = await fetch(site.url + paths[at % paths.length]);
    if (!response.ok) throw new Error(`${paths[at % paths.length]} answered ${response.status}`);
    await response.arrayBuffer();
  };
  for (let at = 0; at < 300; at++) await ask(at);
  const from = cpuSeconds(site.pid);
  for (let at = 0; at < count; at++) await ask(at);
  return ((cpuSeconds(site.pid) - from) * 1000) / count;
}
