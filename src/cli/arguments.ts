// Reads options of a command, with one clear sentence for each way to get them wrong.

import { type ParseArgsConfig, parseArgs } from 'node:util';
import { distance } from 'fastest-levenshtein';
import { SEVERITIES, type Severity } from '../audit/types.ts';
import { isDay } from '../catalog/days.ts';
import type { Day } from '../catalog/types.ts';
import { messageOf } from '../thrown.ts';
import { UsageError } from './context.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** `parseArgs`, with its refusals as sentences for users that name the nearest option. */
export function parseOptions<const T extends Options>(args: readonly string[], options: T, command: string) {
  try {
    return parseArgs({ args: withNegatives(args, options), options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(refusal(error, Object.keys(options), command));
  }
}

/** A number below 0 belongs to the option before it: the option itself says that it is too small. */
function withNegatives(args: readonly string[], options: Options): string[] {
  const joined: string[] = [];
  for (const arg of args) {
    const before = joined.at(-1) ?? '';
    const takesValue = before.startsWith('--') && options[before.slice(2)]?.type === 'string';
    if (takesValue && /^-\.?\d/.test(arg)) joined[joined.length - 1] = `${before}=${arg}`;
    else joined.push(arg);
  }
  return joined;
}

function refusal(error: unknown, known: readonly string[], command: string): string {
  const message = messageOf(error);
  const help = `See veo-audit ${command} --help.`;
  const unknown = /Unknown option '(-{1,2}[^']*)'/.exec(message)?.[1];
  if (unknown !== undefined) {
    const near = nearest(unknown.replace(/^-+/, ''), known);
    return `There is no option ${unknown}${near === undefined ? '.' : `; did you mean --${near}?`} ${help}`;
  }
  const option = /Option '(?:-\w, )?(--[\w-]+)/.exec(message)?.[1];
  if (option === undefined) return `${message.split('. ')[0]?.replace(/\.$/, '')}. ${help}`;
  if (message.includes('does not take an argument')) return `${option} takes no value. ${help}`;
  return message.includes('ambiguous')
    ? `${option} needs a value; one that begins with a dash is written ${option}=VALUE. ${help}`
    : `${option} needs a value. ${help}`;
}

/** The known word nearest to a wrong one, if it is near enough to be meant. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const [best] = [...known].sort((a, b) => distance(a, word) - distance(b, word));
  return best !== undefined && distance(best, word) <= Math.max(2, word.length / 3) ? best : undefined;
}

/** The day of `--as-of`; today without it. */
export function asOfOption(value: string | undefined, { today }: { readonly today: Day }): Day {
  if (value === undefined) return today;
  if (!isDay(value))
    throw new UsageError(`--as-of needs a day of the calendar as YYYY-MM-DD, not "${value}".`);
  return value;
}

/** One of some words given by an option. */
export function wordOption<T extends string>(
  value: string | undefined,
  option: string,
  words: readonly T[],
  fallback: T,
): T {
  if (value === undefined) return fallback;
  const word = words.find((candidate) => candidate === value);
  if (word === undefined) throw new UsageError(`${option} needs one of ${words.join(', ')}, not "${value}".`);
  return word;
}

/** The severity of `--fail-on`. */
export const failOnOption = (value: string | undefined): Severity | 'never' =>
  wordOption(value, '--fail-on', [...SEVERITIES, 'never'], 'error');
