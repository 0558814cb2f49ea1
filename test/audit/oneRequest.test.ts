// A request that may send one of several models is one place: one finding, which names them.
import assert from 'node:assert/strict';
import { composeAudit } from '../../src/audit/compose.ts';
import { contractLayer } from '../../src/audit/contractAudit.ts';
import { datedReferences } from '../../src/audit/engine.ts';
import { requestLayer } from '../../src/audit/withRoutes.ts';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { parseConfig } from '../../src/config/parse.ts';
import { createRouteReader } from '../../src/routes/reader.ts';
import { nodeGrammars } from '../routes/nodeGrammars.ts';
import { routeIn } from './rules/routeContext.ts';

const catalog = bundledCatalog();
const options = { catalog, asOf: '2026-11-24' };
const MODELS = ['veo-3.1-fast-generate-001', 'veo-3.1-generate-001', 'veo-3.1-lite-generate-001'];

async function messagesOf(rule: string, lines: readonly string[]) {
  const document = { path: 'a.ts', text: lines.join('\n') };
  const reader = createRouteReader({ catalog, grammars: nodeGrammars });
  const references = datedReferences(document, options);
  const project = { packages: { '@google/genai': '3.1.0' } };
  const layer = await requestLayer(document, references, reader, options, async () => project);
  return composeAudit(layer, [], options).findings.filter((finding) => finding.rule === rule);
}

const request = (client: string, config: string) => [
  "import { GoogleGenAI } from '@google/genai';",
  `const ai = new GoogleGenAI(${client});`,
  `const MODELS = { fast: '${MODELS[0]}', full: '${MODELS[1]}', lite: '${MODELS[2]}' };`,
  'const render = (kind, prompt) =>',
  `  ai.models.generateVideos({ model: MODELS[kind], prompt, config: { ${config} } });`,
];
const VERTEX = "{ vertexai: true, project: 'p' }";

describe('a request that may send three models', () => {
  it('has one finding about a parameter that all refuse, which names them and has one fix', async () => {
    const refused = await messagesOf('unsupported-parameter', request(VERTEX, 'durationSeconds: 9'));
    assert.deepEqual(
      refused.map(({ message, fix }) => [message, fix?.title, fix?.edits.length]),
      [
        [
          `Vertex AI refuses this request: ${MODELS[0]}, ${MODELS[1]} and ${MODELS[2]} make 4, 6 or 8 seconds, not 9.`,
          'Ask for 8 seconds',
          1,
        ],
      ],
    );
  });

  it('names only those that refuse the parameter', async () => {
    const refused = await messagesOf('unsupported-parameter', request(VERTEX, "resolution: '4k'"));
    assert.deepEqual(
      refused.map(({ message }) => message),
      [`Vertex AI refuses this request: ${MODELS[2]} makes 720p or 1080p, not 4k.`],
    );
  });

  it('has one finding about the SDK that throws', async () => {
    const thrown = await messagesOf('sdk-dropped-veo', request("{ apiKey: 'k' }", 'durationSeconds: 8'));
    assert.equal(thrown.length, 1);
  });

  it('has one finding about a chat call, which names them', async () => {
    const chats = await messagesOf('chat-endpoint', [
      "import OpenAI from 'openai';",
      "const client = new OpenAI({ baseURL: 'https://openrouter.ai/api/v1' });",
      "const MODELS = { a: 'google/veo-3.1', b: 'google/veo-3.1-fast', c: 'google/veo-3.1-lite' };",
      'const ask = (kind) => client.chat.completions.create({ model: MODELS[kind], messages: [] });',
    ]);
    assert.deepEqual(
      chats.map(({ message }) => message.slice(0, message.indexOf(', but'))),
      ['google/veo-3.1, google/veo-3.1-fast and google/veo-3.1-lite make videos'],
    );
  });
});

describe('a contract whose request may send three models', () => {
  const routes = MODELS.map((model) => routeIn('', { model, surface: 'vertex-ai' }));
  const documents = [{ document: { path: 'render.ts', text: '' }, config: null, routes }];
  const saysOf = (...lines: readonly string[]) => {
    const configText = ['routes:', '  render:', '    match: { file: render.ts }', ...lines].join('\n');
    const parsed = parseConfig(configText);
    assert.ok('config' in parsed);
    const inputs = { configFile: 'veo-audit.yaml', evidence: [], snapshots: {}, complete: true };
    const layer = contractLayer(documents, options, { ...inputs, config: parsed.config, configText });
    return (layer.reported.get('veo-audit.yaml') ?? []).map(({ found }) => found.message);
  };

  it('has one finding about another model, which names what runs', () => {
    assert.deepEqual(saysOf('    model: veo-2.0-generate-001'), [
      `The contract render says veo-2.0-generate-001, but render.ts sends ${MODELS[0]}, ${MODELS[1]} or ${MODELS[2]}.`,
    ]);
  });

  it('has none where one of them is what the contract says', () => {
    assert.deepEqual(saysOf(`    model: ${MODELS[1]}`), []);
  });

  it('has one finding about the budget, which names those that cost more', () => {
    const over = (budget: string) => saysOf(`    budgets: { usdPerRequest: ${budget} }`);
    assert.deepEqual(over('0.6'), [
      `A request to ${MODELS[0]} or ${MODELS[1]} in render.ts costs $0.64–$3.20, over the budget of $0.60. Change the request or the budget.`,
    ]);
    assert.deepEqual(over('0.7'), [
      `A request to ${MODELS[0]} or ${MODELS[1]} in render.ts may cost $0.64–$3.20, over the budget of $0.70. Change the request or the budget.`,
    ]);
  });
});
