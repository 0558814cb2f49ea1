// The command line remembers between runs what it read, in the user's own cache folder.
import assert from 'node:assert/strict';
import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { withFolder } from '../workspace/tempFolder.ts';
import { buildBundle, veoAuditCaching } from './bundle.ts';

const CALL = 'client.models.generate_videos(model="veo-3.0-generate-001", prompt="x")\n';
const CLIP = `from google import genai\nclient = genai.Client(vertexai=True)\n${CALL}${'# nothing\n'.repeat(1000)}`;
/** Enough of them that remembering is quicker than reading. */
const CLIPS = Object.fromEntries(Array.from({ length: 24 }, (_, index) => [`clip${index}.py`, CLIP]));

describe('veo-audit audit, run again', function () {
  this.timeout(60_000);
  before(buildBundle);

  const filesIn = (folder: string): readonly string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
      entry.isFile() ? [entry.name] : [],
    );

  it('says the same from its cache, and something new of what has changed', () =>
    withFolder(CLIPS, (folder) =>
      withFolder({}, (caches) => {
        const run = () => JSON.parse(veoAuditCaching(caches, folder, 'audit', '--format', 'json').stdout);
        const first = run();
        assert.equal(first.routes.length, 24);
        assert.equal(filesIn(caches).length, 1, 'one cache for the folder');
        assert.deepEqual(run(), first);
        appendFileSync(join(folder, 'clip7.py'), CALL);
        assert.equal(run().routes.length, 25);
        assert.equal(filesIn(folder).length, 24, 'nothing beside the code');
      }),
    ));

  it('keeps nothing with --no-cache', () =>
    withFolder(CLIPS, (folder) =>
      withFolder({}, (caches) => {
        const { status } = veoAuditCaching(caches, folder, 'audit', '--no-cache');
        assert.equal(status, 1);
        assert.deepEqual(filesIn(caches), []);
      }),
    ));
});
