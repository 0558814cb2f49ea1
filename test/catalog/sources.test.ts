// Sources in words: a title for people, everything for scripts.
import assert from 'node:assert/strict';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { sourcesCited, sourceTitle, sourceWords } from '../../src/catalog/sources.ts';

const catalog = bundledCatalog();

describe('sources in words', () => {
  it('name the first one by its title, and count the others', () => {
    assert.equal(sourceWords(catalog, ['VPR0823']), 'Vertex pricing page transcription');
    assert.equal(sourceWords(catalog, ['VTXREF', 'D1008', 'GW']), 'Vertex Veo API reference and 2 more');
    assert.equal(sourceWords(catalog, []), 'no source');
  });

  it('keep a key that the catalog does not know: the team made it', () => {
    assert.equal(sourceWords(catalog, ['veo-audit.yaml prices[0]']), 'veo-audit.yaml prices[0]');
  });

  it('cite each one with its address for scripts', () => {
    assert.equal(
      sourcesCited(catalog, ['VPR0823', 'SEED1']),
      'VPR0823: Vertex pricing page transcription, https://cloud.google.com/vertex-ai/generative-ai/pricing; SEED1: AIFreeAPI article on Veo 3.1 rate limits',
    );
  });

  it('leave out brackets at the end, and the list behind a long title', () => {
    const long = 'x'.repeat(57);
    for (const [title, words] of [
      ['Page (read on a day)', 'Page'],
      ['Page (one) of two', 'Page (one) of two'],
      ['Short: one, two', 'Short: one, two'],
      [`${long}: one, two; three`, long],
      [`${long}, one`, long],
      [`${long}; one`, long],
      [`${'x'.repeat(57)}: a`, `${'x'.repeat(57)}: a`],
      [`${'x'.repeat(57)}: ab`, 'x'.repeat(57)],
      ['y'.repeat(80), 'y'.repeat(80)],
    ] as const)
      assert.equal(sourceTitle(title), words, title);
  });

  it('cite a key alone where the catalog does not know it', () => {
    assert.equal(
      sourcesCited(catalog, ['ours', 'SEED1']),
      'ours; SEED1: AIFreeAPI article on Veo 3.1 rate limits',
    );
    assert.equal(sourcesCited(catalog, []), '');
  });
});
