/** JSON lines on standard error. Request paths without their query, ids, counts; never a search text, address or name. */
import pino from 'pino';

/**
 * A failed query repeats what it was given: names, addresses, what somebody wrote. What it asked and where it stands in the
 * code is enough to find it.
 */
export const withoutParameters = (text: unknown): unknown => (typeof text === 'string' ? text.replace(/(Failed query: .*?)\nparams: .*$/s, '$1') : text);

/** For whatever keeps errors, such as the queue. */
export function speakable(error: unknown): unknown {
  if (!(error instanceof Error) || !error.message.startsWith('Failed query: ')) return error;
  return new Error(`${String(withoutParameters(error.message))} (${String(error.cause ?? 'no cause told')})`);
}

export const log = pino(
  {
    level: process.env['LOG_LEVEL'] || 'info',
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { error: withoutParameters, cause: withoutParameters, stack: withoutParameters },
    redact: ['*.email', '*.phone', '*.token', '*.key', '*.password', '*.cookie', '*.authorization'],
  },
  pino.destination({ fd: 2, sync: true }),
);
