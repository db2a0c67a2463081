/** Every page says who may have it, and every act is one that asks. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Act } from '#platform/define-action.ts';
import { ACTS } from '#src/actions/acts.ts';
import { ACCESS } from '#src/pages/_access.ts';
import { ACTION_NAMES } from '#features/accounts/policy.ts';
import { compareRoutes, declaredRoutes } from '#platform/http/declared-routes.ts';

/** As Astro makes routes of files: no extension, no index, nothing that begins with an underscore. */
const routes = globSync('**/*.{astro,ts,md}', { cwd: 'src/pages' })
  .filter((file) => !file.split('/').some((part) => part.startsWith('_')))
  .map((file) => `/${file.replace(/\.(astro|ts|md)$/, '').replace(/(^|\/)index$/, '')}`);

describe('routes', () => {
  it('each says what it needs, and no declaration has outlived its route', () => {
    expect(compareRoutes(routes, Object.keys(ACCESS))).toEqual({ missing: [], stale: [] });
  });

  it('names only actions of the policy', () => {
    expect(Object.values(ACCESS).filter((needs) => needs !== 'public' && !ACTION_NAMES.includes(needs))).toEqual([]);
  });

  /** Functions that open a page of one kind, and those that answer by calling one: they ask, so calling one of them is asking. */
  const helpers = ['src/layouts/*.ts', 'src/pages/**/_*.ts'].flatMap((pattern) => globSync(pattern)).map((file) => readFileSync(file, 'utf8'));
  const exported = (texts: readonly string[]) => texts.flatMap((text) => [...text.matchAll(/export async function (\w+)\(/g)].map(([, name]) => name));
  const openers = exported(helpers.filter((text) => /\ballow\(/.test(text)));
  const answerers = exported(helpers.filter((text) => openers.some((name) => text.includes(`await ${name}(context`))));
  const asks = new RegExp(`\\b(allow|gate\\.ask|${[...openers, ...answerers].join('|')})\\((Astro|context|'|\\w)`);

  it.each(Object.entries(ACCESS).filter(([, needs]) => needs !== 'public'))('%s asks', (route) => {
    const texts = [`${route}.astro`, `${route}/index.astro`, `${route}.ts`, `${route}/index.ts`].map((path) => `src/pages${path}`).filter((path) => existsSync(path)).map((path) => readFileSync(path, 'utf8'));
    expect(texts.join('')).toMatch(asks);
  });
});

describe('the build', () => {
  const run = (command: 'build' | 'dev', patterns: string[]) => {
    const { hooks } = declaredRoutes({ '/[...lang]': 'public' });
    const errors: string[] = [];
    const call = (name: string, options: unknown) => (hooks as Record<string, (options: unknown) => void>)[name]?.(options);
    call('astro:config:setup', { command });
    call('astro:routes:resolved', { routes: patterns.map((pattern) => ({ pattern, origin: pattern.startsWith('/_') ? 'internal' : 'project' })), logger: { error: (text: string) => errors.push(text) } });
    return errors;
  };

  it('fails on a route without a declaration', () => {
    expect(() => run('build', ['/[...lang]', '/[...lang]/secret'])).toThrow('/[...lang]/secret does not say who may have it');
  });

  it('fails on a declaration without a route', () => {
    expect(() => run('build', [])).toThrow('/[...lang] is declared and does not exist');
  });

  it('passes when all is said; Astro’s own routes are not ours to declare', () => {
    expect(run('build', ['/[...lang]', '/_image'])).toEqual([]);
  });

  it('while pages are being written it warns', () => {
    expect(run('dev', ['/[...lang]', '/[...lang]/secret'])).toHaveLength(1);
  });
});

describe('acts', () => {
  const all = Object.values(ACTS).flatMap((acts): Act[] => Object.values(acts));

  it('each names an action of the policy and can be performed', () => {
    expect(all.filter((act) => !ACTION_NAMES.includes(act.action) || typeof act.perform !== 'function')).toEqual([]);
  });
});
