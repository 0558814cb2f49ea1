// Which folders lie above a file, wherever it lies.
import assert from 'node:assert/strict';
import { foldersAbove } from '../../src/routes/folders.ts';

describe('the folders above a file', () => {
  for (const [path, folders] of [
    ['a.ts', ['']],
    ['src/lib/a.ts', ['src/lib', 'src', '']],
    ['../a.ts', ['..']],
    ['../other/src/a.ts', ['../other/src', '../other', '..']],
    ['../../x/a.ts', ['../../x', '../..']],
    ['/srv/app/a.ts', ['/srv/app', '/srv']],
  ] as const) {
    it(`${path}: ${folders.map((folder) => folder || 'the workspace').join(', ')}`, () =>
      assert.deepEqual(foldersAbove(path), folders));
  }
});
