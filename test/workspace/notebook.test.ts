// An open notebook says what its closed file says, each cell its own part.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { auditDocument } from '../../src/audit/engine.ts';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { notebookCells } from '../../src/detect/documents/notebook.ts';
import { auditsOfCells, notebookText } from '../../src/workspace/notebook.ts';

const options = { catalog: bundledCatalog(), asOf: '2026-11-21' };
const path = 'notebooks/cost.ipynb';
const file = readFileSync(`samples/studio/${path}`, 'utf8');
const cells = notebookCells(file).map(({ text }, index) => ({ text, isCode: index > 0, language: 'python' }));

describe('an open notebook', () => {
  it('keeps the text of its file while its cells say the same', () => {
    assert.equal(notebookText(cells, file), file);
    const typed = cells.map((cell, index) => (index === 0 ? { ...cell, text: `${cell.text} more` } : cell));
    assert.deepEqual(
      notebookCells(notebookText(typed, file)).map(({ text }) => text),
      typed.map(({ text }) => text),
    );
  });

  for (const [what, text] of [
    ['as it is on the disk', file],
    ['as it is written anew', notebookText(cells, undefined)],
  ] as const) {
    it(`shows in its cells all that is said of it, ${what}`, () => {
      const audit = auditDocument({ path, text }, options);
      assert.ok(audit.findings.length > 0);
      const said = auditsOfCells(audit, cells).flatMap(({ document, findings }) =>
        findings.map(({ rule, start, end }) => [rule, document.text.slice(start, end)]),
      );
      assert.deepEqual(
        said,
        audit.findings.map(({ rule, start, end }) => [rule, text.slice(start, end)]),
      );
    });
  }
});
