// Reads route configurations: finds the language and the format by their shape and gives what the file says.
import type { Catalog } from '../../catalog/catalog.ts';
import { languageOfPath } from '../../detect/documents/languages/fileNames.ts';
import { type LanguageId, languageOfEditor } from '../../detect/documents/languages/languages.ts';
import { documentParts } from '../../detect/documents/parts.ts';
import type { Reference, TextDocument } from '../../detect/types.ts';
import { combine } from './combine.ts';
import { ANYWHERE, DEPLOYMENTS, FILES, GATEWAYS, GENERAL, SCRIPTS, TELLING, TERRAFORM } from './formats.ts';
import { hclTree } from './hclTree.ts';
import { jsonTree, type ParsedTree } from './jsonTree.ts';
import { lineTrees } from './lineTree.ts';
import { plainScalar, type Scalar } from './tree.ts';
import type { ConfigFormat, ConfigReading, ConfigSource, FormatReading } from './types.ts';
import { yamlTrees } from './yamlTree.ts';

type Syntax = 'yaml' | 'json' | 'lines' | 'hcl' | 'shell';

/** Characters beyond which a file is not taken apart: about two seconds of work. */
const SIZE_LIMITS: Readonly<Record<Syntax, number>> = {
  yaml: 1_500_000,
  json: 6_000_000,
  lines: 6_000_000,
  hcl: 3_000_000,
  shell: 6_000_000,
};

/**
 * What a configuration says of routes to Veo, or null where the document is none. `references` are those of the
 * document. Broken and oversized files give what can be read with a note; nothing throws.
 */
export function readConfigRoutes(
  document: TextDocument,
  references: readonly Reference[],
  catalog: Catalog,
): ConfigReading | null {
  const { text } = document;
  if (languageOf(document) === 'markdown') return readFences(document, references, catalog);
  // Fallbacks between names may stand in a file without any model ID.
  if (references.length === 0 && !/\bfallbacks\b/.test(text)) return null;
  const syntax = syntaxOf(document);
  if (syntax === null) return null;
  const formats = formatsOf(syntax).filter(({ hint }) => hint.test(text));
  if (formats.length === 0) return null;
  const known = formats.filter((format) => TELLING.includes(format));
  const [likely] = known.length > 0 ? known : formats;
  if (text.length > SIZE_LIMITS[syntax]) {
    return noRoutes(
      likely?.id ?? syntax,
      `the file is too large to be read as a configuration (${text.length} characters)`,
    );
  }
  // JSON5 allows more than is read here; what is read counts, and nothing is wrong with the rest.
  const parsed = /\.json5$/i.test(document.path)
    ? { ...parse(syntax, text), problems: [] }
    : parse(syntax, text);
  const outside = references.filter(({ role }) => role !== 'comment');
  const reading = readParsed(document, parsed, formats, outside, catalog);
  if (reading !== null) return { ...reading, notes: unique([...reading.notes, ...parsed.problems]) };
  const [problem] = parsed.problems;
  return problem === undefined || known.length === 0 ? null : noRoutes(likely?.id ?? syntax, problem);
}

/**
 * Gateway configurations in the fences of a Markdown file. They are examples: their routes count as requests in
 * fences do, what happens between them is nobody's configuration.
 */
function readFences(
  document: TextDocument,
  references: readonly Reference[],
  catalog: Catalog,
): ConfigReading | null {
  if (references.length === 0 || !GATEWAYS.some(({ hint }) => hint.test(document.text))) return null;
  const outside = references.filter(({ role }) => role !== 'comment');
  const readings = documentParts(document).flatMap((part) => {
    const syntax = part.language.id === 'yaml' ? 'yaml' : /^jsonc?$/.test(part.language.id) ? 'json' : null;
    const formats = GATEWAYS.filter(({ hint }) => hint.test(part.text));
    if (syntax === null || formats.length === 0 || part.text.length > SIZE_LIMITS[syntax]) return [];
    const parsed = parse(syntax, part.text, (at) => part.sourceOffset(at));
    return readParsed(document, parsed, formats, outside, catalog) ?? [];
  });
  const [first] = readings;
  if (first === undefined) return null;
  const routes = readings.flatMap((reading) => reading.routes).map((route) => ({ ...route, fallbacks: [] }));
  const names = readings.flatMap((reading) => reading.names);
  return { ...noRoutes(first.format, ''), routes, names, notes: [] };
}

const noRoutes = (format: string, note: string): ConfigReading => ({
  format,
  routes: [],
  others: [],
  fallbacks: [],
  aliases: [],
  names: [],
  open: true,
  notes: [note],
});

function formatsOf(syntax: Syntax): readonly ConfigFormat[] {
  if (syntax === 'lines') return FILES;
  if (syntax === 'shell') return SCRIPTS;
  return syntax === 'hcl' ? TERRAFORM : [...GATEWAYS, ...DEPLOYMENTS, ...GENERAL];
}

