// The diff that --dry-run prints is one that git can apply.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unifiedDiff } from '../../src/workspace/unifiedDiff.ts';
import { withFolder } from './tempFolder.ts';

describe('unifiedDiff', () => {
  it('is empty where nothing changes', () => assert.equal(unifiedDiff('a.ts', 'x', 'x'), ''));

  it('shows three lines around a change', () => {
    const before = '1\n2\n3\n4\nold\n6\n7\n8\n9\n';
    const expected = '--- a/a.ts\n+++ b/a.ts\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-old\n+new\n 6\n 7\n 8\n';
    assert.equal(unifiedDiff('a.ts', before, before.replace('old', 'new')), expected);
  });

  for (const [name, before] of Object.entries({
    'line feeds': 'a\nold\nb\n',
    'carriage returns': 'a\r\nold\r\nb\r\n',
    'no line end at the end': 'a\nb\nold',
  })) {
    it(`can be applied to a file with ${name}`, () =>
      withFolder({ 'sub folder/a.ts': before }, (folder) => {
        const after = before.replace('old', 'new');
        execFileSync('git', ['apply', '-'], {
          cwd: folder,
          input: unifiedDiff('sub folder/a.ts', before, after),
        });
        assert.equal(readFileSync(join(folder, 'sub folder/a.ts'), 'utf8'), after);
      }));
  }
});
