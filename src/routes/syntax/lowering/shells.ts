// Commands of shells, their expansions, and macros: what grammars leave as words and tokens.

import type { Place } from '../../types.ts';
import { type Argument, type Expression, opaque, scalar } from '../../values/expression.ts';
import type { Rule } from '../table.ts';
import { childOf, descendants, type SyntaxNode } from '../tree.ts';
import { curlOption } from './curlOptions.ts';
import type { Lowering } from './lower.ts';
import { nameOf } from './names.ts';

/** Flags without a value. */
const SWITCH =
  /^-(?:[sSfiLkvNgG#]+|-(?:silent|fail|include|location|compressed|insecure|verbose|show-error|no-buffer|fail-with-body))$/;

/** A command as a call: `-d X` is the argument `d` with the value X. */
export function lowerCommand(
  lowering: Lowering,
  node: SyntaxNode,
  rule: Extract<Rule, { as: 'command' }>,
): Expression {
  const nameNode = childOf(node, rule.name);
  const holder = childOf(node, rule.args);
  const words = (holder?.children ?? []).filter(
    (child) => child !== nameNode && !/sep$|^variable_assignment$|redirect/.test(child.type),
  );
  const name = nameNode === undefined ? '' : lowering.text.slice(nameNode.start, nameNode.end);
  const callee: Expression =
    nameNode === undefined ? opaque(node) : { kind: 'name', name, start: nameNode.start, end: nameNode.end };
  const args = name === 'curl' ? curlArguments(lowering, node, words) : argumentsOf(lowering, node, words);
  return { kind: 'call', callee, args, made: false, start: node.start, end: node.end };
}

/** The arguments of curl, by its own options. */
function curlArguments(
  lowering: Lowering,
  node: SyntaxNode,
  words: readonly SyntaxNode[],
): readonly Argument[] {
  const args: Argument[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (word === undefined) break;
    const option = curlOption(lowering.text.slice(word.start, word.end));
    if (option === null) args.push({ name: null, spread: false, value: sentFrom(lowering, node, word) });
    else if (option.takesValue && option.valueAt !== null)
      args.push(optionArgument(option.name, attachedValue(lowering, node, word, option.valueAt)));
    else if (option.takesValue) {
      const next = words[++index];
      if (next !== undefined) args.push(optionArgument(option.name, sentFrom(lowering, node, next)));
    }
  }
  return args;
}

function optionArgument(name: string, value: Expression): Argument {
  return /^(?:F|form(?:-string)?|data-urlencode)$/.test(name)
    ? formField(value)
    : { name: flagName(name), spread: false, value };
}

/** The value that is written onto its option, from the offset `skip` of the word on. */
function attachedValue(lowering: Lowering, command: SyntaxNode, word: SyntaxNode, skip: number): Expression {
  const start = word.start + skip;
  const text = lowering.text.slice(start, word.end);
  if (text.startsWith('@')) return fileNamed(lowering, command, text, { start, end: word.end });
  const [first, ...others] = word.children.filter((child) => child.end > start);
  if (first === undefined) return scalar({ start, end: word.end }, text.replace(/^["']|["']$/g, ''));
  const own = lowering.text.slice(start, first.end);
  const head = first.start >= start ? lowering.expression(first) : scalar({ start, end: first.end }, own);
  return others.length === 0
    ? head
    : {
        kind: 'text',
        parts: [head, ...others.map((part) => lowering.expression(part))],
        start,
        end: word.end,
      };
}

/** The arguments of any other command: a flag names what follows it. */
function argumentsOf(
  lowering: Lowering,
  node: SyntaxNode,
  words: readonly SyntaxNode[],
): readonly Argument[] {
  const args: Argument[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    const next = words[index + 1];
    if (word === undefined) break;
    const text = lowering.text.slice(word.start, word.end);
    const assigned = /^--?([\w-]+)[=:](.+)$/s.exec(text);
    if (assigned !== null && word.type !== 'command_parameter')
      args.push({
        name: flagName(assigned[1] ?? ''),
        spread: false,
        value: valueAfter(lowering, word, text),
      });
    else if (
      /^-{1,2}[A-Za-z][\w-]*:?$/.test(text) &&
      !SWITCH.test(text) &&
      next !== undefined &&
      !/^-{1,2}[A-Za-z]/.test(lowering.text.slice(next.start, next.end))
    ) {
      args.push({ name: flagName(text), spread: false, value: sentFrom(lowering, node, next) });
      index++;
    } else if (/^@\w+$/.test(text))
      args.push({
        name: null,
        spread: true,
        value: { kind: 'name', name: text.slice(1), start: word.start, end: word.end },
      });
    else if (!text.startsWith('-'))
      args.push({ name: null, spread: false, value: sentFrom(lowering, node, word) });
  }
  return args;
}

/** `-F key=value`. */
function formField(sent: Expression): Argument {
  const first = sent.kind === 'text' ? sent.parts[0] : sent;
  const parts = first?.kind === 'scalar' ? /^(\w+)=([\s\S]*)$/.exec(String(first.value)) : null;
  const [, key, value] = parts ?? [];
  if (first === undefined || key === undefined || value === undefined)
    return { name: 'F', spread: false, value: sent };
  const start = first.start + key.length + 1;
  const whole = sent.kind === 'scalar' || value !== '';
  return {
    name: key,
    spread: false,
    value: whole ? scalar({ start, end: start + value.length }, value) : opaque(sent),
  };
}

function flagName(text: string): string {
  const name = text.replace(/^-+|:$/g, '');
  return /^(?:d|data(?:-\w+)?|json|post-data|Body)$/.test(name)
    ? 'data'
    : /^(?:url|Uri)$/.test(name)
      ? 'url'
      : name;
}

function valueAfter(lowering: Lowering, word: SyntaxNode, text: string): Expression {
  const last = word.children.at(-1);
  if (last !== undefined) return lowering.expression(last);
  const sign = text.search(/[=:]/) + 1;
  return scalar({ start: word.start + sign, end: word.end }, text.slice(sign).replace(/^["']|["']$/g, ''));
}

/** The value of a word; `@file` is what the script wrote to the file, `@-` what is piped in. */
function sentFrom(lowering: Lowering, command: SyntaxNode, word: SyntaxNode): Expression {
  // `@"$FILE"` and `"@$FILE"` are the same word.
  const text = lowering.text.slice(word.start, word.end).replace(/["']/g, '');
  return /^@[\w./${}-]+$/.test(text) && command.type === 'command'
    ? fileNamed(lowering, command, text, word)
    : lowering.expression(word);
}

/** What stands in the file that `@file` names. */
function fileNamed(lowering: Lowering, command: SyntaxNode, text: string, { start, end }: Place): Expression {
  if (text === '@-') return pipedInto(lowering, command) ?? opaque({ start, end });
  return { kind: 'name', name: text.replace(/^@(?:\.\/)?/, '@'), start, end };
}

function pipedInto(lowering: Lowering, command: SyntaxNode): Expression | null {
  const own = command.parent?.children.find((child) =>
    /heredoc_redirect|herestring_redirect/.test(child.type),
  );
  if (own !== undefined) return heredocOf(lowering, own);
  const siblings = command.parent?.type === 'pipeline' ? command.parent.children : [];
  const before = siblings[siblings.indexOf(command) - 1];
  if (before === undefined) return null;
  const redirect = [...descendants(before)].find((node) => node.type === 'heredoc_body');
  if (redirect !== undefined) return lowering.expression(redirect);
  const last = before.children.at(-1);
  return last === undefined ? null : lowering.expression(last);
}

/** The text of a heredoc below a node. */
export function heredocOf(lowering: Lowering, node: SyntaxNode): Expression | null {
  const body = [...descendants(node)].find((below) => below.type === 'heredoc_body');
  return body === undefined ? null : lowering.expression(body);
}

/** `${X:-value}`: the variable, else the environment's, else the value. */
export function lowerExpansion(lowering: Lowering, node: SyntaxNode): Expression {
  const at = { start: node.start, end: node.end };
  const text = lowering.text.slice(node.start, node.end);
  const parts = /^\$\{?([\w@*#?!-]+)(?:(:?[-=])([\s\S]*))?\}?$/.exec(text.replace(/\}$/, ''));
  const [, name, sign, byDefault] = parts ?? [];
  if (name === undefined) return opaque(at);
  const environment: Expression = {
    kind: 'member',
    object: { kind: 'name', name: 'env', ...at },
    name,
    ...at,
  };
  const own: Expression = { kind: 'name', name, ...at };
  const known: Expression = /^\d*[A-Za-z_]\w*$/.test(name)
    ? { kind: 'fallback', first: own, second: environment, ...at }
    : own;
  if (sign === undefined || byDefault === undefined) return known;
  const start = node.start + text.indexOf(sign) + sign.length;
  const bare = byDefault.replace(/^["']|["']$/g, '');
  const offset = byDefault.startsWith('"') || byDefault.startsWith("'") ? 1 : 0;
  return {
    kind: 'fallback',
    first: known,
    second: scalar({ start: start + offset, end: start + offset + bare.length }, bare),
    ...at,
  };
}

/** Words of a macro that stand for values: names, members, literals; the rest is opaque. */
export function wordExpression(text: string, start: number): Expression {
  const lead = /^[\s&*]*/.exec(text)?.[0].length ?? 0;
  const word = text.slice(lead).trim();
  const at = { start: start + lead, end: start + lead + word.length };
  const quoted = /^"((?:[^"\\]|\\.)*)"$/s.exec(word);
  if (quoted !== null) return scalar({ start: at.start + 1, end: at.end - 1 }, quoted[1] ?? '');
  if (/^\d[\d_.]*$/.test(word)) return scalar(at, Number(word.replaceAll('_', '')));
  if (/^(?:true|false)$/.test(word)) return scalar(at, word === 'true');
  const chain = /^[A-Za-z_]\w*(?:(?:\.|::)[A-Za-z_]\w*)*/.exec(word)?.[0];
  if (
    chain === undefined ||
    !/^(?:\.(?:clone|to_string|to_owned|as_str|into)\(\))*$/.test(
      word.slice(chain.length).replace(/^\(\)/, ''),
    )
  )
    return opaque(at);
  const names = chain.replace(/\.(?:clone|to_string|to_owned|as_str|into)$/, '').split(/\.|::/);
  return names.slice(1).reduce<Expression>((object, name) => ({ kind: 'member', object, name, ...at }), {
    kind: 'name',
    name: names[0] ?? '',
    ...at,
  });
}

/** `json!({…})` keeps its text for the JSON reader, other macros their arguments. */
export function lowerMacro(
  lowering: Lowering,
  node: SyntaxNode,
  rule: Extract<Rule, { as: 'macro' }>,
): Expression {
  const name = nameOf(lowering, childOf(node, rule.name));
  const tokens = childOf(node, rule.tokens);
  const callee: Expression = { kind: 'name', name: `${name}!`, start: node.start, end: node.end };
  const inner =
    tokens === undefined
      ? { start: node.end, end: node.end }
      : { start: tokens.start + 1, end: tokens.end - 1 };
  const source = lowering.text.slice(inner.start, inner.end);
  const args: Argument[] = [];
  if (name === 'json') args.push({ name: null, spread: false, value: scalar(inner, source) });
  else
    for (const { text, start } of splitTopLevel(source)) {
      const named = /^\s*(\w+)\s*=(?!=)/.exec(text);
      const skip = named?.[0].length ?? 0;
      args.push({
        name: named?.[1] ?? null,
        spread: false,
        value: wordExpression(text.slice(skip), inner.start + start + skip),
      });
    }
  return { kind: 'call', callee, args, made: false, start: node.start, end: node.end };
}

/** Splits at commas outside of brackets and strings. */
function splitTopLevel(source: string): readonly { readonly text: string; readonly start: number }[] {
  const parts: { text: string; start: number }[] = [];
  let level = 0;
  let from = 0;
  for (const match of source.matchAll(/"(?:[^"\\]|\\.)*(?:"|\\?$)|[([{]|[)\]}]|,/gs)) {
    if (/^[([{]/.test(match[0])) level++;
    else if (/^[)\]}]/.test(match[0])) level--;
    else if (match[0] === ',' && level === 0) {
      parts.push({ text: source.slice(from, match.index), start: from });
      from = match.index + 1;
    }
  }
  if (source.slice(from).trim() !== '') parts.push({ text: source.slice(from), start: from });
  return parts;
}
