// Folders and file names that say what a file is for. Data only; the first row that fits decides.
import type { FilePlace } from '../types.ts';

/** A pattern over a path in lower case, and the place that it shows. */
export interface PathMark {
  readonly place: Exclude<FilePlace, 'production'>;
  readonly pattern: RegExp;
}

/** Names of files, whatever folder they lie in. */
export const FILE_NAMES: readonly PathMark[] = [
  {
    place: 'recorded',
    pattern: /\.(?:har|snap|log|jsonl|ndjson|csv|tsv|parquet|patch|diff|golden|recording|srt|vtt|rss|atom)$/,
  },
  {
    place: 'recorded',
    pattern:
      /^(?:changelog|changes|history|releases?(?:[-_]notes)?|news)(?:[-_.].*)?\.(?:md|mdx|rst|txt|json|ya?ml|adoc|html)$/,
  },
  {
    place: 'recorded',
    pattern:
      /(?:^|[-_.])(?:changelog|release[-_]?notes|deprecations?|sunsets?|retirements?)\.(?:json|ya?ml|xml|md|csv|toml)$/,
  },
  {
    place: 'recorded',
    pattern:
      /(?:^|[-_.])(?:cassette|recording|snapshot|transcript|dump|response|responses)\.(?:json|ya?ml|txt)$/,
  },
  {
    place: 'generated',
    pattern: /\.d\.[cm]?ts$|\.min\.[cm]?js$|\.map$|\.bundle\.[cm]?js$|[-.]bundle\.js$|\.chunk\.[cm]?js$/,
  },
  {
    place: 'generated',
    pattern:
      /\.pb\.\w+$|_pb2(?:_grpc)?\.pyi?$|_pb\.[jt]s$|\.g\.(?:dart|cs)$|\.freezed\.dart$|\.designer\.cs$/,
  },
  { place: 'generated', pattern: /[._-](?:generated|gen|autogen)\.\w+$|^zz_generated/ },
  {
    place: 'generated',
    pattern: /\.lock$|^(?:package-lock|npm-shrinkwrap)\.json$|^(?:pnpm-lock|yarn-lock)\.yaml$|^go\.sum$/,
  },
  {
    place: 'test',
    pattern: /[._-](?:test|tests|spec|specs|e2e|cy|bench|benchmark|fixture|fixtures|mock|mocks)\.\w+$/,
  },
  {
    place: 'test',
    pattern:
      /^(?:test|tests|spec)[-_][^/]*\.\w+$|^(?:test|tests|conftest|smoke[-_]?test|test(?:utils?|helpers?|data|setup)|(?:mock|fixture)s?|mock[-_]?data)\.\w+$/,
  },
  {
    place: 'sample',
    pattern:
      /\.(?:example|sample|template|tmpl|tpl|dist)$|[._-](?:example|examples|sample|demo|stories|quickstart|tutorial)\.\w+$/,
  },
  {
    place: 'sample',
    pattern:
      /^(?:example|examples|sample|demo|quickstart|tutorial|getting[-_]started)[-_.]?[^/]*\.\w+$|\.ipynb$/,
  },
  {
    place: 'sample',
    pattern: /^\.env\.(?:example|sample|template|dist)(?:\.\w+)?$|[._-](?:example|sample)\.[\w.]+$/,
  },
  {
    place: 'docs',
    pattern:
      /\.(?:md|mdx|mdc|markdown|rst|adoc|asciidoc|org|tex|pod|rdoc|txt)$|^(?:readme|contributing|license|todo|llms)(?:\.\w+)?$/,
  },
  {
    place: 'docs',
    pattern:
      /^(?:openapi|swagger|asyncapi)(?:[-_.][^/]*)?\.(?:json|ya?ml)$|[._-](?:openapi|swagger|postman_collection)\.(?:json|ya?ml)$/,
  },
];

/** Names of files whose words begin with capitals (`VeoTest.java`, `VideoTests.swift`), as they are spelled. */
export const CAPITAL_TEST =
  /(?:Tests?|Spec|Specs|TestCase|IT|Fixtures?|Mock)\.(?:java|kt|kts|scala|groovy|cs|swift|php|dart|vb|m|mm)$|^(?:Test|Mock)[A-Z]\w*\.(?:java|kt|py|php|cs|swift)$/;

/** Folders, as whole segments of a path in lower case. `path`: only for files with such a name. */
export const FOLDERS: readonly (PathMark & { readonly path?: RegExp })[] = [
  { place: 'recorded', pattern: /^(?:(?:vcr[-_]?)?cassettes?|__snapshots__|\.specstory|\.changeset)$/ },
  {
    place: 'recorded',
    pattern:
      /^(?:recordings?|recorded|snapshots?|har|histor(?:y|ies)|transcripts?|logs?|dumps?|chat[-_]?history|crawl(?:ed|s)?|scraped?|goldens?|changelogs?|release[-_]?notes|responses?)$/,
    path: /\.(?:json|ya?ml|xml|txt|html?|md|http)$/i,
  },
  {
    // A migration that has run stays as it is: a later one changes what it set.
    place: 'recorded',
    pattern: /^(?:migrations?|migrate|versions)$/,
    path: /(?:^|\/)(?:[vu]?\d{1,14}(?:\.\d{1,4})?_|[0-9a-f]{10,12}_)[^/]*\.(?:sql|py|rb|php|[cm]?[jt]s|ex|exs|go|xml|ya?ml)$/i,
  },
  {
    place: 'generated',
    pattern:
      /^(?:dist|node_modules|bower_components|third[-_]party|generated|__generated__|autogen|\.next|\.nuxt|\.output|\.svelte-kit|\.vercel|\.turbo|storybook-static|coverage|site-packages|\.venv|venv|deriveddata|pods)$/,
  },
  {
    place: 'test',
    pattern:
      /^(?:tests?|__tests?__|testing|test[-_]?(?:data|utils|helpers|support|fixtures|cases|scripts)|e2e(?:[-_]tests?)?|__mocks__|mocks?|fixtures?|__fixtures__|evals?|benchmarks?|bench|cypress|playwright|[\w.]+[._-]tests?|(?:unit|ui|integration|android|common|ios|jvm|native|desktop|instrumented|functional|acceptance)tests?)$/,
  },
  {
    place: 'sample',
    pattern:
      /^(?:examples?|samples?|demos?|tutorials?|quick[-_]?starts?|cookbooks?|notebooks?|colabs?|codelabs?|workshops?|snippets?|getting[-_]started|\w+[-_](?:examples?|samples?|demos?|tutorials?))$/,
  },
  {
    place: 'docs',
    pattern: /^(?:docs?|documentation|wiki|adr|\.cursor|\.claude|\.github-wiki|memory-bank)$/,
  },
];

/** Folders of build output and of foreign code at the top of a project; below `src` they are folders like any other. */
export const TOP_OUTPUT = /^(?:build|out|target|release|bin|obj|vendor)$/;

/** Folders that hold a project's own sources. */
export const SOURCE_FOLDER = /^(?:src|lib|app|apps|source|sources|scripts|packages|internal|cmd)$/;
