// Gemini Omni, where Veo's requests go: its IDs and requests are found and priced, and only what ends is spoken of.
import assert from 'node:assert/strict';
import { audited } from '../migrate/audited.ts';

const said = async (path: string, text: string, asOf?: string): Promise<readonly string[]> =>
  (await audited(path, text, asOf)).findings.map(({ rule, severity }) => `${severity} ${rule}`);

const request = (model: string, format = '{"type": "video", "duration": "8s"}'): string =>
  `from google import genai
client = genai.Client(vertexai=False)
clip = client.interactions.create(model="${model}", input="A boat.", response_format=${format})
`;

describe('an audit of Gemini Omni', () => {
  it('is silent on what lives, wherever it stands', async () => {
    const living = 'gemini-omni-1.1-flash';
    const texts = {
      'a.py': request(living),
      'a.ts': `export const MODEL = '${living}'; // instead of ${living}`,
      '.env': `VIDEO_MODEL=${living}\n`,
      'config.yaml': `model_list:\n  - model_name: clip\n    litellm_params:\n      model: gemini/${living}\n`,
      'README.md': `Made with ${living}.`,
    };
    for (const [path, text] of Object.entries(texts)) {
      assert.deepEqual(await said(path, text), [], path);
      assert.equal((await audited(path, text)).references[0]?.model, living, path);
    }
  });

  it('speaks on the preview by the calendar of its surface', async () => {
    const text = request('gemini-omni-flash-preview');
    assert.deepEqual(await said('a.py', text, '2026-07-10'), ['info preview-model']);
    assert.deepEqual(await said('a.py', text, '2026-09-01'), ['warning deprecated-model']);
    assert.deepEqual(await said('a.py', text, '2026-11-24'), ['error shut-down-model']);
  });

  it('speaks on what Omni does not take', async () => {
    const long = '{"type": "video", "duration": "12s"}';
    const { findings } = await audited('a.py', request('gemini-omni-1.1-flash', long));
    assert.deepEqual(
      findings.map(({ message }) => message),
      ['The Gemini API refuses this request: gemini-omni-1.1-flash makes 3 to 10 seconds, not 12.'],
    );
  });

  it('prices a request by what it asks for', async () => {
    const { routes } = await audited('a.py', request('gemini-omni-1.1-flash'));
    assert.deepEqual(
      routes.map(({ model, surface, durationSeconds }) => [model, surface, durationSeconds]),
      [['gemini-omni-1.1-flash', 'gemini-api', 8]],
    );
  });
});
