// The route graph: names lead to deployments, aliases too, in the same file first; fallbacks know both their sides.
import assert from 'node:assert/strict';
import { type FileReading, routeGraph } from '../../src/routes/graph.ts';
import { read } from './config/describe.ts';

function graphOf(files: Readonly<Record<string, string>>) {
  const readings = Object.entries(files).flatMap(([file, text]): readonly FileReading[] => {
    const reading = read({ path: file, text });
    return reading === null ? [] : [{ file, reading }];
  });
  return routeGraph(readings);
}

const litellm = (...deployments: readonly string[]): string =>
  `model_list:\n${deployments
    .map((each) => each.split(' = '))
    .map(([name, model]) => `  - {model_name: ${name}, litellm_params: {model: ${model}}}\n`)
    .join('')}`;

describe('route graph', () => {
  const models = (
    found: readonly { readonly route: { readonly model: string | null } }[],
  ): readonly (string | null)[] => found.map(({ route }) => route.model);

  it('leads a name to all its deployments', () => {
    const graph = graphOf({
      'a.yaml': litellm(
        'clips = vertex_ai/veo-3.1-generate-001',
        'clips = vertex_ai/veo-3.1-fast-generate-001',
      ),
    });
    assert.deepEqual(models(graph.named('clips', 'a.yaml')), [
      'veo-3.1-generate-001',
      'veo-3.1-fast-generate-001',
    ]);
    assert.deepEqual(graph.named('other', 'a.yaml'), []);
  });

  it('leads an alias to what it stands for', () => {
    const text = `${litellm('clips = vertex_ai/veo-3.1-generate-001')}router_settings: {model_group_alias: {hero: clips}}\n`;
    assert.deepEqual(models(graphOf({ 'a.yaml': text }).named('hero', 'a.yaml')), ['veo-3.1-generate-001']);
  });

  it('prefers the own file, and looks into the others after it', () => {
    const graph = graphOf({
      'a.yaml': litellm('clips = vertex_ai/veo-3.1-generate-001'),
      'b.yaml': litellm('clips = vertex_ai/veo-3.1-lite-generate-001'),
    });
    assert.deepEqual(models(graph.named('clips', 'b.yaml')), ['veo-3.1-lite-generate-001']);
    assert.deepEqual(models(graph.named('clips', 'c.yaml')), [
      'veo-3.1-generate-001',
      'veo-3.1-lite-generate-001',
    ]);
  });

  it('joins both sides of a fallback over files', () => {
    const graph = graphOf({
      'models.yaml': litellm('a = vertex_ai/veo-3.1-generate-001', 'b = openai/sora-2'),
      'router.yaml': 'router_settings: {fallbacks: [{a: [b, c]}]}\n',
    });
    assert.deepEqual(
      graph.edges.map(({ file, from, to, others, declared }) => [
        file,
        models(from),
        models(to),
        others.to.map(({ model }) => model),
        declared,
      ]),
      [
        ['router.yaml', ['veo-3.1-generate-001'], [], ['openai/sora-2'], true],
        ['router.yaml', ['veo-3.1-generate-001'], [], [], true],
      ],
    );
  });

  it('keeps the numbered targets of two files apart', () => {
    const chain = (first: string, second: string): string =>
      JSON.stringify({
        strategy: { mode: 'fallback' },
        targets: [first, second].map((model) => ({ provider: 'vertex-ai', override_params: { model } })),
      });
    const graph = graphOf({
      'a.json': chain('veo-3.1-generate-001', 'veo-3.1-fast-generate-001'),
      'b.json': chain('veo-3.1-lite-generate-001', 'veo-3.0-generate-001'),
    });
    assert.deepEqual(
      graph.edges.map(({ from, to }) => [...models(from), ...models(to)]),
      [
        ['veo-3.1-generate-001', 'veo-3.1-fast-generate-001'],
        ['veo-3.1-lite-generate-001', 'veo-3.0-generate-001'],
      ],
    );
  });

  it('a variable that is set again leads to its last value', () => {
    const graph = graphOf({ '.env': 'VEO_MODEL=veo-3.0-generate-001\nVEO_MODEL=veo-3.1-generate-001\n' });
    assert.deepEqual(models(graph.named('VEO_MODEL', '.env')), ['veo-3.1-generate-001']);
    assert.equal(graph.deployments.length, 2);
  });
});
