// The command line remembers between runs what it read, in the user's own cache folder.
import assert from 'node:assert/strict';
import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { withFolder } from '../workspace/tempFolder.ts';
import { buildBundle, veoAuditCaching } from './bundle.ts';

const CALL = `
op = client.models.generate_videos(model="veo-3.0-generate-001", prompt="x")
`;
const LARGE = `from google import genai\nclient = genai.Client(vertexai=True)\n${CALL}${'# nothing\n'.repeat(30_000)}`;

describe('veo-audit audit, run again', function () {
  this.timeout(60_000);
  before(buildBundle);

  const filesIn = (folder: string): readonly string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
      entry.isFile() ? [entry.name] : [],
    );

  it('says the same from its cache, and something new of what has changed', () =>
    withFolder({ 'clip.py': LARGE, 'small.py': CALL }, (folder) =>
      withFolder({}, (caches) => {
        const run = () => JSON.parse(veoAuditCaching(caches, folder, 'audit', '--format', 'json').stdout);
        const first = run();
        assert.equal(first.routes.length, 1);
        assert.equal(filesIn(caches).length, 1, 'one cache for the folder');
        assert.deepEqual(run(), first);
        appendFileSync(join(folder, 'clip.py'), CALL);
        assert.equal(run().routes.length, 2);
        assert.deepEqual(readdirSync(folder).toSorted(), ['clip.py', 'small.py'], 'nothing beside the code');
      }),
    ));

  it('keeps nothing with --no-cache', () =>
    withFolder({ 'clip.py': LARGE }, (folder) =>
      withFolder({}, (caches) => {
        const { status } = veoAuditCaching(caches, folder, 'audit', '--no-cache');
        assert.equal(status, 1);
        assert.deepEqual(filesIn(caches), []);
      }),
    ));
});
