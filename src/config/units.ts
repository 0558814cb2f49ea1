// What someone meant who wrote a number with its unit, a size without its letter, or a yes instead of true.
import { googleSurfaceMeant } from '../contracts/surfaceNames.ts';

const SECONDS: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/** How many seconds the unit of a key has. */
const UNIT_OF_KEY: readonly (readonly [RegExp, number, string])[] = [
  [/seconds$/i, 1, 'seconds'],
  [/minutes$/i, 60, 'minutes'],
  [/days$/i, 86_400, 'days'],
];

/**
 * What to write instead of a value that the schema refuses, as YAML; null where nobody can tell. `key` is the name of
 * the value, whose ending says the unit.
 */
export function meantBy(key: string, value: unknown): string | null {
  if (typeof value === 'number') return /resolution/i.test(key) ? resolutionOf(String(value)) : null;
  if (typeof value !== 'string') return null;
  const written = value.trim();
  if (/resolution/i.test(key)) return resolutionOf(written);
  if (key === 'audio') return wordOf(written);
  if (key === 'surface')
    return googleSurfaceMeant(written) ?? written.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  if (/aspect/i.test(key)) return ratioOf(written);
  if (/^(?:checkedOn|from|to)$/.test(key)) return dayOf(written);
  const unit = UNIT_OF_KEY.find(([pattern]) => pattern.test(key));
  if (unit !== undefined) return durationOf(written, unit[1]);
  if (/usd/i.test(key)) return dollarsOf(written);
  if (/samples|attempts|permonth|maxagedays/i.test(key)) return countOf(written);
  return wordLike(written);
}

/** What a key counts in, for the sentence: `seconds`, `US dollars`; null where it has no unit. */
export function unitOfKey(key: string): string | null {
  if (/usd/i.test(key)) return 'US dollars';
  return UNIT_OF_KEY.find(([pattern]) => pattern.test(key))?.[2] ?? null;
}

function durationOf(written: string, unit: number): string | null {
  const parts = /^(\d+(?:[.,]\d+)?)\s*([a-z]*)\.?$/i.exec(written);
  if (parts === null) return null;
  const word = (parts[2] ?? '').toLowerCase();
  const factor = word === '' ? unit : SECONDS[shortUnit(word)];
  return factor === undefined ? null : plain((Number((parts[1] ?? '').replace(',', '.')) * factor) / unit);
}

function shortUnit(word: string): string {
  if (/^(?:ms|msecs?|milliseconds?)$/.test(word)) return 'ms';
  return /^(?:s|m|h|d|w|secs?|seconds?|mins?|minutes?|hrs?|hours?|days?|weeks?)$/.test(word)
    ? word.slice(0, 1)
    : word;
}

function dollarsOf(written: string): string | null {
  const parts =
    /^(?:us\s*)?(?:\$\s*)?(\d[\d,]*(?:\.\d+)?)(k?)(?:\s*(?:\$|usd|us dollars?|dollars?))?(?:\s*\/.*|\s+(?:per|a)\s.*)?$/i.exec(
      written,
    );
  if (parts !== null)
    return plain(Number((parts[1] ?? '').replaceAll(',', '')) * (parts[2] === '' ? 1 : 1000));
  const cents = /^(\d+(?:\.\d+)?)\s*(?:ct|¢|cents?)$/i.exec(written);
  return cents === null ? null : plain(Number(cents[1]) / 100);
}

function countOf(written: string): string | null {
  const parts = /^(\d(?:[,_ ]?\d)*(?:\.\d+)?)(?:\s*(k|m))?(?:\s*(?:x|times|requests?|videos?))?$/i.exec(
    written,
  );
  if (parts === null) return null;
  const factor = { k: 1000, m: 1_000_000 }[(parts[2] ?? '').toLowerCase()] ?? 1;
  return plain(Number((parts[1] ?? '').replaceAll(/[,_ ]/g, '')) * factor);
}

function resolutionOf(written: string): string | null {
  const size = written.toLowerCase().replaceAll(/\s/g, '');
  const height = /^\d+x(\d+)$/.exec(size)?.[1] ?? size.replace(/p$/, '');
  const known: Readonly<Record<string, string>> = {
    360: '360p',
    720: '720p',
    hd: '720p',
    1080: '1080p',
    fullhd: '1080p',
    2160: '4k',
    uhd: '4k',
    '4k': '4k',
  };
  return known[height] ?? null;
}

function wordOf(written: string): string | null {
  if (/^(?:yes|on|true|y|1|with)$/i.test(written)) return 'true';
  return /^(?:no|off|false|n|0|without|none)$/i.test(written) ? 'false' : null;
}

function ratioOf(written: string): string | null {
  const parts = /^(16|9)\s*[:x/]\s*(16|9)$/.exec(written);
  if (parts !== null && parts[1] !== parts[2]) return `"${parts[1]}:${parts[2]}"`;
  if (/^landscape$/i.test(written)) return '"16:9"';
  return /^portrait$/i.test(written) ? '"9:16"' : null;
}

function dayOf(written: string): string | null {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(written);
  if (german !== null) return `${german[3]}-${german[2]?.padStart(2, '0')}-${german[1]?.padStart(2, '0')}`;
  const loose = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:T.*)?$/.exec(written);
  return loose === null ? null : `${loose[1]}-${loose[2]?.padStart(2, '0')}-${loose[3]?.padStart(2, '0')}`;
}

/** A number or a truth in quotes, or a status as some gateways write it. */
function wordLike(written: string): string | null {
  const status = /^http[_ -]?([45]\d\d)$/i.exec(written)?.[1];
  if (status !== undefined) return status;
  return /^(?:\d+(?:\.\d+)?|true|false)$/.test(written) ? written : null;
}

function plain(number: number): string | null {
  return Number.isFinite(number) ? String(Number(number.toPrecision(12))) : null;
}
