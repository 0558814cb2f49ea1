// Fixes leave a configuration as it was but for the scalars that they mean, in every format and every style of writing.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse as parseJson } from 'jsonc-parser';
import { Lexer, parseAllDocuments } from 'yaml';
import { composeRun } from '../../../src/audit/compose.ts';
import { applyEdits } from '../../../src/audit/edits.ts';
import { dated } from '../../../src/audit/engine.ts';
import { graphLayer } from '../../../src/audit/graphAudit.ts';
import { requestLayer } from '../../../src/audit/withRoutes.ts';
import { bundledCatalog } from '../../../src/catalog/bundled.ts';
import { detectReferences } from '../../../src/detect/detect.ts';
import { readConfigRoutes } from '../../../src/routes/config/readConfig.ts';
import { NO_ROUTES } from '../../../src/routes/reader.ts';

const catalog = bundledCatalog();
const options = { catalog, asOf: '2026-11-21' } as const;

/** Everything that the audit would change in a file, one list of edits a fix. */
async function fixesOf(path: string, text: string) {
  const document = { path, text };
  const references = detectReferences(document, catalog).map((reference) => dated(reference, options));
  const config = readConfigRoutes(document, references, catalog);
  const reader = { read: async () => ({ ...NO_ROUTES, config, routes: config?.routes ?? [] }) };
  const layer = await requestLayer(document, references, reader, options, async () => undefined);
  const [whole] = composeRun([layer], [graphLayer([layer], options)], options);
  return (whole?.findings ?? []).flatMap(({ rule, fix }) =>
    fix === null ? [] : [{ rule, edits: fix.edits }],
  );
}

/** A scalar of the model as it may be spelled. */
interface Style {
  readonly name: string;
  readonly write: (value: string) => string;
}

const PLAIN: Style = { name: 'plain', write: (value) => value };
const DOUBLE: Style = { name: 'double', write: (value) => `"${value}"` };
const SINGLE: Style = { name: 'single', write: (value) => `'${value}'` };

const model = fc.constantFrom(
  'veo-3.0-generate-001',
  'veo-2.0-generate-001',
  'veo-3.1-generate-preview',
  'veo-3.0-fast-generate-preview',
);
const comment = fc
  .string({ unit: fc.constantFrom(...'ab -:veo3.[]{}"\'#😀'), maxLength: 12 })
  .map((text) => text.trim());

/** The same file with CRLF, a BOM, or neither. */
const framed = (text: string, frame: string): string => {
  const ended = frame.includes('crlf') ? text.replaceAll('\n', '\r\n') : text;
  return frame.includes('bom') ? `\uFEFF${ended}` : ended;
};
const frame = fc.constantFrom('lf', 'crlf', 'bom', 'bom crlf');

/** Says in the value itself which surface it is. */
const AT = 'publishers/google/models/';

interface Sample {
  readonly path: string;
  /** `id` writes a model, `number` a number and `note` a comment's text into the file. */
  readonly text: (id: (value: string) => string, note: string, model: string) => string;
  readonly styles: readonly Style[];
  readonly parse: (text: string) => unknown;
  readonly comments: (text: string) => readonly string[];
}

const yaml = (text: string): unknown =>
  [parseAllDocuments(text, { merge: true })].flat().map((each) => each.toJS());
const yamlComments = (text: string): readonly string[] =>
  [...new Lexer().lex(text)].filter((token) => token.startsWith('#')).map((token) => token.trimEnd());
const json = (text: string): unknown =>
  parseJson(text.replace(/^\uFEFF/, ''), [], { allowTrailingComma: true });
