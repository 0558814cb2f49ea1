// The words with which a contract speaks of failures: when to fall back, and when never to.

/** What can go wrong with a request, beside HTTP statuses (400 to 599), which are written as numbers. */
export const CONDITIONS = [
  'timeout',
  'error',
  'refusal',
  'any',
  'unsupported-parameter',
  'quota',
  'over-budget',
  'deprecated-model',
] as const;
