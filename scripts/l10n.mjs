// The texts of the editor and of the report's page, read out of the sources into l10n/bundle.l10n.json, and what is wrong
// with them and their translations. Without an argument it writes the bundle; with --check it writes nothing.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Language, Parser } from 'web-tree-sitter';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Everything that is shown here is translated. */
const WHOLE = ['src/editor', 'src/page'];
/** What the command line has in common with the editor; what it alone prints is English. */
const SHARED = ['src/explain', 'src/report/detail', 'src/report/page', 'src/workspace/records.ts'];
const BUNDLE = 'l10n/bundle.l10n.json';

/** The functions that translate: of the editor's own API, and of the library that reads the same bundle outside of it. */
const TRANSLATES = new Set(['vscode.l10n.t', 't']);
/** Where an editor shows what it is given. */
const SHOWN_BY =
  /^(?:title|tooltip|label|description|detail|prompt|placeHolder|placeholder|message|name|invocationMessage|documentation)$/;
const SHOWS = /\.(?:show\w+Message|setStatusBarMessage|appendText|TreeItem|TestMessage|CodeAction|Hover)$/;
/** Names of the product, icons, and what only a program reads. */
const NAMES = /Veo (?:Route )?Audit:?|\$\([\w-]+\)/g;
const ADDRESS = /^(?:https?:\/\/\S+|[\w-]+-\d[\w.-]*|my-[\w-]+|<[\s\S]*>)$/;
const PROSE = /\p{L}{2,} \p{L}{2,}/u;
const WORD = /\p{L}{2,}/u;

/** Texts that stay as they are in every language: names, and what is for maintainers. */
const KEPT = new Set([
  'Veo',
  'Veo Smoke',
  'desktop',
  'web',
  // Answers of functions.
  'no project',
  'not run',
  'not said',
  'not shown',
  // The name that evidence gives to a route without one, and the mark of a log whose colours follow it.
  'on',
  '(controlled failure)',
  // An error that no use of the program can cause.
  'A node of no part of the tree was asked for.',
]);
/** Whole files that write for maintainers, in the language of the sources: what is pasted into a bug report. */
const FOR_MAINTAINERS = new Set(['src/editor/commands/diagnostics.ts']);

/** Every text by the places that say it, and what is wrong in the sources, as sentences. */
export async function textsInSources() {
  const files = [...WHOLE, ...SHARED].flatMap(sourcesIn);
  return textsIn(new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')])));
}

/** The same of given sources by their paths. */
export async function textsIn(sources) {
  const parser = await typescriptParser();
  const found = { texts: new Map(), faults: [] };
  for (const [file, source] of sources) visit(parser.parse(source).rootNode, file, found);
  return found;
}

async function typescriptParser() {
  await Parser.init();
  const grammar = join(root, 'node_modules/@vscode/tree-sitter-wasm/wasm/tree-sitter-typescript.wasm');
  const parser = new Parser();
  parser.setLanguage(await Language.load(grammar));
  return parser;
}

const sourcesIn = (place) =>
  place.endsWith('.ts')
    ? [place]
    : readdirSync(join(root, place), { recursive: true })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => relative(root, join(root, place, name)))
        .toSorted();

function visit(node, file, found) {
  if (['import_statement', 'comment', 'literal_type'].includes(node.type)) return;
  if (node.type === 'call_expression' && TRANSLATES.has(node.childForFieldName('function')?.text)) {
    const [first, ...others] = node.childForFieldName('arguments')?.namedChildren ?? [];
    readText(first, file, found);
    for (const other of others) visit(other, file, found);
    return;
  }
  if (isBypass(node, file)) found.faults.push(`${placeOf(node, file)} is not translated: ${node.text}`);
  for (const child of node.namedChildren) visit(child, file, found);
}

const placeOf = (node, file) => `${file}:${node.startPosition.row + 1}`;

function readText(node, file, { texts, faults }) {
  const text = node?.type === 'string' ? stringOf(node) : null;
  if (text === null)
    faults.push(`${placeOf(node, file)}: what is translated has to be a string as it stands.`);
  else texts.set(text, [...(texts.get(text) ?? []), placeOf(node, file)]);
}

const ESCAPES = { n: '\n', r: '\r', t: '\t' };

/** The value of a string of the sources. */
const stringOf = ({ text }) =>
  text
    .slice(1, -1)
    .replace(/\\(u[0-9a-f]{4}|.)/gis, (_whole, sign) =>
      sign.length > 1 ? String.fromCharCode(Number.parseInt(sign.slice(1), 16)) : (ESCAPES[sign] ?? sign),
    );

/** Whether a literal is shown to people as it stands. */
function isBypass(node, file) {
  if (!['string', 'template_string'].includes(node.type) || !isWhole(file) || isKey(node)) return false;
  const written = node.type === 'string' ? stringOf(node) : ownTextOf(node);
  const said = (isMarkup(node) ? shownBy(written) : written).replace(NAMES, '').trim();
  if (KEPT.has(said) || ADDRESS.test(said)) return false;
  return PROSE.test(said) || ((isMarkup(node) || isShown(node)) && WORD.test(said));
}

const isWhole = (file) => WHOLE.some((folder) => file.startsWith(folder)) && !FOR_MAINTAINERS.has(file);

const isKey = ({ parent, id }) => parent?.type === 'pair' && parent.childForFieldName('key')?.id === id;

/** A template without what is filled in. */
const ownTextOf = (node) =>
  node.namedChildren
    .filter(({ type }) => type === 'string_fragment')
    .map(({ text }) => text)
    .join('');

