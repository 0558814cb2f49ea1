// `--fix` never writes over a change that somebody made since the file was read.
import assert from 'node:assert/strict';
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { auditCommand } from '../../src/cli/audit.ts';
import { FILE_LIMITS } from '../../src/workspace/limits.ts';
import { withFolder } from '../workspace/tempFolder.ts';

const DEAD = 'm = "vertex_ai/veo-3.0-generate-001"\n';

describe('a file that changes while it is audited', () => {
  it('is left as it is, and named; the others are fixed', async () => {
    await withFolder({ 'a.py': DEAD, 'b.py': DEAD, 'large.txt': 'veo '.repeat(10_000) }, async (folder) => {
      truncateSync(join(folder, 'large.txt'), FILE_LIMITS.audited.bytes + 1);
      const edited = `${DEAD}# somebody types\n`;
      let printed = '';
      const status = await auditCommand(['--fix'], {
        version: '0.0.0',
        pageScript: new URL('file:///no/page.js'),
        workingFolder: folder,
        today: '2026-11-21',
        env: {},
        catalog: async () => bundledCatalog(),
        stdout: () => {},
        // What was skipped is told when all is read and nothing is written yet.
        stderr: (text) => {
          if (text.startsWith('Skipped')) writeFileSync(join(folder, 'a.py'), edited);
          printed += text;
        },
        color: false,
        scanWorker: undefined,
        stdin: async () => Buffer.alloc(0),
        grammars: new URL('../../dist/grammars/', import.meta.url),
      });
      assert.match(printed, /^a\.py was left as it is: it changed since it was read\.$/m);
      assert.match(printed, /^Fixed 1 finding in 1 file\.$/m);
      assert.equal(readFileSync(join(folder, 'a.py'), 'utf8'), edited);
      assert.match(readFileSync(join(folder, 'b.py'), 'utf8'), /veo-3\.1-generate-001/);
      assert.equal(status, 1, 'the file that was left still has its error');
    });
  });
});
