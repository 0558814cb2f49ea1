// What a route says besides the labelled fields: evidence, places, alternatives, imports, notes.
import assert from 'node:assert/strict';
import { createGrammars } from '../../src/routes/syntax/grammars.ts';
import { loadGrammar } from './nodeGrammars.ts';
import { readText } from './readText.ts';

describe('readRoutes', () => {
  it('names the line that settles the surface', async () => {
    const text = `from google import genai\nclient = genai.Client(vertexai=True, project="p", location="l")\nclient.models.generate_videos(model="veo-3.1-generate-001")\n`;
    const { routes } = await readText('a.py', text);
    assert.equal(routes[0]?.surface, 'vertex-ai');
    assert.deepEqual(routes[0]?.surfaceEvidence, { kind: 'setting', detail: 'vertexai=true', line: 2 });
  });

  it('gives the place of each value that stands in the text', async () => {
    const text = `const SECONDS = 6;\nawait ai.models.generateVideos({ model: 'veo-3.1-generate-001', config: { durationSeconds: SECONDS, aspectRatio: '9:16' } });\n`;
    const { routes } = await readText('a.ts', text);
    const places = routes[0]?.places ?? {};
    const at = (name: string): string => text.slice(places[name]?.start, places[name]?.end);
    assert.deepEqual(
      [at('model'), at('durationSeconds'), at('aspectRatio')],
      ['veo-3.1-generate-001', '6', '9:16'],
    );
  });

  it('gives a route for each model of a conditional, with the others as alternatives', async () => {
    const text = `ai.models.generateVideos({ model: fast ? 'veo-3.1-fast-generate-001' : 'veo-3.1-generate-001', prompt });\n`;
    const { routes } = await readText('a.ts', text);
    assert.deepEqual(
      routes.map(({ model, alternatives }) => [model, ...alternatives]),
      [
        ['veo-3.1-fast-generate-001', 'veo-3.1-generate-001'],
        ['veo-3.1-generate-001', 'veo-3.1-fast-generate-001'],
      ],
    );
  });

  it('follows one import, and a model from another file has no reference here', async () => {
    const text = `import { MODEL } from './names';\nai.models.generateVideos({ model: MODEL, prompt });\n`;
    const { routes } = await readText('src/a.ts', text, {
      'src/names.ts': `export const MODEL = 'veo-3.1-generate-001';\n`,
    });
    assert.deepEqual(
      [routes[0]?.model, routes[0]?.modelFrom, routes[0]?.reference],
      ['veo-3.1-generate-001', 'constant', null],
    );
  });

  it('keeps a model that nothing in sight tells as unknown', async () => {
    const { routes } = await readText(
      'a.ts',
      `export const go = (model: string) => ai.models.generateVideos({ model });\n`,
    );
    assert.deepEqual([routes[0]?.model, routes[0]?.modelFrom], [null, 'unknown']);
  });

  it('reads further parameters by their REST names', async () => {
    const text = `client.models.generate_videos(model="veo-3.1-generate-001", config={"seed": 7, "person_generation": who})\n`;
    const { routes } = await readText('a.py', text);
    assert.deepEqual(routes[0]?.others, { seed: 7, personGeneration: 'dynamic' });
  });

  it('says which language it cannot read', async () => {
    const { routes, notes } = await readText('a.ex', `model = "veo-3.1-generate-001"\n`);
    assert.deepEqual(routes, []);
    assert.match(notes.join(), /Elixir/);
  });
});

const CALL = `ai.models.generateVideos({ model: 'veo-3.1-generate-001', prompt })`;

