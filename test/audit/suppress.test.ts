// Writing suppressions: above a line, and at the top of a file.
import assert from 'node:assert/strict';
import { applyEdits } from '../../src/audit/edits.ts';
import { suppressionEdit } from '../../src/audit/suppress.ts';
import { readSuppressions } from '../../src/audit/suppressions.ts';

const AT_TOP = { rule: 'preview-model', scope: 'file', until: null, reason: 'tried out here' } as const;

describe('a suppression for a whole file', () => {
  const cases: readonly (readonly [path: string, before: string, after: string | null])[] = [
    ['a.py', 'm = 1\n', '# veo-audit-ignore-file preview-model -- tried out here\nm = 1\n'],
    ['a.sh', '#!/bin/sh\nx\n', '#!/bin/sh\n# veo-audit-ignore-file preview-model -- tried out here\nx\n'],
    ['a.ts', 'x;\r\n', '// veo-audit-ignore-file preview-model -- tried out here\r\nx;\r\n'],
    ['a.php', '<?php\n$m;\n', '<?php\n// veo-audit-ignore-file preview-model -- tried out here\n$m;\n'],
    ['a.json', '{}\n', null],
  ];
  for (const [path, before, after] of cases)
    it(`stands at the top of ${path}${after === null ? ' nowhere' : ''}`, () => {
      const edit = suppressionEdit({ path, text: before }, before.length, AT_TOP);
      assert.equal(edit === null ? null : applyEdits(before, [edit]), after);
      if (after === null) return;
      const [read] = readSuppressions({ path, text: after }, new Set(['preview-model']));
      assert.deepEqual([read?.scope, read?.fault], ['file', null]);
    });
});

describe('a suppression for a line', () => {
  const ID = 'veo-3.0-generate-001';
  const IGNORE = 'veo-audit-ignore shut-down-model until 2026-12-01 -- kept for the archive';
  const cases: readonly (readonly [path: string, before: string, line: string | null])[] = [
    ['a.py', `def f():\n\tm = "${ID}"\n`, `\t# ${IGNORE}\n`],
    ['first.py', `m = "${ID}"\n`, `# ${IGNORE}\n`],
    ['a.ts', `x;\r\n  m('${ID}');\r\n`, `  // ${IGNORE}\r\n`],
    ['a.css', `x{}\n a::after { content: "${ID}" }\n`, ` /* ${IGNORE} */\n`],
    ['a.html', `<script>\n  m('${ID}');\n</script>\n<p>x</p>\n`, `  // ${IGNORE}\n`],
    ['page.html', `<script>\nm();\n</script>\n<p>${ID}</p>\n`, `<!-- ${IGNORE} -->\n`],
    ['a.bat', `set M=${ID}\n`, `REM ${IGNORE}\n`],
    ['a.json', `{\n"m": "${ID}"}\n`, null],
    ['a.ipynb', `{"cells": [{"cell_type": "code", "source": "m = '${ID}'"}]}\n`, null],
  ];
  for (const [path, before, line] of cases)
    it(`stands above it in ${path}${line === null ? ' nowhere' : ''}`, () => {
      const edit = suppressionEdit({ path, text: before }, before.indexOf(ID), {
        ...{ rule: 'shut-down-model', scope: 'line', until: '2026-12-01' },
        reason: ' kept for\n  the archive ',
      });
      if (edit === null || line === null) assert.equal(edit, line);
      else {
        const lineStart = before.lastIndexOf('\n', before.indexOf(ID)) + 1;
        assert.equal(applyEdits(before, [edit]), before.slice(0, lineStart) + line + before.slice(lineStart));
      }
    });

  it('stands in a cell of a notebook, where that is what is edited', () => {
    const cell = { path: 'a.ipynb', language: 'python', text: `m = "${ID}"` };
    const edit = suppressionEdit(cell, 5, { ...AT_TOP, scope: 'line' });
    assert.equal(edit?.newText, '# veo-audit-ignore preview-model -- tried out here\n');
  });
});
