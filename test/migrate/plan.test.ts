// The plan of a migration: living targets only, the prices of `estimate`, every parameter answered for.
import assert from 'node:assert/strict';
import { statusOn } from '../../src/catalog/lifecycle.ts';
import { estimateCost } from '../../src/cost/estimate.ts';
import { planMigration } from '../../src/migrate/plan.ts';
import type { RequestPlan } from '../../src/migrate/types.ts';
import { migrationJson, migrationMarkdown, migrationText } from '../../src/report/migration/formats.ts';
import { nodeGrammars } from '../routes/nodeGrammars.ts';
import { audited, CATALOG, TODAY } from './audited.ts';

const SCRIPT = `import { GoogleGenAI } from "@google/genai";
const ai = new GoogleGenAI({ apiKey: process.env.GEMINI_API_KEY });
const operation = await ai.models.generateVideos({
  model: "veo-3.1-generate-preview",
  prompt: "A paper boat.",
  config: { aspectRatio: "9:16", resolution: "1080p", durationSeconds: 8, numberOfVideos: 2, negativePrompt: "rain", seed: 7 },
});
`;

async function plansOf(
  path: string,
  text: string,
  goal: 'omni' | 'vertex' | null = null,
  asOf = TODAY,
): Promise<readonly RequestPlan[]> {
  const audit = await audited(path, text, asOf);
  return (await planMigration([audit], { catalog: CATALOG, asOf, goal, grammars: nodeGrammars })).requests;
}

const targetsOf = (plans: readonly RequestPlan[]): readonly string[] =>
  plans.flatMap(({ targets }) => targets.map(({ goal, model, surface }) => `${goal} ${model} ${surface}`));

