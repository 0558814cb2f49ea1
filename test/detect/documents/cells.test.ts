// Where an offset of a notebook's file stands: in which cell, and on which of its lines.
import assert from 'node:assert/strict';
import { cellPlaceAt } from '../../../src/detect/documents/notebook.ts';

const NOTEBOOK = JSON.stringify(
  {
    cells: [
      { cell_type: 'markdown', source: ['# Cost\n', 'of "one" request'] },
      { cell_type: 'code', source: [] },
      { cell_type: 'code', source: 'a = 1\nmodel = "x"\n', outputs: [{ text: 'veo' }] },
    ],
  },
  null,
  1,
);
const at = (text: string) => cellPlaceAt(NOTEBOOK, NOTEBOOK.indexOf(text));

describe('a place in a notebook', () => {
  it('is a cell and a line, both counted from 1', () => {
    assert.deepEqual(at('Cost'), { cell: 1, line: 1 });
    assert.deepEqual(at('request'), { cell: 1, line: 2 });
    assert.deepEqual(at('a = 1'), { cell: 3, line: 1 });
    assert.deepEqual(at('model = '), { cell: 3, line: 2 });
  });

  it('is no cell between the cells, in outputs, and where there is no notebook', () => {
    assert.equal(at('veo'), null);
    assert.equal(cellPlaceAt('not JSON', 2), null);
  });
});
