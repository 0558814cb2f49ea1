// Squiggles of the sample workspace, exactly; and the report that must be the same everywhere.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { emit } from '../../inside/runtime.ts';
import { extension, file, inOneLine, scan, squiggles } from '../support.ts';

/** By hand, from the files and the calendar of 2026-11-21. Outside of production nothing is worse than info. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  '.env.example': ['3:11-35 info shut-down-model struck', '4:27-52 info preview-model'],
  'README.md': ['5:27-47 info shut-down-model struck'],
  'archive/first-try.ts': [],
  'docs/runbook.md': ['6:132-157 info shut-down-model struck'],
  'gateway/litellm.yaml': [
    '4:24-44 info retirement-window',
    '7:24-44 error shut-down-model struck',
    '10:21-45 error shut-down-model struck',
  ],
  'gateway/shop.json': ['3:15-29 warning alias-unverified', '3:33-52 warning alias-unverified'],
  'notebooks/cost.ipynb': ['21:16-40 info shut-down-model struck'],
  'src/models.ts': [
    '3:11-36 info preview-model',
    '4:11-31 info retirement-window',
    '5:38-62 warning shut-down-model struck',
    '6:37-66 warning shut-down-model struck',
    '7:38-58 warning shut-down-model struck',
  ],
  'src/render.ts': ['9:13-33 error shut-down-model struck'],
  'tools/preview.go': ['13:21-41 warning unknown-model'],
  'veo-audit.yaml': [
    '10:3-7 warning evidence-missing',
    '16:16-29 error budget-exceeded',
    '16:34-45 error budget-exceeded',
    '20:3-13 warning output-not-persisted',
  ],
  'worker/thumbnails.py': ['12:16-45 error shut-down-model struck'],
};

describe('the sample workspace', () => {
  before(async () => {
    await extension().activate();
    await scan();
  });

  for (const [path, expected] of Object.entries(EXPECTED)) {
    it(`has ${expected.length} findings in ${path}`, () => {
      assert.deepEqual(squiggles(file(path)).map(inOneLine), expected);
    });
  }

  it('has no findings anywhere else', () => {
    const found = vscode.languages
      .getDiagnostics()
      .filter(([, diagnostics]) => diagnostics.some(({ source }) => source === 'Veo Audit'))
      .map(([uri]) => vscode.workspace.asRelativePath(uri));
    const expected = Object.keys(EXPECTED).filter((path) => EXPECTED[path]?.length !== 0);
    assert.deepEqual(found.sort(), expected.sort());
  });

  it("links each squiggle to its rule's page, which travels with the extension", async () => {
    const [, squiggle] = squiggles(file('gateway/litellm.yaml'));
    assert.ok(typeof squiggle?.code === 'object');
    const page = await vscode.workspace.openTextDocument(squiggle.code.target);
    assert.match(page.getText(), /shut-down-model/);
  });

  it('says in the message where, since when and what instead', () => {
    const [, squiggle] = squiggles(file('gateway/litellm.yaml'));
    assert.match(
      squiggle?.message ?? '',
      /veo-3\.0-generate-001.*Vertex AI.*2026-06-30.*veo-3\.1-generate-001/,
    );
  });

  it('reports the same as everywhere else', async () => {
    const report = await vscode.commands.executeCommand<string>('veoAudit.reportJson');
    assert.equal(JSON.parse(report).schema, 'veo-route-audit/1');
    emit('report', report);
  });
});
