// What requests tell of the references that they send.
import assert from 'node:assert/strict';
import { composeAudit } from '../../src/audit/compose.ts';
import { datedReferences } from '../../src/audit/engine.ts';
import type { ProjectFinder } from '../../src/audit/project.ts';
import { requestLayer, UNREADABLE } from '../../src/audit/withRoutes.ts';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { createRouteReader, NO_ROUTES, type RouteReader } from '../../src/routes/reader.ts';
import { nodeGrammars } from '../routes/nodeGrammars.ts';

const catalog = bundledCatalog();
const options = { catalog, asOf: '2026-11-21' };

async function audit(text: string) {
  const document = { path: 'a.ts', text };
  const reader = createRouteReader({ catalog, grammars: nodeGrammars });
  const references = datedReferences(document, options);
  const layer = await requestLayer(document, references, reader, options, async () => undefined);
  return composeAudit(layer, [], options);
}

const CALL = [
  "const MODEL = 'veo-3.0-generate-001';",
  "const ai = new GoogleGenAI({ vertexai: true, project: 'p', location: 'us-central1' });",
  'const operation = await ai.models.generateVideos({ model: MODEL, prompt });',
].join('\n');

describe('an audit with routes', () => {
  it('names at a constant the request that sends it', async () => {
    const { findings } = await audit(CALL);
    const dead = findings.find(({ rule }) => rule === 'shut-down-model');
    assert.deepEqual(
      dead?.related?.map(({ start, message }) => [CALL.slice(0, start).split('\n').length, message]),
      [[3, 'This request sends it.']],
    );
  });

  it('names it at a constant that stands behind it, too', async () => {
    const [constant = '', client, call = ''] = CALL.split('\n');
    const render = call.replace('const operation = await', 'const render = () =>');
    const { findings } = await audit([client, render, constant].join('\n'));
    assert.equal(findings.find(({ rule }) => rule === 'shut-down-model')?.related?.length, 1);
  });

  it('makes the literal that a request sends a reference, whatever it is called', async () => {
    const text = [
      "const before = 'vertex_ai/veo-3.1-generate-001';",
      "const tool = 'veo3';",
      "const body = JSON.stringify({ model: tool, prompt: 'a kite' });",
      "await fetch('https://api.kie.ai/api/v1/veo/generate', { method: 'POST', body });",
      "const after = 'vertex_ai/veo-3.1-generate-001';",
    ].join('\n');
    const { references, routes } = await audit(text);
    assert.deepEqual(
      references.map((one) => [one.text, one.kind, one.use, one.surface]),
      [
        ['veo-3.1-generate-001', 'official', 'setting', 'vertex-ai'],
        ['veo3', 'alias', 'request', 'kie'],
        ['veo-3.1-generate-001', 'official', 'setting', 'vertex-ai'],
      ],
    );
    assert.equal(routes[0]?.reference?.start, references[1]?.start);
  });

  it('takes what only repeats a task that a request sends for a reference, but no page of a site', async () => {
    const text = [
      "const BASE = 'https://api.freepik.com/v1/ai';",
      "const TEXT = 'text-to-video/veo-3-1';",
      "const IMAGE = 'image-to-video/veo-3-1';",
      '/** POST /v1/ai/text-to-video/veo-3-1, and then GET /v1/ai/text-to-video/veo-3-1/{task}. */',
      'export const film = (sendRequest, prompt, still) =>',
      '  sendRequest(still ? IMAGE : TEXT, { prompt, image: still, duration: 8 });',
      "export const link = '/text-to-video/veo-3-1';",
      "export const page = 'text-to-video/veo-3';",
    ].join('\n');
    const { references, routes } = await audit(text);
    const lines = references.map(({ start }) => text.slice(0, start).split('\n').length);
    assert.deepEqual(lines, [2, 3, 4, 4]);
    assert.deepEqual(
      routes.map(({ surface, model }) => [surface, model]),
      [['freepik', 'veo-3-1']],
    );
  });

  it("says whose Google's path is where a request goes to a host of nobody known: nobody's", async () => {
    const sent = async (host: string) => {
      const path = 'projects/p/locations/l/publishers/google/models/veo-3.0-generate-001:predictLongRunning';
      const { references } = await audit(
        `const BASE = 'https://${host}/v1';\nawait fetch(\`\${BASE}/${path}\`, { method: 'POST', body: JSON.stringify({ instances: [{ prompt }] }) });`,
      );
      return references.map(({ surface }) => surface);
    };
    assert.deepEqual(await sent('video.example.net'), ['unknown']);
    assert.deepEqual(await sent('us-central1-aiplatform.googleapis.com'), ['vertex-ai']);
  });

  it('corrects no name that Google never released where a proxy of nobody known is sent it', async () => {
    const sent = (host: string) =>
      audit(
        `await fetch('https://${host}/v1/videos', { method: 'POST', body: JSON.stringify({ model: 'vertex_ai/veo-3.1-fast', prompt, seconds: 8 }) });`,
      );
    const { references, findings } = await sent('relay.example.net');
    assert.deepEqual(
      references.map(({ use, surface }) => [use, surface]),
      [['request', 'unknown']],
    );
    assert.deepEqual(
      findings.flatMap(({ fix }) => fix ?? []),
      [],
    );
  });

  it('knows by the client which surface a bare ID goes to, and so which fix', async () => {
    const { references, findings } = await audit(CALL);
    assert.equal(references[0]?.surface, 'vertex-ai');
    const dead = findings.find(({ rule }) => rule === 'shut-down-model');
    assert.deepEqual(
      dead?.fix?.edits.map(({ newText }) => newText),
      ['veo-3.1-generate-001'],
    );
  });

  it('names no request at an ID that stands in it, nor at one that none sends', async () => {
    const { findings } = await audit(CALL.replace('model: MODEL', "model: 'veo-3.0-generate-001'"));
    const inside = findings
      .filter(({ rule }) => rule === 'shut-down-model')
      .map(({ related = [] }) => related);
    assert.deepEqual(
      inside.map((places) => places.length),
      [0, 0],
    );
  });

  it('leaves the surface open where two requests disagree, and says it where one of them is open', async () => {
    const vertex = CALL.split('\n').slice(0, 2).join('\n');
    const send = (client: string) => `await ${client}.models.generateVideos({ model: MODEL, prompt });`;
    const surfaceOf = async (...lines: readonly string[]) =>
      (await audit([vertex, ...lines].join('\n'))).references[0]?.surface;
    const gemini = "const other = new GoogleGenAI({ apiKey: 'k' });";
    assert.equal(await surfaceOf(gemini, send('ai'), send('other')), 'unknown');
    assert.equal(await surfaceOf(send('ai'), send('ai')), 'vertex-ai');
    assert.equal(await surfaceOf(send('somebodys'), send('ai')), 'vertex-ai');
  });

  it('lets what an ID says of its surface count before the client, but for an ID that only ever lived on one', async () => {
    const sent = async (model: string, client = "{ apiKey: 'k' }") => {
      const text = `const ai = new GoogleGenAI(${client});\nawait ai.models.generateVideos({ model: '${model}', prompt });`;
      return (await audit(text)).references.map(({ surface, use }) => `${surface} ${use}`);
    };
    assert.deepEqual(await sent('publishers/google/models/veo-3.0-generate-001'), ['vertex-ai request']);
    assert.deepEqual(await sent('veo-3.1-generate-001'), ['gemini-api request']);
    assert.deepEqual(await sent('veo-3.1-generate-001', "{ vertexai: true, project: 'p' }"), [
      'vertex-ai request',
    ]);
  });
});

describe('a document whose requests cannot be read', () => {
  const document = { path: 'a.ts', text: CALL };
  const references = datedReferences(document, options);
  const layerOf = (read: RouteReader['read'], projectOf: ProjectFinder = async () => undefined) =>
    requestLayer(document, references, { read }, options, projectOf);

  it('keeps its IDs, and says so', async () => {
    const layer = await layerOf(async () => {
      throw new Error('a reader that stumbles');
    });
    assert.deepEqual(layer.notes, [UNREADABLE]);
    assert.deepEqual(
      layer.references.map(({ id }) => id),
      ['veo-3.0-generate-001'],
    );
    assert.equal(layer.mayDiffer, false);
  });

  it('asks for no project where it makes no request', async () => {
    let asked = 0;
    const count: ProjectFinder = async () => {
      asked++;
      return undefined;
    };
    await layerOf(async () => NO_ROUTES, count);
    assert.equal(asked, 0);
    const reader = createRouteReader({ catalog, grammars: nodeGrammars });
    await layerOf((...all) => reader.read(...all), count);
    assert.equal(asked, 1);
  });
});
