// JSON and JSON with comments as a tree with places.
import { type Node as JsonNode, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { escapedOffsets, type OffsetMap } from './escapes.ts';
import { mapping, type Node, type Scalar } from './tree.ts';

export interface ParsedTree {
  /** One root a document. */
  readonly roots: readonly Node[];
  /** What could not be read, a sentence each. */
  readonly problems: readonly string[];
}

/**
 * Reads JSON; comments and trailing commas are allowed, mistakes are skipped. `offset` leads from a place in `text`
 * to the place in the file, where the text is only a part of one.
 */
export function jsonTree(text: string, offset: OffsetMap = (at) => at): ParsedTree {
  const errors: ParseError[] = [];
  try {
    const root = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
    const problems = errors.slice(0, 1).map((error) => `not valid JSON: ${printParseErrorCode(error.error)}`);
    return { roots: root === undefined ? [] : [toNode(root, text, offset)], problems };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { roots: [], problems: ['nested too deeply to be read'] };
  }
}

function toNode(node: JsonNode, text: string, offset: OffsetMap): Node {
  const place = { start: offset(node.offset), end: offset(node.offset + node.length) };
  if (node.type === 'array') {
    return {
      kind: 'list',
      items: (node.children ?? []).map((child) => toNode(child, text, offset)),
      ...place,
    };
  }
  if (node.type === 'object') {
    const entries = (node.children ?? []).flatMap((property) => {
      const [key, value] = property.children ?? [];
      if (key === undefined || value === undefined) return [];
      const { start, end } = jsonScalar(key, text, offset);
      return [{ key: String(key.value), keyPlace: { start, end }, value: toNode(value, text, offset) }];
    });
    return mapping(entries, place);
  }
  return jsonScalar(node, text, offset);
}

function jsonScalar(node: JsonNode, text: string, offset: OffsetMap): Scalar {
  const quoted = node.type === 'string' ? 1 : 0;
  const from = node.offset + quoted;
  const raw = text.slice(from, node.offset + node.length - quoted);
  const value: Scalar['value'] = node.value ?? null;
  const shown = typeof value === 'string' ? value : raw;
  const inside = raw === shown ? null : escapedOffsets(raw, shown, from);
  const back: OffsetMap = (at) => offset(inside === null ? from + at : inside(at));
  return {
    kind: 'scalar',
    text: shown,
    value,
    start: offset(from),
    end: offset(from + raw.length),
    place: (start, end) => ({ start: back(start), end: end > start ? back(end - 1) + 1 : back(end) }),
  };
}
