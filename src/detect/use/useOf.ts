// What an ID does where it stands: sets what a request sends, is one of a list, is compared with, is only spoken of.

import { once } from '../../once.ts';
import type { Span } from '../documents/comments.ts';
import type { Language } from '../documents/languages/languages.ts';
import { isPartialTest, isPattern } from '../places.ts';
import { lineBefore } from '../quotes.ts';
import { classOfBraces, lookupsIn, useInBracket } from './bracket.ts';
import { readsIn } from './fields.ts';
import { useInLines } from './lines.ts';
import { namesListing } from './names.ts';
import { enumClassesIn, useInStatement } from './statement.ts';
import { containerAt, masked, stringAt } from './surroundings.ts';
import { isTypeOnly } from './typePosition.ts';
import { claim, type Literal, type Scene, type UseClaim } from './types.ts';
import { FINISHED_AS_TEXT } from './vocabulary.ts';

/** Prepares a part of a document for `useOf`. */
export function sceneOf(text: string, comments: readonly Span[], language: Language): Scene {
  const source = masked(text, comments);
  return {
    source,
    language,
    enumClasses: once(() => enumClassesIn(text)),
    lookups: once(() => lookupsIn(source.code)),
    fields: once(() => readsIn(text)),
  };
}

/** Says of an ID that the state of jobs is asked for under it (`…/veo-3.0-generate-001:fetchPredictOperation`). */
export const WHERE_POLLED = 'where the state of jobs is asked for';

/** The use of an ID. Never throws, whatever the text is. */
export function useOf(literal: Literal, scene: Scene): UseClaim {
  if (literal.isDoc) return claim('text', 'a docstring');
  if (literal.role === 'comment') return claim('text', 'a comment');
  if (literal.role === 'prose') return claim('text', 'prose');
  return (
    useBySigns(literal, scene) ??
    useInSentence(literal, scene) ??
    useInLookUp(literal, scene) ??
    useByContainer(literal, scene) ??
    claim('constant', 'a value whose use is not seen')
  );
}

