const assert = require('node:assert');
const { pick } = require('../src/pick');

describe('veo3 providers', () => {
  it('maps short names', () => {
    assert.equal(pick('fast'), 'veo-3.0-fast-generate-001');
    assert.equal(pick('quality'), "veo-3.0-generate-001");
    assert.deepEqual(pick('all'), ['veo-2.0-generate-001', 'veo3_fast', 'fal-ai/veo3']);
  });

  it('builds the address', () => {
    const url = pick.url('veo-3.0-generate-001');
    assert.match(url, /predictLongRunning$/);
    assert.ok(url.endsWith('/models/veo-3.0-generate-001:predictLongRunning'));
    assert.throws(() => pick.url('veo-4.0-generate-001'), /unknown/);
  });
});