const slashes = (text: string): readonly string[] => text.match(/\/\/ .*$/gm) ?? [];
const hashes = (text: string): readonly string[] => text.match(/(?:^|\s)# ?.*$/gm) ?? [];
/** Lines of assignments: keys with their values, quotes taken off. */
const lines = (text: string): unknown =>
  text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => !/^\s*(?:#|$)/.test(line))
    .map((line) => line.replace(/\s+#.*$/, '').replace(/["']/g, ''));

const SAMPLES: readonly Sample[] = [
  {
    path: 'litellm/config.yaml',
    styles: [PLAIN, DOUBLE, SINGLE],
    text: (id, note, value) =>
      `# ${note}\nshared: &shared\n  vertex_project: p # ${note}\n  rpm: 900\nmodel_list:\n  - model_name: clips # ${note}\n    litellm_params:\n      <<: *shared\n      model: ${id(`vertex_ai/${value}`)} # ${note}\n      timeout: 5\n  - {model_name: flow, litellm_params: {model: ${id(`gemini/${value}`)}, size: 1280x720}}\nnotes: |\n  model: kept as it is\n  # no comment\nrouter_settings:\n  retry_policy: {BadRequestErrorRetries: 3, RateLimitErrorRetries: 2}\n  fallbacks: [{clips: [flow]}]\n`,
    parse: yaml,
    comments: yamlComments,
  },
  {
    path: 'envoy/routes.yaml',
    styles: [PLAIN, DOUBLE, SINGLE],
    text: (id, note, value) =>
      `kind: AIServiceBackend # ${note}\napiVersion: v1\nmetadata: {name: vertex}\nspec: {schema: {name: GCPVertexAI}}\n---\n# ${note}\nkind: AIGatewayRoute\napiVersion: v1\nmetadata: {name: clips}\nspec:\n  rules:\n    - matches: [{headers: [{name: x-ai-eg-model, value: hero}]}]\n      backendRefs:\n        - name: vertex\n          modelNameOverride: ${id(value)} # ${note}\n`,
    parse: yaml,
    comments: yamlComments,
  },
  {
    path: 'kubernetes/app.yaml',
    styles: [PLAIN, DOUBLE, SINGLE],
    text: (id, note, value) =>
      `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: app}\ndata:\n  VEO_MODEL: ${id(value)} # ${note}\n  config.yaml: |\n    model_list:\n      - model_name: clips\n        litellm_params: {model: ${id(`vertex_ai/${value}`)}} # ${note}\n`,
    parse: yaml,
    comments: yamlComments,
  },
  {
    path: 'portkey/config.json',
    styles: [DOUBLE],
    text: (id, note, value) =>
      `{\n  // ${note}\n  "strategy": {"mode": "fallback", "on_status_codes": [400, 429]},\n  "targets": [\n    {"provider": "vertex-ai", "override_params": {"model": ${id(value)}, "durationSeconds": 8}}, // ${note}\n    {"provider": "google", "override_params": {"model": ${id('veo-3.1-fast-generate-preview')}}, "retry": {"attempts": 2, "on_status_codes": [403, 503]}},\n  ]\n}\n`,
    parse: json,
    comments: slashes,
  },
  {
    path: 'new-api/channels.json',
    styles: [DOUBLE],
    text: (_id, _note, value) =>
      `[{"id": 1, "type": 41, "status": 1, "models": "text,${value},hero", "group": "a", "model_mapping": "{\\n  \\"hero\\": \\"${value}\\",\\t\\"other\\": \\"text\\"\\n}"}]\n`,
    parse: (text) => {
      const channels = json(text) as readonly { readonly model_mapping: string }[];
      return channels.map((channel) => ({ ...channel, model_mapping: parseJson(channel.model_mapping) }));
    },
    comments: () => [],
  },
  {
    path: '.env',
    styles: [PLAIN, DOUBLE, SINGLE],
    text: (id, note, value) =>
      `# ${note}\nexport VEO_MODEL=${id(`${AT}${value}`)} # ${note}\nVEO_FALLBACK_MODEL=${id(`${AT}veo-2.0-generate-001`)}\nPLAIN=kept\n`,
    parse: lines,
    comments: hashes,
  },
  {
    path: 'application.properties',
    styles: [PLAIN],
    text: (id, note, value) =>
      `# ${note}\nclips.veo.model = ${id(`${AT}${value}`)}\nclips.veo.fallback.model=\${X:${AT}${value}}\nkept = 1\n`,
    parse: lines,
    comments: hashes,
  },
  {
    path: 'fly.toml',
    styles: [DOUBLE, SINGLE],
    text: (id, note, value) =>
      `# ${note}\napp = "clips"\n[env]\n  VEO_MODEL = ${id(`${AT}${value}`)} # ${note}\n[env.staging]\nvars = { VIDEO_MODEL = ${id(`${AT}${value}`)}, KEPT = "1" } # ${note}\n`,
    parse: lines,
    comments: hashes,
  },
  {
    path: 'main.tf',
    styles: [DOUBLE],
    text: (id, note, value) =>
      `# ${note}\nvariable "veo_model" {\n  type    = string # ${note}\n  default = ${id(`${AT}${value}`)} # ${note}\n}\nlocals {\n  clip_model = ${id(`${AT}${value}`)}\n  kept = <<EOT\nmodel = kept\nEOT\n}\n`,
    parse: lines,
    comments: hashes,
  },
  {
    path: 'deploy.sh',
    styles: [PLAIN, SINGLE],
    text: (id, note, value) =>
      `# ${note}\ngcloud run deploy clips --set-env-vars VEO_MODEL=${id(`${AT}${value}`)},KEPT=1\ndocker run -e VIDEO_MODEL=${id(`${AT}${value}`)} clips\n`,
    parse: lines,
    comments: hashes,
  },
];

/** A parsed value without its scalars: what no fix may change. */
function shape(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shape);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shape(item)]));
  return typeof value;
}

/** The paths of the scalars that differ; null where the shape does. */
function changes(before: unknown, after: unknown, path = ''): readonly string[] {
  if (typeof before !== 'object' || before === null || typeof after !== 'object' || after === null)
    return before === after ? [] : [path];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  const at = (value: object, key: string): unknown =>
    Object.entries(value).find(([name]) => name === key)?.[1];
  return [...keys].flatMap((key) => changes(at(before, key), at(after, key), `${path}/${key}`));
}

describe('fixes of configurations', () => {
  for (const sample of SAMPLES) {
    it(`${sample.path}: a fix changes the scalars that it means and nothing else`, async () => {
      let fixed = 0;
      const property = fc.asyncProperty(
        model,
        comment,
        frame,
        fc.constantFrom(...sample.styles),
        async (value, note, how, style) => {
          const text = framed(sample.text(style.write, note, value), how);
          const before = sample.parse(text);
          for (const { rule, edits } of await fixesOf(sample.path, text)) {
            fixed += 1;
            const after = applyEdits(text, edits);
            const changed = changes(before, sample.parse(after));
            assert.ok(changed.length >= 1, `${rule} changed nothing`);
            const removes = edits.some(({ newText }) => newText === '');
            // A merge brings one scalar to several places; nothing else may have changed.
            if (!removes) assert.deepEqual(shape(sample.parse(after)), shape(before), rule);
            assert.ok(changed.length <= edits.length + (removes ? 2 : 1), `${rule}: ${changed.join(' ')}`);
            assert.deepEqual(sample.comments(after), sample.comments(text), rule);
            assert.equal(after.includes('\r'), text.includes('\r'));
            assert.equal(after.startsWith('\uFEFF'), text.startsWith('\uFEFF'));
          }
        },
      );
      await fc.assert(property, { numRuns: 60 });
      assert.ok(fixed > 0, 'no fix was offered');
    });
  }
});
