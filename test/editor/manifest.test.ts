// package.json against the code: what an editor is told must be what the engine does.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { RULE_METAS } from '../../src/audit/engine.ts';

const root = new URL('../../', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));

describe('package.json', () => {
  it('offers a severity for each rule, with its default', () => {
    const offered: Record<string, { markdownDescription: string }> =
      manifest.contributes.configuration.properties['veoAudit.severities'].properties;
    assert.deepEqual(
      Object.keys(offered),
      RULE_METAS.map(({ id }) => id),
    );
    for (const { id, severity } of RULE_METAS) {
      assert.equal(offered[id]?.markdownDescription, `%severity.${severity}%`, id);
    }
  });

  it('names only files that are there', () => {
    const files: readonly string[] = [
      manifest.icon,
      ...manifest.contributes.grammars.map(({ path }: { path: string }) => path),
      ...manifest.contributes.walkthroughs.flatMap(
        ({ steps }: { steps: { media: { image: Record<string, string> } }[] }) =>
          steps.flatMap(({ media }) => Object.values(media.image)),
      ),
    ];
    assert.deepEqual(
      files.filter((file) => !existsSync(new URL(file, root))),
      [],
    );
  });

  it('restricts in untrusted workspaces only settings that exist', () => {
    const settings = Object.keys(manifest.contributes.configuration.properties);
    const restricted: readonly string[] = manifest.capabilities.untrustedWorkspaces.restrictedConfigurations;
    assert.deepEqual(
      restricted.filter((setting) => !settings.includes(setting)),
      [],
    );
  });
});
