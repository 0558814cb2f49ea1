// The grammar of IDs: what a run of characters is, and how much it says by itself.
import assert from 'node:assert/strict';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { classifySpelling } from '../../src/detect/spelling.ts';

const catalog = bundledCatalog();

const reading = (run: string): string | null => {
  const spelling = classifySpelling(run, catalog);
  return spelling === null ? null : `${spelling.kind} ${spelling.strength} ${spelling.text}`;
};

describe('spelling of an ID', () => {
  const cases: readonly (readonly [run: string, reading: string | null])[] = [
    ['veo-3.1-generate-preview', 'official certain veo-3.1-generate-preview'],
    ['veo-001-preview-0815', 'official certain veo-001-preview-0815'],
    ['veo-3.0-generate-001.usd', 'official certain veo-3.0-generate-001'],
    ['veo-3.0-generate-001.mp4', null],
    ['veo-3.2-generate-001', 'invented certain veo-3.2-generate-001'],
    ['veo-3.1-generate', 'invented clear veo-3.1-generate'],
    ['veo-3-generate-preview', 'invented certain veo-3-generate-preview'],
    ['veo-3.1-preview', 'invented slug veo-3.1-preview'],
    ['veo3_fast', 'alias clear veo3_fast'],
    ['veo3.1', 'alias clear veo3.1'],
    ['veo-3.1-landscape-fast-fl', 'alias clear veo-3.1-landscape-fast-fl'],
    ['veo3', 'alias bare veo3'],
    ['veo-2', 'alias bare veo-2'],
    ['veo31', 'alias bare veo31'],
    ['veo31-fast', 'alias clear veo31-fast'],
    ['veo-3-1-fast', 'alias slug veo-3-1-fast'],
    ['veo-31-i2v', 'alias slug veo-31-i2v'],
    ['veo_3_1', 'alias slug veo_3_1'],
    ['veo_3_1_t2v_fast', 'alias clear veo_3_1_t2v_fast'],
    ['veo3-story-maker', 'alias loose veo3-story-maker'],
    ['veo-3.1-generate-preview-ref', 'invented loose veo-3.1-generate-preview-ref'],
    ['veo-3-1-release-date', null],
    ['veo-4c7c51a0', null],
    ['veo5', null],
    [`veo3-${'x'.repeat(70)}`, null],
  ];
  for (const [run, expected] of cases) {
    it(`${run.slice(0, 40)} is ${expected ?? 'nothing'}`, () => assert.equal(reading(run), expected));
  }
});