const parse = (syntax: Syntax, text: string, offset?: (at: number) => number): ParsedTree => {
  if (syntax === 'yaml') return yamlTrees(text, offset);
  if (syntax === 'json') return jsonTree(text, offset);
  if (syntax === 'shell') return { roots: [plainScalar(text, 0)], problems: [] };
  return syntax === 'hcl' ? hclTree(text) : lineTrees(text, offset);
};

const languageOf = ({ path, language }: Pick<TextDocument, 'path' | 'language'>): LanguageId =>
  ((language && languageOfEditor(language)) || languageOfPath(path)).id;

/** The syntax that the path or the text itself shows; null for programs, prose and other files. */
function syntaxOf({ path, language = '', text }: TextDocument): Syntax | null {
  switch (languageOf({ path, language })) {
    case 'yaml':
      return 'yaml';
    case 'json':
    case 'jsonc':
      return /lock\.json$|\.jsonl$|\.ndjson$/i.test(path) ? null : 'json';
    case 'env':
    case 'properties':
    case 'toml':
    case 'ini':
    case 'dockerfile':
      return 'lines';
    case 'terraform':
      return 'hcl';
    case 'bash':
    case 'makefile':
      return 'shell';
    case 'text':
    case 'other':
      return syntaxByShape(text);
    default:
      return null;
  }
}

/** For files whose name says nothing: an object, a mapping, or nothing but assignments. */
function syntaxByShape(text: string): Syntax | null {
  const head = text
    .slice(0, 4000)
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (/^[{[]\s*["{\]}]/.test(head)) return 'json';
  if (/^(?:---|[\w-]+:\s*(?:$|[^\s=]))/m.test(head) && GATEWAYS.some(({ hint }) => hint.test(text)))
    return 'yaml';
  const lines = head.split('\n').slice(0, -1);
  const said = (lines.length > 0 ? lines : [head]).filter((line) => !/^\s*(?:#|$)/.test(line));
  return said.length > 0 && said.every((line) => /^(?:export )?[A-Z][A-Z\d_]*=/.test(line)) ? 'lines' : null;
}

function readParsed(
  document: TextDocument,
  parsed: ParsedTree,
  formats: readonly ConfigFormat[],
  references: readonly Reference[],
  catalog: Catalog,
): ConfigReading | null {
  const source: ConfigSource = {
    document,
    catalog,
    roots: parsed.roots,
    references,
    embedded: (name, content) => readEmbedded(name, content, document, references, catalog),
  };
  const sure = formats.filter((format) => !GENERAL.includes(format) && format.recognises(source));
  const readings = sure.map((format) => ({ format, reading: format.read(source) }));
  const found = readings.filter(({ reading }) => says(reading));
  // A gateway without a route to Veo still declares names that others fall back to.
  const shown =
    found.length > 0 ? found : readings.filter(({ reading }) => (reading.others ?? []).length > 0);
  const [first] = shown;
  if (first !== undefined) {
    const own = shown.map(({ reading }) => reading);
    return combine(first.format.id, [...own, ...beside(own, first.format, formats, source)]);
  }
  if (sure.some((format) => !FILES.includes(format))) return null;
  for (const format of formats.filter((each) => GENERAL.includes(each) && each.recognises(source))) {
    const reading = format.read(source);
    if (says(reading)) return combine(format.id, [reading]);
  }
  return null;
}

/** Environments in a file of a gateway (Helm values hold both), as far as the gateway has not read them. */
function beside(
  own: readonly FormatReading[],
  first: ConfigFormat,
  formats: readonly ConfigFormat[],
  source: ConfigSource,
): readonly FormatReading[] {
  if (!GATEWAYS.includes(first)) return [];
  const known = new Set(own.flatMap(({ routes }) => routes.map(({ reference }) => reference?.start)));
  return ANYWHERE.filter((format) => formats.includes(format) && format.recognises(source)).map((format) => {
    const { routes } = format.read(source);
    return { routes: routes.filter(({ reference }) => !known.has(reference?.start)) };
  });
}

const says = ({ routes, fallbacks }: FormatReading): boolean =>
  routes.length > 0 || (fallbacks ?? []).length > 0;

/** A file inside a file: its syntax is that of its name, its places are those of the outer file. */
function readEmbedded(
  name: string,
  content: Scalar,
  outer: TextDocument,
  references: readonly Reference[],
  catalog: Catalog,
): FormatReading | null {
  const document = { path: name, text: content.text };
  const syntax = syntaxOf(document);
  if (syntax === null || syntax === 'hcl' || syntax === 'shell') return null;
  const formats = formatsOf(syntax).filter(({ hint }) => hint.test(content.text));
  const offset = (at: number): number =>
    at < content.text.length ? content.place(at, at + 1).start : content.end;
  const parsed = parse(syntax, content.text, offset);
  return readParsed({ path: name, text: outer.text }, parsed, formats, references, catalog);
}

const unique = (items: readonly string[]): readonly string[] => [...new Set(items)];
