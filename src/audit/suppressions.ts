// Suppressions: comments that silence a rule for a line or a file, with a reason and perhaps a last day.
import { isDay } from '../catalog/days.ts';
import type { Day } from '../catalog/types.ts';
import { commentSpans, within } from '../detect/documents/comments.ts';
import { documentParts } from '../detect/documents/parts.ts';
import type { Part } from '../detect/documents/types.ts';
import { lineCounter } from '../detect/lines.ts';
import type { TextDocument } from '../detect/types.ts';
import type { Place } from '../routes/types.ts';
import type { RuleMeta, Suppression } from './types.ts';

export const EXPIRED_SUPPRESSION: RuleMeta = {
  id: 'expired-suppression',
  severity: 'warning',
  summary: 'A suppression has passed its last day and silences nothing any more.',
  fixable: false,
  deprecates: false,
  anywhere: true,
};

export const INVALID_SUPPRESSION: RuleMeta = {
  id: 'invalid-suppression',
  severity: 'warning',
  summary: 'A suppression is written wrongly and silences nothing.',
  fixable: false,
  deprecates: false,
  anywhere: true,
};

export const UNUSED_SUPPRESSION: RuleMeta = {
  id: 'unused-suppression',
  severity: 'info',
  summary: 'A suppression silences nothing: what it named is not there any more.',
  fixable: false,
  deprecates: false,
  anywhere: true,
};

const SIGN = 'veo-audit-ignore';
const DIRECTIVE = /veo-audit-ignore(-file)?(?![\w-])([^\r\n]*)/g;
/** A file suppression counts in the first lines only, where a reader looks for it. */
const FILE_SCOPE_LINES = 10;

/** Whether a document may hold a suppression. */
export function holdsSuppression({ text }: TextDocument): boolean {
  return text.includes(SIGN);
}

/** The suppressions of a document in order. Those outside comments are no suppressions. */
export function readSuppressions(
  document: TextDocument,
  knownRules: ReadonlySet<string>,
): readonly Suppression[] {
  if (!holdsSuppression(document)) return [];
  const lineAt = lineCounter(document.text);
  return documentParts(document).flatMap((part) => {
    if (!part.text.includes(SIGN)) return [];
    const syntax = part.language.comments;
    const comments = commentSpans(part.text, syntax);
    const hasComments = syntax.line.length + syntax.block.length > 0;
    return [...part.text.matchAll(DIRECTIVE)]
      .filter((match) => !hasComments || within(comments, match.index))
      .map((match) => {
        const written = match[2] ?? '';
        const body = written.replace(hasComments ? COMMENT_END : STRING_END, '').trimEnd();
        const start = part.sourceOffset(match.index);
        const length = match[0].length - written.length + body.length;
        const end = part.sourceOffset(match.index + length - 1) + 1;
        const covers = coveredBy(part, match.index, document.text, start);
        return parse({ start, end, line: lineAt(start), covers }, match[1] !== undefined, body, knownRules);
      });
  });
}

/** What closes a comment on the directive's line, and all behind it. */
const COMMENT_END = /(?:\*\/|-->|#>|--\]\]|\]\]|#\}|-\})[\s\S]*$/;
/** Where a format has no comments the directive stands in a string, which ends at its quote. */
const STRING_END = /(?:\\n|(?<!\\)\\*["'`])[\s\S]*$/;

/** The directive's line and the next one. In a notebook the lines of the cell count, not those of the JSON around it. */
function coveredBy(part: Part, at: number, text: string, start: number): Place {
  const isContiguous = part.sourceOffset(part.text.length) - part.sourceOffset(0) === part.text.length;
  if (isContiguous) return twoLines(text, start);
  const lines = twoLines(part.text, at);
  return {
    start: part.sourceOffset(lines.start),
    end: part.sourceOffset(Math.min(lines.end, part.text.length)) + 1,
  };
}

function twoLines(text: string, at: number): Place {
  const start = text.lastIndexOf('\n', at) + 1;
  const own = text.indexOf('\n', at);
  const next = own < 0 ? -1 : text.indexOf('\n', own + 1);
  return { start, end: next < 0 ? text.length : next };
}

type Position = Pick<Suppression, 'start' | 'end' | 'line' | 'covers'>;

function parse(
  position: Position,
  isFile: boolean,
  body: string,
  knownRules: ReadonlySet<string>,
): Suppression {
  const [head = '', ...tail] = body.split(/\s--(?:\s|$)/);
  const reason = tail.join(' -- ').trim();
  const named = head.trim();
  const ending = /\suntil(?:\s+(\S*))?$/.exec(named);
  const rules = named
    .slice(0, ending?.index)
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const suppression = {
    ...position,
    scope: isFile ? ('file' as const) : ('line' as const),
    rules,
    until: ending === null ? null : (ending[1] ?? ''),
    reason,
  };
  return { ...suppression, fault: faultOf(suppression, knownRules) };
}

function faultOf(suppression: Omit<Suppression, 'fault'>, knownRules: ReadonlySet<string>): string | null {
  const form = 'Write: veo-audit-ignore RULE[, RULE] [until YYYY-MM-DD] -- reason.';
  const unknown = suppression.rules.find((rule) => !knownRules.has(rule));
  if (suppression.rules.length === 0) return `The suppression names no rule. ${form}`;
  if (unknown !== undefined) return `There is no rule named "${unknown}". ${form}`;
  if (suppression.until !== null && !isDay(suppression.until))
    return `"${suppression.until}" is not a day. ${form}`;
  if (suppression.reason === '') return `The suppression gives no reason. ${form}`;
  if (suppression.scope === 'file' && suppression.line >= FILE_SCOPE_LINES) {
    return `veo-audit-ignore-file counts in the first ${FILE_SCOPE_LINES} lines only.`;
  }
  return null;
}

/** Whether a suppression has passed its last day. On that day itself it still holds. */
export function isExpired(suppression: Pick<Suppression, 'until'>, asOf: Day): boolean {
  return suppression.until !== null && asOf > suppression.until;
}

/** The suppression that silences a rule at an offset, or null. */
export function suppressionOf(
  suppressions: readonly Suppression[],
  rule: string,
  offset: number,
  asOf: Day,
): Suppression | null {
  return (
    suppressions.find(
      ({ fault, rules, scope, covers, ...suppression }) =>
        fault === null &&
        rules.includes(rule) &&
        (scope === 'file' || (covers.start <= offset && offset < covers.end)) &&
        !isExpired(suppression, asOf),
    ) ?? null
  );
}
