/** Runs the project's own tools one after the other; the first failure ends the run with its exit code. */
import { spawn } from 'node:child_process';

const notes: string[] = [];
const startedAt = performance.now();

/** @param args of node. @param env added to the environment. */
export async function step(name: string, args: string[], env: Record<string, string> = {}): Promise<void> {
  const from = performance.now();
  console.log(`\n── ${name}`);
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', ...env },
  });
  const code = await new Promise<number>((resolve) => child.once('exit', (value) => resolve(value ?? 1)));
  console.log(`── ${name}: ${code === 0 ? 'passed' : 'FAILED'} (${((performance.now() - from) / 1000).toFixed(1)} s)`);
  if (code !== 0) process.exit(code);
}

/** Something that could not be run here: said again at the end, so that green never hides it. */
export function note(text: string): void {
  notes.push(text);
}

export function finish(): void {
  console.log(`\nAll passed in ${((performance.now() - startedAt) / 1000).toFixed(0)} s.`);
  for (const text of notes) console.log(`Not run: ${text}`);
}