describe('a large file of built code', () => {
  const text = `const ai = new GoogleGenAI({ apiKey });\n${CALL};\n${'call(1);\n'.repeat(25_000)}`;

  it('is read for its IDs only, and says so', async () => {
    const { routes, notes } = await readText('dist/bundle.js', text);
    assert.deepEqual(routes, []);
    assert.deepEqual(notes, [
      'Requests in JavaScript are not read in a large file of built code: only the IDs are known.',
    ]);
  });

  it('is read whole where it is small, or no output of a build', async () => {
    assert.equal((await readText('dist/bundle.js', text.slice(0, 20_000))).routes.length, 1);
    assert.equal((await readText('lib/bundle.js', text)).routes.length, 1);
  });
});

describe('deep nesting', () => {
  it('hides no request: behind hundreds of branches', async () => {
    const { routes } = await readText('a.ts', `${'if (a) { b(); } else '.repeat(400)}{ ${CALL}; }`);
    assert.equal(routes.length, 1);
  });

  it('hides no request: beside a sum of thousands of terms, and says what was not followed', async () => {
    const { routes, notes } = await readText('a.ts', `const sum = ${'1 + '.repeat(8000)}1;\n${CALL};\n`);
    assert.equal(routes.length, 1);
    assert.deepEqual(notes, [
      'Requests in TypeScript were read in part: its values nest too deep or lead too far to be followed.',
    ]);
  });

  it('hides no request: beside a row of thousands of selectors', async () => {
    const call = `client.generateVideos(model: 'veo-3.1-generate-001', prompt: p);`;
    const { routes } = await readText('a.dart', `void f() { x${'.a()'.repeat(4000)}; ${call} }\n`);
    assert.equal(routes.length, 1);
  });

  it('ends in JSON that a string holds', async () => {
    const deep = `{"a": ${'['.repeat(200)}1${']'.repeat(200)}}`;
    const text = `ai.models.generateVideos({ model: 'veo-3.1-generate-001', config: '${deep}' });\n`;
    assert.equal((await readText('a.ts', text)).routes.length, 1);
  });

  for (const [path, text] of [
    ['a.yaml', `${'['.repeat(96_000)}veo-3.1-generate-001`],
    ['a.yaml', `${'- '.repeat(20_000)}veo-3.1-generate-001`],
    ['a.json', `${'['.repeat(96_000)}"veo-3.1-generate-001"`],
  ] as const)
    it(`is said of data: ${path} of ${text.slice(0, 2)}`, async () => {
      const { notes } = await readText(path, text);
      assert.deepEqual(notes, [
        `Requests in ${path.slice(2)} were not read, because it nests too deep: only the IDs are known.`,
      ]);
    });
});

describe('grammars', () => {
  it('are loaded only when a text of their language is parsed, and once', async () => {
    const asked: string[] = [];
    const grammars = createGrammars((name) => {
      asked.push(name);
      return loadGrammar(name);
    });
    assert.deepEqual(asked, []);
    await grammars.parse('go', 'package a');
    await grammars.parse('go', 'package b');
    assert.deepEqual(asked, ['runtime', 'go']);
  });

  it('read a long bundle', async () => {
    const grammars = createGrammars(loadGrammar);
    assert.ok('root' in (await grammars.parse('javascript', `// ${' '.repeat(96)}\n`.repeat(19_000))));
  });

  it('refuse a text that takes too long, one that is too long or too deep, and one without a grammar', async () => {
    let now = 0;
    const slow = createGrammars(loadGrammar, () => (now += 1000));
    assert.deepEqual(await slow.parse('javascript', 'let a = [1, 2, 3];\n'.repeat(5000)), {
      refused: 'too-slow',
    });
    const grammars = createGrammars(loadGrammar);
    assert.deepEqual(await grammars.parse('go', ' '.repeat(2_000_001)), { refused: 'too-long' });
    assert.deepEqual(await grammars.parse('go', '{['.repeat(2500)), { refused: 'too-deep' });
    assert.ok('root' in (await grammars.parse('go', 'package a')));
    const none = createGrammars((name) =>
      name === 'runtime' ? loadGrammar(name) : Promise.reject(new Error('gone')),
    );
    assert.deepEqual(await none.parse('go', 'package a'), { refused: 'no-grammar' });
  });
});