/** Signs directly around the literal that leave no other reading. */
function useBySigns({ start, end }: Literal, { source: { text, code }, language }: Scene): UseClaim | null {
  const after = text.slice(end, end + 60);
  if (/^(?:\/|\\\/|%2[Ff])operations\b/.test(after)) return claim('handle', "a part of a job's name");
  if (/^:fetchPredictOperation\b/.test(after)) return claim('handle', WHERE_POLLED);
  const before = lineBefore(text, start);
  if (/[0-9a-f]-[0-9a-f]{8,12}:$/.test(before)) return claim('handle', "a part of a job's name");
  if (/<(?:option|\w*Item|\w*Option|Radio\w*|Toggle\w*|Tab\w*)\b[^<>]*\bvalue=\{?["'`]$/i.test(before))
    return claim('listing', 'a choice of a form');
  if (/\b(?:placeholder|title|alt|label|aria-label|href|className)=(?:\{[^{}]*)?["'`]$/.test(before))
    return claim('text', 'an attribute that shows it');
  if (
    /(?:[=!]==?|<>|\bis(?:\s+not)?|\beq|\b-eq)\s*["'`]?$/.test(before) &&
    !/^["'`]?\s*$/.test(before.slice(0, -2))
  )
    return claim('comparison', 'an operand of a comparison');
  if (/^\\?["'`]\s*(?:[=!]==?|(?:not\s+)?in\b)/.test(after))
    return claim('comparison', 'an operand of a comparison');
  if (
    /(?:^|[\s{(])(?:case|when)\s+(?:["'`][^"'`\n]*["'`]\s*[,|]\s*)*["'`]$/.test(before) &&
    !/^["'`]\s*\)/.test(after)
  )
    return claim('comparison', 'a case');
  if (text[start] === '/' && isPattern(text, { start: start + 1, end }))
    return claim('comparison', 'a pattern');
  if (isPartialTest(text, start, end)) return claim('comparison', 'a test for a part of an ID');
  if (isAlternative(text, code, start, end)) return claim('listing', 'an alternative of a type');
  if (language.id === 'sql' && isCondition(code, start)) return claim('comparison', 'a condition of a query');
  return keyUse(before, after, language);
}

/** `'a' | 'b'`, over lines; in bitwise-or languages strings have none. */
function isAlternative(text: string, code: string, start: number, end: number): boolean {
  if (!/["'`]/.test(text[start - 1] ?? '')) return false;
  const left = code.slice(Math.max(0, start - 121), start - 1).trimEnd();
  const right = code.slice(end + 1, end + 120).trimStart();
  const leads = /(?:^|[^|])\|$/.test(left) || /\btype\s+\w+(?:<[^<>]*>)?\s*=$/.test(left);
  return leads || /^\|(?!\|)\s*(?:["'`(]|$|\w)/.test(right);
}

const CLAUSE = /\b(?:(?:where|and|or|on|having|when)|(set|values|default|then|else|select|from|into))\b/gi;

/** Whether a string of SQL stands in a clause that only chooses rows. */
function isCondition(code: string, start: number): boolean {
  const before = code.slice(Math.max(0, start - 1000), start);
  const clause = [...before.slice(before.lastIndexOf(';') + 1).matchAll(CLAUSE)].at(-1);
  return clause !== undefined && clause[1] === undefined;
}

function keyUse(before: string, after: string, { id }: Language): UseClaim | null {
  const isQuoted = /^\\?["'`]/.test(after);
  if (isQuoted) {
    if (/^\\?["'`]\s*(?:=>|->)/.test(after)) return claim('listing', 'a key or a case');
    if (/^\\?["'`]\s*\]\s*=(?!=)/.test(after)) return claim('listing', 'a key of a table');
    const isTernary = /\?[^?:]*["'`]$/.test(before);
    if (/^\\?["'`]\s*:(?![:=])/.test(after) && !isTernary) return claim('listing', 'a key of an object');
    if (/^["']\s*=(?![=>])/.test(after)) return claim('listing', 'a key of a table');
    if (id === 'kotlin' && /^"\s+to\b/.test(after)) return claim('listing', 'a key of a table');
  }
  if (id === 'yaml' && /^\s*(?:-\s+)*(?:[\w.-]+\/)*$/.test(before) && /^\s*:(?:\s|$)/.test(after))
    return claim('listing', 'a key of a map');
  if ((id === 'properties' || id === 'ini') && !before.includes('=') && /^[\w.-]*\s*=/.test(after))
    return claim('listing', 'a key of a table');
  if (id === 'xml' && namesListing(elementOf(before))) return claim('listing', 'an attribute of an entry');
  if ((id === 'toml' || id === 'ini') && /^\s*\[{1,2}[^\]]*$/.test(before) && /^["']?[\w.]*\]/.test(after))
    return claim('listing', 'the name of a table');
  return null;
}

/** The element whose attributes end a line; null outside of a tag. */
function elementOf(before: string): string | null {
  const tag = before.slice(before.lastIndexOf('<') + 1);
  return tag === before || tag.includes('>') ? null : (/^[\w:-]+/.exec(tag)?.[0] ?? null);
}

/** Calls that run a command which is written as text. */
const RUNS =
  /\b(?:exec\w*|spawn\w*|system|popen|subprocess|shell_exec|passthru|check_output|ProcessBuilder|execa|zx|sh|bash|Command)\b\s*[.(:]/i;

/** Strings that say more than the ID: sentences, but not addresses, flags and bodies written as text. */
function useInSentence({ start, end }: Literal, { source, language }: Scene): UseClaim | null {
  const string = stringAt(source, start);
  if (string === null) return null;
  const { text } = source;
  const quote = /^(?:"""|'''|["'`])/.exec(text.slice(string.start, string.end))?.[0].length ?? 1;
  const lead = text.slice(string.start + quote, start);
  const tail = text.slice(end, Math.max(end, string.end - quote));
  if (
    language.role === 'code' &&
    language.id !== 'bash' &&
    /^\s*curl\s/.test(lead) &&
    !RUNS.test(source.code)
  )
    return claim('text', 'a command that is only shown');
  if (/:(?:predict|fetchPredict)\w*/.test(tail.slice(0, 40)))
    return claim('setting', 'the address of a request');
  if (!/\s/.test(lead + tail)) {
    if (/^\s*,|,\s*$/.test(tail === '' ? lead : tail)) return claim('listing', 'one of a list in a string');
    return /^\||\|$|^\)|\($/.test(tail === '' ? lead : tail) ? claim('comparison', 'a pattern') : null;
  }
  if (FINISHED_AS_TEXT.test(lead.slice(-500)) || FINISHED_AS_TEXT.test(tail.slice(0, 500)))
    return claim('text', 'a record of what was made');
  if (
    /(?:--model[\w-]*[= ]|\bmodel\w*=|_MODEL\w*=|\\?["']model\w*\\?["']\s*:\s*\\?["'])$/i.test(
      lead.slice(-120),
    )
  )
    return claim('setting', 'the model of a request that is written as text');
  if (/^(?:\s*,\s*[\w./:-]+)*$/.test(tail) && /^(?:[\w./:-]+\s*,\s*)*$/.test(lead))
    return claim('listing', 'one of a list in a string');
  return claim('text', 'a part of a sentence');
}

/** An address that is only read (`requests.get('…/models/ID')`, `fetch` without a method) asks what the model is. */
function useInLookUp({ start }: Literal, { source }: Scene): UseClaim | null {
  const string = stringAt(source, start);
  if (string === null) return null;
  const { text } = source;
  if (
    !/\/models\/[\w.-]{1,60}(?:\?\S{0,80})?["'`]$/.test(
      text.slice(Math.max(string.start, string.end - 160), string.end),
    )
  )
    return null;
  const call = containerAt(source, string.start);
  if (call === null || call.bracket !== '(' || call.items[0] !== call.own) return null;
  const options = call.items[1] === undefined ? '' : text.slice(call.items[1].start, call.items[1].end);
  const isRead = /(?:\.|->|::)get\s*$/i.test(call.before) || /\bfetch\s*$/.test(call.before);
  return isRead && !/\b(?:method|body)\b/.test(options)
    ? claim('listing', 'an address that only asks about the model')
    : null;
}

function useByContainer(literal: Literal, scene: Scene): UseClaim | null {
  const { source, language } = scene;
  const at = stringAt(source, literal.start)?.start ?? literal.start;
  const container = containerAt(source, at);
  if (isTypeOnly(container, at, source, language.id)) return claim('listing', 'a type');
  const byBracket = container === null ? null : useInBracket(container, at, literal, scene);
  if (byBracket !== null) return byBracket;
  return language.role === 'config' && language.id !== 'json'
    ? useInLines(literal, scene)
    : useInStatement(literal, at, scene, container === null ? null : classOfBraces(container));
}