/** A template of lit, which is markup around its texts. */
const isMarkup = ({ parent }) =>
  parent?.type === 'call_expression' &&
  /^(?:html|svg)$/.test(parent.childForFieldName('function')?.text ?? '');

/** What markup shows or reads out. */
const shownBy = (markup) => markup.replace(/aria-label="([^"]*)"/g, '>$1<').replace(/<[^>]*>/g, ' ');

function isShown(node) {
  const { parent } = node;
  if (parent?.type === 'pair') {
    const isValue = parent.childForFieldName('value')?.id === node.id;
    return isValue && SHOWN_BY.test(parent.childForFieldName('key')?.text ?? '');
  }
  if (parent?.type === 'assignment_expression')
    return SHOWN_BY.test(parent.childForFieldName('left')?.childForFieldName('property')?.text ?? '');
  const call = parent?.type === 'arguments' ? parent.parent : null;
  const called = call?.childForFieldName('function') ?? call?.childForFieldName('constructor');
  return SHOWS.test(called?.text ?? '');
}

/** `en` is what the sources say; every other language is one file of each kind. */
const KINDS = [
  { source: BUNDLE, translation: /^bundle\.l10n\.([\w-]+)\.json$/, folder: 'l10n' },
  { source: 'package.nls.json', translation: /^package\.nls\.([\w-]+)\.json$/, folder: '.' },
];

const jsonOf = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));

/** The languages that there are translations for, each with its two files. */
export function languages() {
  const named = KINDS.flatMap(({ translation, folder }) =>
    readdirSync(join(root, folder)).flatMap((name) => translation.exec(name)?.[1] ?? []),
  );
  return [...new Set(named)].toSorted();
}

/** What is wrong with the translations, as sentences. */
export function translationFaults() {
  return languages().flatMap((language) =>
    KINDS.flatMap(({ source }) => {
      const path = source.replace(/json$/, `${language}.json`);
      try {
        return faultsBetween(jsonOf(source), jsonOf(path), path);
      } catch (error) {
        return [`${path} cannot be read: ${error.message}.`];
      }
    }),
  );
}

/** What is wrong with one translation: keys that are missing or of no use, placeholders, links and marks that differ. */
export function faultsBetween(source, translation, path) {
  const missing = Object.keys(source).filter((key) => translation[key] === undefined);
  const unused = Object.keys(translation).filter((key) => source[key] === undefined);
  const differing = Object.keys(source).filter(
    (key) => translation[key] !== undefined && marksOf(source[key]) !== marksOf(translation[key]),
  );
  return [
    ...missing.map((key) => `${path} lacks ${JSON.stringify(key)}.`),
    ...unused.map((key) => `${path} translates ${JSON.stringify(key)}, which nothing says.`),
    ...differing.map(
      (key) => `${path}: placeholders, code and links of ${JSON.stringify(key)} are not those of the source.`,
    ),
  ];
}

/** What a translation has to keep: placeholders, code, commands behind links, icons, names of files and settings. */
const marksOf = (text) =>
  (text.match(/\{\d+\}|`[^`]*`|\]\([^)]*\)|\$\([^)]*\)|veo-audit\.yaml|\bveoAudit\.[\w.]+\w|…$/g) ?? [])
    .toSorted()
    .join(' ');

/** Keys that package.json asks for and package.nls.json lacks, or the reverse. */
export function manifestFaults() {
  const nls = jsonOf('package.nls.json');
  const asked = new Set(
    [...readFileSync(join(root, 'package.json'), 'utf8').matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key),
  );
  return [
    ...[...asked].filter((key) => nls[key] === undefined).map((key) => `package.nls.json lacks "${key}".`),
    ...Object.keys(nls)
      .filter((key) => !asked.has(key))
      .map((key) => `package.nls.json has "${key}", which package.json does not ask for.`),
    ...plainTexts(jsonOf('package.json').contributes).map(
      (path) => `package.json: ${path} is not translated.`,
    ),
  ];
}

const NLS = /^%[^%]+%$/;
const MANIFEST_TEXT =
  /^(?:title|description|markdownDescription|enumDescriptions|contents|altText|displayName|userDescription|patternErrorMessage|contextualTitle)$/;
/** Written for models, or names of the product. */
const MANIFEST_KEPT = new Set(['Veo Audit']);

/** Where the manifest shows a text as it stands. What is in `inputSchema` is for models. */
function plainTexts(value, path = 'contributes') {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => {
    if (key === 'inputSchema') return [];
    const here = `${path}.${key}`;
    if (!MANIFEST_TEXT.test(key)) return plainTexts(one, here);
    const texts = Array.isArray(one) ? one : [one];
    return texts.every((text) => typeof text !== 'string' || NLS.test(text) || MANIFEST_KEPT.has(text))
      ? []
      : [here];
  });
}

/** All that is wrong. Writes the bundle of the sources unless `check`. */
export async function buildWords(check) {
  const { texts, faults } = await textsInSources();
  const bundle = Object.fromEntries([...texts.keys()].toSorted().map((text) => [text, text]));
  const wanted = `${JSON.stringify(bundle, null, 2)}\n`;
  const isCurrent = readFileSync(join(root, BUNDLE), 'utf8') === wanted;
  if (!isCurrent && !check) writeFileSync(join(root, BUNDLE), wanted);
  return [
    ...faults,
    ...(isCurrent || !check ? [] : [`${BUNDLE} is out of date: run npm run docs.`]),
    ...manifestFaults(),
    ...translationFaults(),
  ];
}
