/** The environment, read and checked once at boot. `.env.example` lists the same names. */
import { resolve } from 'node:path';
import { z } from 'zod';

const urlOf = (...protocols: string[]) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
    error: `an address that starts with ${protocols.map((each) => `${each}//`).join(' or ')}`,
  });

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** 32 bytes that do not look made up by hand: what is typed or repeated has few different characters. */
const isStrongSecret = (value: string) => Buffer.byteLength(value) >= 32 && new Set(value).size >= 14;

/** An empty value counts as not set, as shells and compose files mean it. */
const schema = z.object({
  PORT: z.coerce.number({ error: 'a port number from 0 to 65535' }).int().min(0).max(65535).default(4321),
  HOST: z.string().default('localhost'),
  SITE_URL: urlOf('http:', 'https:').optional(),
  ALLOWED_HOSTS: z
    .string()
    .transform((value) => value.split(',').map((each) => each.trim().toLowerCase()).filter(Boolean))
    .default([]),
  DATA_DIR: z.string().default('.data'),
  SEED: z.enum(['demo', 'none'], { error: 'demo or none' }).default('demo'),
  DATABASE_URL: urlOf('postgres:', 'postgresql:').optional(),
  MEILI_URL: urlOf('http:', 'https:').optional(),
  MEILI_KEY: z.string().optional(),
  WORKER: z.enum(['inside', 'outside'], { error: 'inside or outside' }).default('inside'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  OPERATOR_NAME: z.string().optional(),
  OPERATOR_EMAIL: z.email({ error: 'an e-mail address' }).optional(),
  VEJVISER_COMMIT: z.string().regex(/^[0-9a-f]{40}$/, { error: 'the 40 hexadecimal digits of a commit' }).optional(),
  AUTH_SECRET: z
    .string()
    .transform((value) => value.split(',').map((each) => each.trim()).filter(Boolean))
    .refine((secrets) => secrets.length > 0 && secrets.every(isStrongSecret), { error: 'at least 32 random bytes, such as from `openssl rand -base64 48`' })
    .optional(),
  STRONG_SIGN_IN: z.enum(['required', 'optional'], { error: 'required or optional' }).optional(),
  SMTP_URL: urlOf('smtp:', 'smtps:').optional(),
  MAIL_FROM: z.string().regex(/^[^<>\r\n]*<?[^\s<>@]+@[^\s<>@]+>?$/, { error: 'an e-mail address, or Name <address>' }).optional(),
  OIDC_ISSUER: urlOf('https:', 'http:')
    .refine((value) => !URL.canParse(value) || new URL(value).protocol === 'https:' || LOOPBACK.has(new URL(value).hostname), { error: 'an address that starts with https://' })
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().default('MitID'),
  OIDC_MIN_ACR: z.enum(['low', 'substantial', 'high'], { error: 'low, substantial or high' }).optional(),
  OIDC_ACR_VALUES: z.string().optional(),
  TRUSTED_IP_HEADER: z.string().regex(/^[a-zA-Z0-9-]+$/, { error: 'the name of one header' }).optional(),
  REVIEW_ORIGIN: urlOf('http:', 'https:').optional(),
  ISSUER_ORIGIN: urlOf('http:', 'https:').optional(),
  ISSUER_URL: urlOf('http:', 'https:').optional(),
  ISSUER_PORT: z.coerce.number({ error: 'a port number from 0 to 65535' }).int().min(0).max(65535).optional(),
  ISSUER_SECRET: z.string().refine(isStrongSecret, { error: 'at least 32 random bytes, such as from `openssl rand -base64 48`' }).optional(),
  ISSUER_DATABASE_URL: urlOf('postgres:', 'postgresql:').optional(),
  FILES_ORIGIN: urlOf('http:', 'https:').optional(),
  S3_ENDPOINT: urlOf('http:', 'https:').optional(),
  S3_REGION: z.string().default('auto'),
  S3_KEY_ID: z.string().optional(),
  S3_SECRET: z.string().optional(),
  CLAMD: z.string().regex(/^(?:\/.+|[^\s/]+:\d{1,5})$/, { error: 'host:port or the absolute path of a socket' }).optional(),
  AUDIT_KEY: z.base64({ error: '32 random bytes in base64, such as from `openssl rand -base64 32`' }).length(44, { error: '32 random bytes in base64, such as from `openssl rand -base64 32`' }).optional(),
  AUDIT_FILE: z.string().optional(),
  AUDIT_MAIL: z.email({ error: 'an e-mail address' }).optional(),
  PAGE_CACHE_MB: z.coerce.number({ error: 'a number of megabytes, 0 to turn the cache off' }).min(0).max(4096).default(64),
});

export const ENV_NAMES: readonly string[] = Object.keys(schema.shape);

/** Settings that mean nothing without another. */
const NEEDS = [['SMTP_URL', 'MAIL_FROM'], ['OIDC_ISSUER', 'OIDC_CLIENT_ID'], ['OIDC_CLIENT_ID', 'OIDC_ISSUER'], ['S3_ENDPOINT', 'S3_KEY_ID'], ['S3_KEY_ID', 'S3_SECRET'], ['S3_SECRET', 'S3_ENDPOINT'], ['ISSUER_ORIGIN', 'REVIEW_ORIGIN']] as const;

export interface Env extends z.output<typeof schema> {
  /** Absolute address of the site, without a slash at the end. */
  siteUrl: string;
  /** Absolute path of DATA_DIR. */
  dataDir: string;
  /** Where reviews are written, a host of its own: cookies do not tell ports apart. Null: this site takes none. */
  reviewOrigin: string | null;
  /** Where the token issuer answers browsers, and `issuerUrl` where it answers the site. Null: there is none. */
  issuerOrigin: string | null;
  issuerUrl: string | null;
  issuerPort: number;
}

/** On one's own machine the hosts beside the site need not be set: every name under localhost leads there. */
function besides(env: z.output<typeof schema>, siteUrl: string): Pick<Env, 'reviewOrigin' | 'issuerOrigin' | 'issuerUrl' | 'issuerPort'> {
  const { hostname, protocol } = new URL(siteUrl);
  const local = protocol === 'http:' && LOOPBACK.has(hostname);
  const issuerPort = env.ISSUER_PORT ?? (env.PORT === 0 ? 0 : env.PORT + 1);
  const trimmed = (value: string | undefined) => value?.replace(/\/+$/, '') ?? null;
  const issuerOrigin = trimmed(env.ISSUER_ORIGIN) ?? (local ? `http://issuer.localhost:${issuerPort}` : null);
  return {
    reviewOrigin: trimmed(env.REVIEW_ORIGIN) ?? (local ? `http://review.localhost:${env.PORT}` : null),
    issuerOrigin,
    issuerUrl: trimmed(env.ISSUER_URL) ?? (env.ISSUER_ORIGIN === undefined && local ? `http://127.0.0.1:${issuerPort}` : issuerOrigin),
    issuerPort,
  };
}

export class EnvironmentError extends Error {
  constructor(detail: string) {
    super(detail);
    this.name = 'EnvironmentError';
  }
}

/** @throws EnvironmentError with one clear line that names each wrong variable. */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const given = Object.fromEntries(
    ENV_NAMES.flatMap((name) => {
      const value = source[name];
      return value === undefined || value === '' ? [] : [[name, value]];
    }),
  );
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    // MEILI_KEY and the password in DATABASE_URL are secrets: names are told, values are not.
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')} must be ${issue.message.replace(/^Invalid option: expected /, '')}`);
    throw new EnvironmentError(`The environment is not right: ${wrong.join('; ')}. See .env.example.`);
  }
  const env = parsed.data;
  const missing = NEEDS.filter(([name, other]) => env[name] !== undefined && env[other] === undefined);
  if (missing.length > 0) throw new EnvironmentError(`The environment is not right: ${missing.map(([name, other]) => `${name} needs ${other}`).join('; ')}. See .env.example.`);
  const siteUrl = (env.SITE_URL ?? `http://${env.HOST === '0.0.0.0' || env.HOST === '::' ? 'localhost' : env.HOST}:${env.PORT}`).replace(/\/+$/, '');
  return { ...env, siteUrl, dataDir: resolve(env.DATA_DIR), ...besides(env, siteUrl) };
}
