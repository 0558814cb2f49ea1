// Proves the machinery itself with a tiny extension: a pass is a pass, a failure is a failure with its reason, in both hosts;
// a packaged extension installs; a person sees it. Leaves screenshots in artifacts/screenshots/selftest-*.png.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { temporaryFolder } from './folders.ts';
import { ROOT } from './install.ts';
import type { Outcome } from './outcome.ts';
import { runSuites, type Stage, withStage } from './runSuites.ts';
import { Person, takeWalk } from './walk.ts';
import { runWebSuites } from './web.ts';

const FIXTURES = join(ROOT, 'test', 'host', 'fixtures');
const SUITE = join(FIXTURES, 'machinery.suite.ts');
const HANGING = join(FIXTURES, 'hanging.suite.ts');
const BROKEN = join(FIXTURES, 'broken.suite.ts');

async function proveSuites(stage: Stage, folder: string): Promise<void> {
  const run = {
    suites: [SUITE],
    extension: join(folder, 'extension'),
    workspace: join(FIXTURES, 'workspace'),
    settings: { 'standin.word': 'dead-model' },
    limitMs: 40_000,
  };
  const node = await runSuites(stage, {
    ...run,
    label: 'the stand-in in the Node extension host (one failure expected)',
  });
  const web = await runWebSuites(stage, {
    ...run,
    label: 'the stand-in in the web extension host (one failure expected)',
  });
  for (const outcome of [node, web]) {
    assert.equal(outcome.failures.length, 1, 'exactly the test that is meant to fail, fails');
    assert.match(
      outcome.failures[0]?.error ?? '',
      /deep-equal[\s\S]*machinery\.suite\.ts:\d+/,
      'and says why and where',
    );
    assert.equal(outcome.passed, 5, 'all others pass');
  }
  assert.equal(json(node, 'findings'), json(web, 'findings'), 'both hosts find the same in the same files');
  assert.equal((node.data.get('long') as string).length, 300_000, 'long values arrive whole');
}

async function proveTroubles(stage: Stage, folder: string): Promise<void> {
  const extension = join(folder, 'extension');
  const broken = await runSuites(stage, {
    label: 'a suite that cannot load (one failure expected)',
    suites: [BROKEN],
    extension,
  });
  assert.equal(broken.passed, 0);
  assert.match(broken.failures[0]?.error ?? '', /broken on purpose/);
  const hanging = await runSuites(stage, {
    label: 'a suite that never ends (one failure expected)',
    suites: [HANGING],
    extension,
    limitMs: 12_000,
    testTimeoutMs: 60_000,
  });
  assert.equal(hanging.passed, 0);
  assert.match(hanging.failures[0]?.error ?? '', /within 12 s[\s\S]*still waiting/);
}

async function proveWalk(stage: Stage, folder: string): Promise<void> {
  await stage.server.installVsix(await packageExtension(folder));
  const person = await Person.open(stage, join(FIXTURES, 'workspace'), { 'standin.word': 'dead-model' });
  const outcome = await takeWalk('a person uses the packaged stand-in', person, {
    'opens a file and sees the squiggle': async () => {
      await person.openFile('call.ts', 2);
      await person.squiggles('error').first().waitFor();
    },
    'sees it in light, dark and high contrast': () => person.screenshots('selftest'),
    'hovers it': async () => {
      await person.setTheme('dark');
      assert.match((await (await person.hover('dead-model')).textContent()) ?? '', /no longer answers/);
      await person.screenshot('selftest-hover');
      await person.press('Escape');
    },
    'runs a command': async () => {
      await person.runCommand('Stand-in: Say Hello');
      await person.page.locator('.notification-toast', { hasText: 'hello from the stand-in' }).waitFor();
      await person.screenshot('selftest-command');
    },
    'sees the palette': async () => {
      const offers = await person.openPalette('Stand-in');
      await offers.getByText('Say Hello').first().waitFor();
      await person.screenshot('selftest-palette');
    },
  });
  await person.leave();
  assert.deepEqual(outcome.failures, []);
}

/** A .vsix is a zip with the extension below `extension/`. */
async function packageExtension(folder: string): Promise<string> {
  const content = join(folder, 'vsix');
  await mkdir(content, { recursive: true });
  await cp(join(folder, 'extension'), join(content, 'extension'), { recursive: true });
  await writeFile(
    join(content, 'extension.vsixmanifest'),
    `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
  <Metadata><Identity Language="en-US" Id="standin" Version="0.0.1" Publisher="test"/><DisplayName>Stand-in</DisplayName></Metadata>
  <Installation><InstallationTarget Id="Microsoft.VisualStudio.Code"/></Installation>
  <Assets><Asset Type="Microsoft.VisualStudio.Code.Manifest" Path="extension/package.json" Addressable="true"/></Assets>
</PackageManifest>`,
  );
  const file = join(folder, 'standin.vsix');
  await promisify(execFile)('python3', ['-m', 'zipfile', '-c', file, 'extension.vsixmanifest', 'extension'], {
    cwd: content,
  });
  return file;
}

function json(outcome: Outcome, name: string): string {
  assert.ok(outcome.data.has(name), `the suite hands out "${name}"`);
  return JSON.stringify(outcome.data.get(name));
}

const temporary = await temporaryFolder('selftest');
const folder = temporary.path;
const start = performance.now();
try {
  await cp(join(FIXTURES, 'standin'), join(folder, 'extension'), { recursive: true });
  await withStage('suites', async (stage) => {
    await proveSuites(stage, folder);
    await proveTroubles(stage, folder);
  });
  await withStage('person', (stage) => proveWalk(stage, folder));
  console.log(`\nThe test host does what it says (${Math.round((performance.now() - start) / 1000)} s).`);
} finally {
  await temporary.remove();
}
