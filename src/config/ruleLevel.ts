// Sets the severity of a rule in the text of a veo-audit.yaml and leaves all else, comments included, as it stands.
import { isMap, isScalar, type Pair } from 'yaml';
import { applyEdits } from '../audit/edits.ts';
import type { Severity } from '../audit/types.ts';
import { shallowDocument } from '../routes/config/shallowDocument.ts';
import type { TextEdit } from '../routes/types.ts';
import { parseConfig } from './parse.ts';

/** The edit that gives a rule a severity, or `off`; null where the text is not valid, or would not say it then. */
export function ruleLevelEdit(text: string, rule: string, level: Severity | 'off'): TextEdit | null {
  const parsed = parseConfig(text);
  if (!('config' in parsed) || parsed.config.rules?.[rule] === level) return null;
  const edit = editOf(text, rule, level);
  const after = parseConfig(applyEdits(text, [edit]));
  return 'config' in after && after.config.rules?.[rule] === level ? edit : null;
}

function editOf(text: string, rule: string, level: string): TextEdit {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const entry = `${rule}: ${level}`;
  const rules = pairIn(shallowDocument(text).contents, 'rules');
  if (rules === undefined) {
    const gap = text === '' || text.endsWith('\n') ? '' : newline;
    return insertion(text.length, `${gap}rules:${newline}  ${entry}${newline}`);
  }
  const own = pairIn(rules.value, rule);
  if (own !== undefined && isScalar(own.value) && own.value.range)
    return { start: own.value.range[0], end: own.value.range[1], newText: level };
  const { value, key } = rules;
  if (isMap(value) && value.range && value.items.length === 0)
    return { start: value.range[0], end: value.range[1], newText: `${newline}  ${entry}` };
  if (isMap(value) && value.range) {
    if (value.flow) return insertion(value.range[0] + 1, ` ${entry},`);
    const first = value.range[0];
    return insertion(first, `${entry}${newline}${' '.repeat(first - text.lastIndexOf('\n', first - 1) - 1)}`);
  }
  const keyEnd = isScalar(key) && key.range ? key.range[1] : 0;
  return insertion(text.indexOf(':', keyEnd) + 1, `${newline}  ${entry}`);
}

const insertion = (at: number, newText: string): TextEdit => ({ start: at, end: at, newText });

function pairIn(node: unknown, key: string): Pair | undefined {
  return isMap(node) ? node.items.find((pair) => isScalar(pair.key) && pair.key.value === key) : undefined;
}
