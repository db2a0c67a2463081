import { defineConfig, fontProviders } from 'astro/config';
import node from '@astrojs/node';
import { ACCESS } from './src/pages/_access.ts';
import { MAX_BODY } from './src/platform/http/body-limit.ts';
import { declaredRoutes } from './src/platform/http/declared-routes.ts';

export default defineConfig({
  site: process.env.SITE_URL ?? 'http://localhost:4321',
  output: 'server',
  // How much each address may take is settled by our own server (src/platform/http/body-limit.ts); this is the most of all.
  // Our own server entry (scripts/start.ts) wraps this handler: graceful stop, host check, page cache.
  adapter: node({ mode: 'standalone', bodySizeLimit: MAX_BODY, experimentalDisableStreaming: true }),
  session: false,
  integrations: [declaredRoutes(ACCESS)],
  trailingSlash: 'never',
  i18n: {
    locales: ['da', 'en', 'sv', 'nl', 'fi'],
    defaultLocale: 'da',
    routing: { prefixDefaultLocale: false },
  },
  security: {
    checkOrigin: true,
    actionBodySizeLimit: MAX_BODY,
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "manifest-src 'self'",
      ],
    },
  },
  fonts: [
    {
      provider: fontProviders.local(),
      name: 'Source Sans 3',
      cssVariable: '--font-source',
      fallbacks: ['system-ui', 'sans-serif'],
      options: {
        variants: [
          {
            weight: '200 900',
            style: 'normal',
            src: ['./node_modules/@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2'],
          },
        ],
      },
    },
  ],
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
});
