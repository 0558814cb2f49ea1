// What a changelog says of the facts, and what keeps a release back.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import type { CatalogData } from '../../src/catalog/types.ts';
import { factsChanges } from '../../src/refresh/factsChanges.ts';
import { withFolder } from '../workspace/tempFolder.ts';
import { deprecationsPage, versionsPage } from './pages.ts';

const { data } = bundledCatalog();
const ID = 'veo-3.1-generate-001';

/** The facts with another shutdown of that model, without its lite sibling, and without the prices of OpenRouter. */
const earlier: CatalogData = {
  ...data,
  checkedOn: '2026-11-01',
  prices: data.prices.filter(({ surface }) => surface !== 'openrouter'),
  models: data.models
    .filter(({ id }) => id !== 'veo-3.1-lite-generate-001')
    .map((model) => {
      const facts = model.surfaces['vertex-ai'];
      if (model.id !== ID || facts === undefined) return model;
      return {
        ...model,
        surfaces: { ...model.surfaces, 'vertex-ai': { ...facts, shutdown: { kind: 'none' } } },
      };
    }),
};

describe('the facts of a changelog', () => {
  it('are what changed since the last release', () => {
    const prices = data.prices.length - earlier.prices.length;
    assert.deepEqual(factsChanges(earlier, data), [
      `\`${ID}\` on Vertex AI: shutdown no date → not before 2026-11-17.`,
      'New: `veo-3.1-lite-generate-001` on Vertex AI, shutdown no date.',
      `Prices on OpenRouter: ${prices} new or changed.`,
      `Checked on ${data.checkedOn}, before on 2026-11-01.`,
    ]);
  });

  it('say that nothing changed, and what there is at first', () => {
    assert.deepEqual(factsChanges(data, data), ['No fact changed.', `Checked on ${data.checkedOn}.`]);
    assert.match(
      factsChanges(null, data)[0] ?? '',
      /^\d+ model IDs in \d+ rows, \d+ prices and \d+ spellings of gateways/,
    );
  });
});

describe('npm run release:check', () => {
  const checked = (folder: string, day: string) =>
    spawnSync(
      process.execPath,
      ['scripts/release-check.mjs', '--from', folder, '--as-of', day, '--max-age', '3'],
      {
        cwd: fileURLToPath(new URL('../../', import.meta.url)),
        encoding: 'utf8',
      },
    );

  it('names what is due or too old, what a source says otherwise, and what was not read; and ends with 1', async () => {
    const pages = {
      'vertex-model-versions.md': versionsPage(['May 19, 2027', 'November 17, 2026 or later']),
      'gemini-deprecations.md': deprecationsPage(),
    };
    await withFolder(pages, async (folder) => {
      const { status, stdout } = checked(folder, '2026-11-30');
      assert.equal(status, 1);
      for (const reason of [
        `- ${ID} on vertex-ai may have ended since 2026-11-17 and was last checked on 2026-11-24: check it today.`,
        `- vertex-model-versions differs: shutdown of ${ID} on Vertex AI: not before 2026-11-17 → 2027-05-19.`,
        '- litellm was not read: ',
      ])
        assert.ok(stdout.includes(reason), stdout);
      assert.match(
        stdout,
        /- gemini-omni-1\.1-flash on gemini-api was last checked on 2026-11-2\d, \d days ago; at most 3 are allowed\./,
      );
      assert.ok(!stdout.includes('facts that stand as they were'), 'a confirmation keeps nothing back');
    });
  });
});
