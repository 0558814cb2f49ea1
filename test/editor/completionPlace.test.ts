// Where IDs are offered. The bar is the cursor.
import assert from 'node:assert/strict';
import { idPlaceAt } from '../../src/editor/completionPlace.ts';

/** The text that an ID would take the place of, with the prefix ahead of it; null where none is offered. */
function placeIn(marked: string, isConfig: boolean): string | null {
  const column = marked.indexOf('|');
  const line = marked.replace('|', '');
  const place = idPlaceAt(line, column, isConfig);
  return place === null ? null : `${place.prefix}[${line.slice(place.start, place.end)}]`;
}

describe('IDs are offered', () => {
  const inCode: readonly (readonly [string, string | null])[] = [
    ['const model = "|"', '[]'],
    ["generate({ model: '|' })", '[]'],
    ['client.generate(model="|")', '[]'],
    ['"model": "ve|"', '[ve]'],
    ['MODEL_ID = "vertex_ai/|"', 'vertex_ai/[]'],
    ['model_name: str = "|"', '[]'],
    ['const name = "veo-3.|1-generate-001";', '[veo-3.1-generate-001]'],
    ['const path = "models/veo-|"', 'models/[veo-]'],
    ['const name = "|"', null],
    ['const model = veo|', null],
    ['const model = "a"|', null],
    ['const model = "gpt-|"', null],
    ['print("a model called |")', null],
  ];
  for (const [line, expected] of inCode)
    it(`in code: ${line}`, () => assert.equal(placeIn(line, false), expected));

  const inConfig: readonly (readonly [string, string | null])[] = [
    ['  model: |', '[]'],
    ['  model: vertex_ai/|', 'vertex_ai/[]'],
    ['MODEL=|', '[]'],
    ['  - veo-|', '[veo-]'],
    ['  owner: |', null],
  ];
  for (const [line, expected] of inConfig)
    it(`in a configuration: ${line}`, () => assert.equal(placeIn(line, true), expected));
});
