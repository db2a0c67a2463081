/** Fails the build when a route does not say who may have it, or when a declaration has outlived its route. */
import type { AstroIntegration } from 'astro';

/** Astro's own: its error routes, images and actions. The middleware lets none of them act (src/middleware.ts). */
const isOwn = (origin: string) => origin !== 'project';

export interface Undeclared {
  /** Routes without a declaration. */
  missing: string[];
  /** Declarations without a route. */
  stale: string[];
}

/** @param routes patterns such as `/[...lang]/providers/[slug]` @param declared the keys of src/pages/_access.ts */
export function compareRoutes(routes: readonly string[], declared: readonly string[]): Undeclared {
  return { missing: routes.filter((each) => !declared.includes(each)), stale: declared.filter((each) => !routes.includes(each)) };
}

export function declaredRoutes(access: Readonly<Record<string, string>>): AstroIntegration {
  let building = false;
  return {
    name: 'declared-routes',
    hooks: {
      'astro:config:setup': ({ command }) => {
        building = command === 'build';
      },
      'astro:routes:resolved': ({ routes, logger }) => {
        const { missing, stale } = compareRoutes(routes.filter(({ origin }) => !isOwn(origin)).map(({ pattern }) => pattern), Object.keys(access));
        if (missing.length + stale.length === 0) return;
        const what = [...missing.map((each) => `${each} does not say who may have it`), ...stale.map((each) => `${each} is declared and does not exist`)];
        const message = `src/pages/_access.ts: ${what.join('; ')}`;
        // While somebody writes a page only that page is refused (by the middleware); a build is refused whole.
        if (building) throw new Error(message);
        logger.error(message);
      },
    },
  };
}
