// What goes into a request is billed where the catalog says so, and named where it is not counted.
import assert from 'node:assert/strict';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { estimateCost } from '../../src/cost/estimate.ts';
import type { Cost, CostQuestion } from '../../src/cost/types.ts';

const OMNI: CostQuestion = {
  model: 'gemini-omni-1.1-flash',
  surface: 'gemini-api',
  asOf: '2026-11-24',
  durationSeconds: 6,
  resolution: '720p',
  sampleCount: 1,
  generateAudio: null,
};

function costOf(changes: Partial<CostQuestion>): Cost {
  const answer = estimateCost({ ...OMNI, ...changes }, bundledCatalog());
  assert.ok(answer.known, answer.known ? '' : answer.reason);
  return answer.cost;
}

const about = ({ assumptions }: Cost): readonly string[] =>
  assumptions.filter((line) => /\b(?:go(?:es)? in|prompt)\b/.test(line));

describe('the cost of what goes into a request', () => {
  it('is that of its tokens, beside the video that comes out', () => {
    // 6 s × $0.1014; an image is 1,120 tokens and a second of video 5,792, at $1.50 for a million.
    assert.deepEqual(costOf({}).usdPerRequest, { min: 0.6084, max: 0.6084 });
    assert.deepEqual(costOf({ input: { images: 2, videoSeconds: 0 } }).usdPerRequest.max, 0.61176);
    assert.deepEqual(costOf({ input: { images: 0, videoSeconds: 5 } }).usdPerRequest.max, 0.65184);
    assert.deepEqual(costOf({ input: { images: 0, videoSeconds: 0 } }).usdPerRequest.max, 0.6084);
  });

  it('is named where it is not known', () => {
    const [line = '', ...more] = about(costOf({}));
    assert.match(
      line,
      /^what goes in is not counted: \$0\.00168 per image, \$0\.008688 per second of source video/,
    );
    assert.deepEqual(more, []);
  });

  it('leaves the text of the prompt out, and says so', () => {
    const [line = ''] = about(costOf({ input: { images: 1, videoSeconds: 0 } }));
    assert.match(line, /^the text of the prompt is not counted: .* \$1\.50 per million tokens of text/);
  });

  it('is no guess where no source names a price: Veo is billed by what comes out', () => {
    const veo = {
      model: 'veo-3.1-generate-001',
      surface: 'vertex-ai',
      durationSeconds: 8,
      generateAudio: true,
    } as const;
    const without = costOf(veo);
    const asked = costOf({ ...veo, input: { images: 3, videoSeconds: 0 } });
    assert.deepEqual(asked.usdPerRequest, without.usdPerRequest);
    assert.deepEqual(about(without), []);
    assert.deepEqual(about(asked), [
      'no source says what Vertex AI bills for images and videos that go in: not counted',
    ]);
  });
});
