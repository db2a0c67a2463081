import { expect, it } from 'vitest';
import { loggedPath } from '#platform/http/logged-path.ts';

it.each([
  ['/ask/D1WC_-ljhl5tZlNXL-BQYS4BMLdqw1n4', '/ask/…'],
  ['/fi/ask/D1WC_-ljhl5tZlNXL-BQYS4BMLdqw1n4?done=ask-confirmed', '/fi/ask/…'],
  ['/invitation/abc', '/invitation/…'],
  ['/en/notice/D1WC_-ljhl5tZlNXL?done=notice-sent', '/en/notice/…'],
  ['/notice?from=/providers/x', '/notice'],
  ['/providers/ask?q=secret#x', '/providers/ask'],
  ['/providers/vejen/ask', '/providers/vejen/ask'],
  ['', ''],
])('%s is logged as %s', (path, logged) => expect(loggedPath(path)).toBe(logged));
