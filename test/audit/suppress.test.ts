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
