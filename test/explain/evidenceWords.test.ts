// The words for what shows a surface.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { evidenceWords } from '../../src/explain/evidenceWords.ts';

describe('why a surface is known', () => {
  it('is said with what was found', () => {
    assert.equal(evidenceWords({ kind: 'host', detail: 'fal.run' }), 'the host fal.run');
    assert.equal(
      evidenceWords({ kind: 'only-surface', detail: 'veo-3.1-lite-generate-001' }),
      'veo-3.1-lite-generate-001 was only ever served there',
    );
  });

  it('names the line of a setting that stands elsewhere', () => {
    assert.equal(
      evidenceWords({ kind: 'setting', detail: 'vertexai=true', line: 12 }),
      'the setting vertexai=true in line 12',
    );
  });
});