describe('the plan of a migration', () => {
  it('names the models that answer on the day, and one way where one is asked for', async () => {
    assert.deepEqual(targetsOf(await plansOf('a.ts', SCRIPT)), [
      'omni gemini-omni-1.1-flash gemini-api',
      'vertex veo-3.1-generate-001 vertex-ai',
    ]);
    assert.deepEqual(targetsOf(await plansOf('a.ts', SCRIPT, 'vertex')), [
      'vertex veo-3.1-generate-001 vertex-ai',
    ]);
    const [plan] = await plansOf('a.ts', SCRIPT);
    for (const { model, surface } of plan?.targets ?? [])
      assert.notEqual(statusOn(CATALOG, model, surface, TODAY), 'shut-down');
  });

  it('has nothing to say while the model answers, and speaks once its end is announced', async () => {
    assert.deepEqual(await plansOf('a.ts', SCRIPT, null, '2026-05-01'), []);
    const [plan] = await plansOf('a.ts', SCRIPT, null, '2026-10-10');
    assert.equal(plan?.status, 'deprecated');
    assert.equal(plan?.shutdown, '2026-10-22');
  });

  it('answers for every parameter that is sent', async () => {
    const [plan] = await plansOf('a.ts', SCRIPT, 'omni');
    const said = Object.fromEntries(
      (plan?.targets[0]?.changes ?? []).map(({ parameter, kind, to }) => [parameter, `${kind} ${to}`]),
    );
    assert.deepEqual(said, {
      model: 'changes model',
      prompt: 'renamed input',
      durationSeconds: 'changes response_format.duration',
      aspectRatio: 'renamed response_format.aspect_ratio',
      resolution: 'renamed response_format.resolution',
      sampleCount: 'lost null',
      generateAudio: 'changes null',
      negativePrompt: 'changes input',
      seed: 'renamed generation_config.seed',
    });
  });

  it('says of a value that is known at run time only where it has to lie', async () => {
    const late = SCRIPT.replace('durationSeconds: 8', 'durationSeconds: seconds').replace('"9:16"', 'ratio');
    const said = async (goal: 'omni' | 'vertex'): Promise<readonly string[]> => {
      const [plan] = await plansOf('a.ts', late, goal);
      return (plan?.targets[0]?.changes ?? []).flatMap(({ parameter, says }) => {
        const [, limit] = /known at run time only(.*)$/.exec(says) ?? [];
        return limit === undefined ? [] : [`${parameter}${limit}`];
      });
    };
    assert.deepEqual(await said('omni'), [
      'durationSeconds and has to be from 3 to 10 s.',
      'aspectRatio and has to be one of these.',
    ]);
    assert.deepEqual(await said('vertex'), [
      'durationSeconds and has to be one of these.',
      'aspectRatio and has to be one of these.',
    ]);
  });

  it('says what becomes of jobs that still run, where the API or the project changes', async () => {
    const isSaid = async (text: string, goal: 'omni' | 'vertex'): Promise<boolean | undefined> => {
      const [plan] = await plansOf('a.py', text, goal);
      return plan?.targets[0]?.around.some((says) => says.includes('still runs'));
    };
    const python = (client: string, model: string): string =>
      `from google import genai\nclient = genai.Client(${client})\n` +
      `operation = client.models.generate_videos(model="${model}", prompt="x")\n`;
    assert.equal(await isSaid(python('api_key="k"', 'veo-3.1-generate-preview'), 'omni'), true);
    assert.equal(await isSaid(python('api_key="k"', 'veo-3.1-generate-preview'), 'vertex'), true);
    const vertex = python('vertexai=True, project="p", location="us-central1"', 'veo-3.1-generate-preview');
    assert.equal(await isSaid(vertex, 'vertex'), false);
  });

  it('shows the new request in the words of the old one where it is moved by hand', async () => {
    const rewritten = async (path: string, text: string): Promise<string> => {
      const [plan] = await plansOf(path, text, 'omni');
      assert.equal(plan?.targets[0]?.edits, null);
      return plan?.targets[0]?.snippet?.after ?? '';
    };
    const head = SCRIPT.slice(0, SCRIPT.indexOf('const operation'));
    const script = await rewritten(
      'a.ts',
      `${head}const config = { aspectRatio: ratio, resolution: "1080p", durationSeconds: opts.seconds, ...more };
export const start = () => ai.models.generateVideos({ model: "veo-3.1-generate-preview", prompt: title(scene), config });
export const save = (file: any) => ai.files.download({ file, downloadPath: outPath });
`,
    );
    assert.match(
      script,
      /^let interaction = await ai\.interactions\.create\(\{\n {2}model: "gemini-omni-1\.1-flash",\n {2}input: title\(scene\),/,
    );
    assert.match(script, /duration: `\$\{opts\.seconds \?\? 8\}s`, aspect_ratio: ratio, resolution: "1080p"/);
    assert.match(script, /downloadPath: outPath/);
    const python = await rewritten(
      'a.py',
      `from google import genai
client = genai.Client(api_key="k")
async def film(prompt, seconds, picture, path):
    operation = await client.aio.models.generate_videos(model="veo-3.1-generate-preview", prompt=f"{prompt}!",
        image=picture, config={"duration_seconds": seconds, "aspect_ratio": ratio, "seed": 7})
    save(operation)
    with open(path / "a.mp4", "wb") as file:
        file.write(data)
`,
    );
    assert.match(python, /^interaction = await client\.aio\.interactions\.create\(/);
    assert.match(python, /\{"type": "text", "text": f"\{prompt\}!"\}/);
    assert.match(python, /base64\.b64encode\(picture\.image_bytes\)/);
    assert.match(python, /"duration": f"\{int\(seconds or 8\)\}s", "aspect_ratio": ratio/);
    assert.match(python, /generation_config=\{"seed": 7\}/);
    assert.match(python, /with open\(path \/ "a\.mp4", "wb"\) as file:/);
    const shell = await rewritten(
      'a.sh',
      `answer=$(curl -s "https://generativelanguage.googleapis.com/v1beta/models/veo-3.1-generate-preview:predictLongRunning" -H "x-goog-api-key: $GEMINI_API_KEY" \\
  -d '{"instances": [{"prompt": "A boat"}], "parameters": {"aspectRatio": "9:16"}}')
`,
    );
    assert.match(
      shell,
      /-d '\{"model":"gemini-omni-1\.1-flash","input":"A boat","response_format":\{"type":"video","aspect_ratio":"9:16","duration":"8s"/,
    );
  });

  it('prices the request before and after as estimate does', async () => {
    const plans = [
      ...(await plansOf('a.ts', SCRIPT)),
      ...(await plansOf(
        'a.ts',
        SCRIPT.replace(', durationSeconds: 8', '').replace(', numberOfVideos: 2', ''),
      )),
    ];
    for (const { cost, targets } of plans) {
      assert.ok(cost);
      assert.deepEqual(cost.answer, estimateCost(cost.question, CATALOG));
      for (const target of targets)
        assert.deepEqual(target.cost.answer, estimateCost(target.cost.question, CATALOG));
    }
    const [two] = plans;
    const omni = two?.targets[0]?.cost.answer;
    assert.ok(omni?.known);
    // 1080p: $0.1520 a second, 8 seconds, two requests of one video.
    assert.deepEqual(omni.cost.usdPerRequest, { min: 2.432, max: 2.432 });
  });

  it('takes a computed model for gone only where every Veo model of the surface is', async () => {
    const computed = (client: string): string =>
      `from google import genai\nclient = genai.Client(${client})\nFALLBACK = "veo-3.1-generate-preview"\n` +
      'operation = client.models.generate_videos(model=pick(), prompt="x")\n';
    const [plan] = await plansOf('a.py', computed('api_key="k"'), 'omni');
    assert.equal(plan?.model, null);
    assert.match(plan?.targets[0]?.whyNoEdits ?? '', /^The model is computed/);
    assert.deepEqual(
      await plansOf('a.py', computed('vertexai=True, project="p", location="us-central1"')),
      [],
    );
  });

  it('moves a request on Vertex AI by its ID alone', async () => {
    const text =
      'from google import genai\nclient = genai.Client(vertexai=True, project="p", location="us-central1")\n' +
      'operation = client.models.generate_videos(model="veo-3.1-fast-generate-preview", prompt="x")\n';
    const [plan] = await plansOf('a.py', text, 'vertex');
    assert.equal(plan?.targets[0]?.model, 'veo-3.1-fast-generate-001');
    assert.deepEqual(plan?.targets[0]?.setUp, []);
  });

  it('changes a row of a configuration where its ID is the whole of it, and says why not elsewhere', async () => {
    const rows = `model_list:
  - model_name: film # the good one
    litellm_params:
      model: vertex_ai/veo-3.1-generate-preview
      vertex_location: us-central1
  - model_name: film-old
    litellm_params:
      model: vertex_ai/veo-2.0-generate-001
  - model_name: film-gemini
    litellm_params:
      model: gemini/veo-3.1-generate-preview
`;
    const said = async (path: string, text: string, goal: 'omni' | 'vertex'): Promise<readonly string[]> =>
      (await plansOf(path, text, goal)).flatMap(({ targets }) =>
        targets.map(({ edits, whyNoEdits }) =>
          edits === null ? (whyNoEdits ?? '') : edits.map(({ newText }) => newText).join(),
        ),
      );
    assert.deepEqual(await said('config.yaml', rows, 'vertex'), [
      'veo-3.1-generate-001',
      'Its model ID is changed by hand: veo-3.1-generate-001 makes audio, and the request does not say whether it wants any.',
      'It is a row of a configuration: on Vertex AI it needs a provider, a project and a location of its own.',
    ]);
    assert.deepEqual(
      (await said('config.yaml', rows, 'omni')).map((why) => why.split(':')[0]),
      [
        'Omni on Vertex AI takes a bucket',
        'Omni on Vertex AI takes a bucket',
        'It is a row of a configuration',
      ],
    );
    const portkey = JSON.stringify({
      strategy: { mode: 'fallback' },
      targets: ['vertex-ai', 'google'].map((provider) => ({
        provider,
        override_params: { model: 'veo-3.1-fast-generate-preview' },
      })),
    });
    assert.deepEqual(await said('portkey.json', portkey, 'vertex'), [
      'veo-3.1-fast-generate-001',
      'It is a row of a configuration: on Vertex AI it needs a provider, a project and a location of its own.',
    ]);
  });

  it('prints text, Markdown and JSON that say the same, and nothing of a code fence ends another', async () => {
    const hostile = SCRIPT.replace('"A paper boat."', '"```\\n# not a heading"');
    const audit = await audited('a.ts', hostile);
    const plan = await planMigration([audit], {
      grammars: nodeGrammars,
      catalog: CATALOG,
      asOf: TODAY,
      goal: 'omni',
    });
    const placeIn = () => ({ line: 3, column: 1 });
    assert.match(
      migrationText(plan, placeIn),
      /→ gemini-omni-1\.1-flash on gemini-api \(\$2\.432, was \$6\.40\)/,
    );
    const markdown = migrationMarkdown(plan, placeIn);
    assert.match(markdown, /\n````ts\n/);
    const json = JSON.parse(migrationJson(plan, placeIn));
    assert.equal(json.schema, 'veo-route-audit/migration/1');
    assert.deepEqual(json.summary, { requests: 1, edited: 0, byHand: 1 });
    assert.deepEqual(json.requests[0].targets[0].cost.usdPerRequest, { min: 2.432, max: 2.432 });
  });
});
