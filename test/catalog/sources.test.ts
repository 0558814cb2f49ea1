// Sources in words: a title for people, everything for scripts.
import assert from 'node:assert/strict';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { sourcesCited, sourceWords } from '../../src/catalog/sources.ts';

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
});
