/** Builds the site unless the build at hand is of these very sources. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';

const SOURCES = ['src/**/*', 'public/**/*', 'db/**/*.ts', 'astro.config.mjs', 'package-lock.json', 'tsconfig.json'];
const STAMP = 'dist/.sources';

function sourcesHash(): string {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap((pattern) => globSync(pattern)).sort()) {
    if (statSync(file).isFile()) hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** @throws when the build fails; what it said is on the screen. */
export function buildIfNeeded(): void {
  const hash = sourcesHash();
  if (existsSync(STAMP) && existsSync('dist/server/entry.mjs') && readFileSync(STAMP, 'utf8') === hash) return;
  console.log('Building the site …');
  const built = spawnSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--silent'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
  });
  if (built.status !== 0) throw new Error('The build failed; see above.');
  mkdirSync('dist', { recursive: true });
  writeFileSync(STAMP, hash);
}
