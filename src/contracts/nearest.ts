// Which of some known words a wrong one means.
import { distance } from 'fastest-levenshtein';

/** Names from elsewhere for keys of this file. */
const SYNONYMS: Readonly<Record<string, string>> = {
  duration: 'seconds',
  durationseconds: 'seconds',
  length: 'seconds',
  samplecount: 'samples',
  numberofvideos: 'samples',
  n: 'samples',
  generateaudio: 'audio',
  sound: 'audio',
  size: 'resolution',
  budget: 'budgets',
  cost: 'budgets',
  permonth: 'usdPerMonth',
  monthly: 'usdPerMonth',
  perrequest: 'usdPerRequest',
  env: 'environment',
  stage: 'environment',
  team: 'owner',
  timeout: 'deadlineSeconds',
  timeoutseconds: 'deadlineSeconds',
  maxattempts: 'attempts',
  retries: 'retry',
  numretries: 'attempts',
  interval: 'intervalSeconds',
  output: 'storage',
  bucket: 'storage',
  storageuri: 'storage',
  contracts: 'routes',
  path: 'file',
  type: 'kind',
  baseurl: 'url',
  conditions: 'when',
  target: 'to',
  price: 'usd',
  per: 'unit',
  date: 'checkedOn',
  severity: 'rules',
  exclude: 'ignore',
  prod: 'production',
  live: 'production',
  dev: 'development',
  'one-api': 'new-api',
  newapi: 'new-api',
  seconds: 'second',
  sec: 'second',
  s: 'second',
  'per-second': 'second',
  on: 'when',
  warn: 'warning',
  err: 'error',
  none: 'off',
  safety: 'refusal',
  filtered: 'refusal',
  blocked: 'refusal',
  'content-policy': 'refusal',
  'rate-limit': 'quota',
};

/** The known word that a wrong one means: a synonym of it, or the nearest one if it is near enough. */
export function nearestKey(word: string, known: readonly string[]): string | null {
  const plain = word.toLowerCase().replaceAll(/[_\s]/g, '');
  const synonym = Object.hasOwn(SYNONYMS, plain) ? SYNONYMS[plain] : undefined;
  if (synonym !== undefined && known.includes(synonym)) return synonym;
  const [best] = known
    .map((name) => ({ name, steps: distance(name.toLowerCase(), plain) }))
    .toSorted((a, b) => a.steps - b.steps);
  if (best === undefined || best.steps <= Math.min(2, Math.max(1, word.length / 2)))
    return best?.name ?? null;
  return (
    begunBy(plain, known) ??
    (best.steps <= Math.min(3, word.length / 2) ? best.name : nearSynonym(plain, known))
  );
}

/** What a word means that is a slip of the pen away from a name from elsewhere. */
function nearSynonym(word: string, known: readonly string[]): string | null {
  if (word.length < BEGINNING) return null;
  const [near] = Object.entries(SYNONYMS).filter(
    ([name, meant]) => known.includes(meant) && distance(name, word) <= 2,
  );
  return near?.[1] ?? null;
}

/** How many letters a word and a key must begin with in common; a shorter word must be the beginning as a whole. */
const BEGINNING = 5;

/** The one key that begins as the word does: `deadline`, or `intervalMs`, for a key that ends with its unit. */
function begunBy(word: string, known: readonly string[]): string | null {
  const shared = (name: string): number => {
    const lower = name.toLowerCase();
    const end = [...word].findIndex((letter, index) => letter !== lower[index]);
    return end < 0 ? word.length : end;
  };
  const [best, next] = known.toSorted((a, b) => shared(b) - shared(a));
  if (best === undefined || shared(best) < Math.max(3, Math.min(BEGINNING, word.length))) return null;
  return next !== undefined && shared(next) === shared(best) ? null : best;
}
