/** The public vectors of method.md and how a function of appendix A is called by name. */
import { readFileSync } from 'node:fs';
import * as method from '#features/results/method/index.ts';

export interface Vector {
  id: string;
  fn: string;
  args: unknown[];
  expected: unknown;
  tol: { rel: number; abs: number };
  check?: 'suppression';
}

const file = new URL('../../../vectors/method-vectors.json', import.meta.url);
export const publicVectors = (JSON.parse(readFileSync(file, 'utf8')) as { cases: Vector[] }).cases;

export function call(name: string, args: readonly unknown[]): unknown {
  const run: unknown = Reflect.get(method, name);
  if (typeof run !== 'function') throw new Error(`no function ${name}`);
  return Reflect.apply(run, undefined, args);
}
