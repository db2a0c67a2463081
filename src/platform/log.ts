/** JSON lines on standard error. Request paths without their query, ids, counts; never a search text, address or name. */
import pino from 'pino';

export const log = pino(
  {
    level: process.env['LOG_LEVEL'] || 'info',
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: ['*.email', '*.phone', '*.token', '*.key', '*.password', '*.cookie', '*.authorization'],
  },
  pino.destination({ fd: 2, sync: true }),
);
