// A person proves a route live: a key for its host, a question that names the most it can cost, a cancellation, a reload,
// the Test Explorer's Live profile; and a workspace that nobody trusts. A surface on this machine stands in for one that
// bills, and everything that it is asked is counted.
import assert from 'node:assert/strict';
import { type AskedLog, listenAt } from '../asked.ts';
import { temporaryFolder } from '../folders.ts';
import { type Outcome, sum } from '../outcome.ts';
import type { Stage } from '../runSuites.ts';
import { Person, type Steps, takeWalk } from '../walk.ts';
import {
  leaveOpen,
  lens,
  makeStudioBehind,
  openEvidence,
  pick,
  press,
  preview,
  question,
  runLive,
  SETTINGS,
  startSurface,
  TEASER_LINE,
  TRAILER_LINE,
  toast,
  typeInto,
  typeKey,
} from './smokeSteps.ts';

const KEY = 'typed-key-0123456789-never-to-be-seen';
const TRUST = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
};

/** What the steps need to know. */
interface Scene {
  readonly person: Person;
  readonly asked: AskedLog;
  readonly address: string;
  /** Whether output panels show anything. */
  readonly hasLogs: boolean;
}

export async function walk(stage: Stage): Promise<Outcome> {
  const folder = await temporaryFolder('smoke-live-walk');
  const surface = await startSurface();
  const asked = listenAt(surface.origin);
  try {
    const workspace = await makeStudioBehind(folder.path, surface.origin);
    return sum([
      await trusted(stage, workspace, surface.origin, asked),
      await untrusted(stage, workspace, surface.origin, asked),
    ]);
  } finally {
    asked.stop();
    await surface.close();
    await folder.remove();
  }
}

async function trusted(stage: Stage, workspace: string, address: string, asked: AskedLog): Promise<Outcome> {
  const person = await Person.open(stage, workspace, SETTINGS);
  const scene = { person, asked, address, hasLogs: stage.host.withoutLogs === null };
  try {
    return await takeWalk('a person proves a route live', person, {
      ...withoutKey(scene),
      ...withKey(scene),
      ...severalRoutes(scene),
      ...byExplorer(scene),
    });
  } finally {
    await person.leave();
  }
}

const withoutKey = ({ person, asked }: Scene): Steps => ({
  'chooses Live in the Test Explorer without a key, and nothing is sent': async () => {
    await person.openFile('render.ts', TEASER_LINE);
    await lens(person).waitFor();
    await runInExplorer(person, 'Live');
    await person.page.locator('.test-explorer .codicon-testing-error-icon').first().waitFor();
    await person.page.getByText('There is no key for').filter({ visible: true }).first().waitFor();
    await person.screenshot('smoke-11-explorer-no-key');
    await person.runCommand('View: Hide Panel');
    assert.deepEqual(asked.requests, []);
  },
  'chooses Live in the palette, is asked for the missing key, and leaves: nothing is sent': async () => {
    await person.runCommand('Test: Clear All Results');
    await runLive(person);
    await person.page.locator('.quick-input-widget:visible', { hasText: 'Set Key for 127.0.0.1' }).waitFor();
    await person.page.getByText('veo-audit.yaml names this host').first().waitFor();
    await person.screenshot('smoke-15-no-key');
    await leaveOpen(person, 'Set Key for 127.0.0.1');
    assert.deepEqual(asked.requests, []);
  },
});

const withKey = ({ person, asked, address }: Scene): Steps => ({
  'types a key for a host': async () => {
    await typeKey(person, address, KEY);
  },
  'is asked before a live test, and a no sends no request for a video': async () => {
    await runLive(person);
    await question(person).getByText('It can cost $').first().waitFor();
    await person.screenshot('smoke-7-confirm');
    await question(person).getByText('Cancel', { exact: true }).click();
    await openEvidence(person, 'teaser: not run');
    await preview(person).getByText('The run was not confirmed').first().waitFor();
    assert.equal(asked.submits(), 0);
  },
  'says yes, sees what it costs, cancels, and is told that the bill goes on': async () => {
    await runLive(person);
    await question(person)
      .getByText(/^Send for \$\d+\.\d\d at Most$/)
      .click();
    const progress = await toast(person, /\d+ s · polling.* · at most \$\d+\.\d\d/);
    await person.screenshot('smoke-16-live-progress');
    await press(progress, 'Cancel');
    await toast(person, /does not stop the bill.*The handle is kept \(.+\)/);
    await person.screenshot('smoke-8-cancelled');
    assert.equal(asked.submits(), 1);
  },
  'reloads the window and goes on with the job that was cancelled': async () => {
    await person.page.reload({ waitUntil: 'domcontentloaded' });
    const offer = await toast(person, 'was interrupted');
    await person.screenshot('smoke-9-interrupted');
    await press(offer, 'Not Now');
    await person.runCommand('Veo Audit: Resume Smoke Tests');
    await openEvidence(person, 'teaser: passed');
    await preview(person).getByText('The route made the video').first().waitFor();
    await person.screenshot('smoke-10-resumed');
    assert.equal(asked.submits(), 1, 'one submit in all');
  },
});

const severalRoutes = ({ person, asked, hasLogs }: Scene): Steps => ({
  'asks for all routes live, and is told which cannot be tested': async () => {
    await person.runCommand('Veo Audit: Run All Smoke Tests…');
    await pick(person, 'Live');
    await leaveOpen(person, 'Google Cloud Project');
    await question(person).getByText('Cancel', { exact: true }).click();
    const note = await toast(person, '1 of 2 routes cannot be tested as things are');
    await person.screenshot('smoke-19-left-out');
    await press(note, 'Show Output');
    const lines = person.page.locator('.output-view .view-line');
    if (hasLogs) {
      // The panel draws only the lines that are in sight.
      await person.runCommand('View: Toggle Maximized Panel');
      await lines.filter({ hasText: 'trailer: Vertex AI needs a Google Cloud project' }).first().waitFor();
      await person.runCommand('View: Toggle Maximized Panel');
    }
    await person.runCommand('View: Hide Panel');
    assert.equal(asked.submits(), 1, 'none but the one from before');
  },
});

const byExplorer = ({ person, asked }: Scene): Steps => ({
  'chooses Live in the Test Explorer, and a no sends no request for a video': async () => {
    await runInExplorer(person, 'Live');
    await question(person).getByText('Cancel', { exact: true }).click();
    await person.page.locator('.test-explorer .codicon-testing-error-icon').first().waitFor();
    assert.equal(asked.submits(), 1, 'none but the one from before');
  },
  'chooses Live in the Test Explorer, says yes, and sends exactly one': async () => {
    await runInExplorer(person, 'Live');
    await question(person)
      .getByText(/^Send for \$\d+\.\d\d at Most$/)
      .click();
    // The surface of this walk says itself that it is a stand-in: no green for it.
    await person.page.locator('.test-explorer .codicon-testing-skipped-icon').first().waitFor();
    await person.screenshot('smoke-11-explorer-live');
    assert.equal(asked.submits(), 2, 'one more');
    assert.deepEqual(
      [...new Set(asked.requests.map(({ authorization }) => authorization))],
      [`Bearer ${KEY}`],
    );
    assert.ok(!person.window.lines.some((line) => line.includes(KEY)), 'no console says the key');
  },
  'runs all tests, which are simulated unless told otherwise': async () => {
    await person.runCommand('Test: Clear All Results');
    await person.runCommand('Test: Run All Tests');
    await person.page.locator('.test-explorer .codicon-testing-skipped-icon').first().waitFor();
    await person.screenshot('smoke-11-explorer');
    assert.equal(asked.submits(), 2, 'nothing more');
  },
  'forgets the key, and nothing is sent any more': async () => {
    await person.runCommand('Veo Audit: Forget Key for Host…');
    await person.screenshot('smoke-17-forget');
    await pick(person, '127.0.0.1');
    await person.page.locator('.statusbar', { hasText: 'forgotten' }).waitFor();
    const before = asked.requests.length;
    await runLive(person);
    await leaveOpen(person, 'Set Key for 127.0.0.1');
    assert.equal(asked.requests.length, before);
  },
  'is asked for all that Vertex AI needs, one question after the other': async () => {
    await person.openFile('render.ts', TRAILER_LINE);
    await person.runCommand('Veo Audit: Run Smoke Test for Route at Cursor…');
    await pick(person, 'Live');
    await typeInto(person, 'Google Cloud Project', 'studio-demo');
    await typeInto(person, 'Location', 'europe-west4');
    const credentials = person.page.locator('.quick-input-widget:visible', { hasText: 'Credentials' });
    await credentials.getByText('europe-west4-aiplatform.googleapis.com').waitFor();
    await person.screenshot('smoke-20-missing');
    await leaveOpen(person, 'Credentials');
  },
});

async function untrusted(
  stage: Stage,
  workspace: string,
  address: string,
  asked: AskedLog,
): Promise<Outcome> {
  const person = await Person.open(stage, workspace, { ...SETTINGS, ...TRUST });
  const before = asked.requests.length;
  try {
    return await takeWalk('a person opens a workspace that is not trusted', person, {
      'gets simulations only': async () => {
        await person.page.locator('.statusbar', { hasText: 'Restricted Mode' }).waitFor();
        await person.openFile('render.ts', TEASER_LINE);
        await lens(person).click();
        await openEvidence(person, 'passed (simulated)');
        await preview(person).getByText('This is no evidence of production').waitFor();
        await person.screenshot('smoke-12-untrusted');
      },
      'chooses Live in the Test Explorer, with a key, is asked for trust, and nothing is sent': async () => {
        await typeKey(person, address, KEY);
        await runInExplorer(person, 'Live');
        // The editor itself runs no test in such a workspace.
        const dialog = person.page.locator('.monaco-dialog-box', { hasText: 'Do you trust the authors' });
        await dialog.getByText('Running tests may execute code').waitFor();
        await person.screenshot('smoke-12-untrusted-live');
        await dialog.getByText('Cancel', { exact: true }).click();
        await dialog.waitFor({ state: 'hidden' });
        await person.page.locator('.statusbar', { hasText: 'Restricted Mode' }).waitFor();
        assert.equal(asked.requests.length, before, 'nothing reached the surface');
      },
    });
  } finally {
    await person.leave();
  }
}

/** Runs the teaser in the Test Explorer by a profile that is chosen from its menu. */
async function runInExplorer(person: Person, profile: string): Promise<void> {
  await person.runCommand('Testing: Focus on Test Explorer View');
  const rows = person.page.locator('.test-explorer .monaco-list-row');
  const file = rows.filter({ hasText: 'render.ts' }).first();
  await file.waitFor();
  const route = rows.filter({ hasText: 'veo-3.1-lite-generate-001' }).first();
  if (!(await route.isVisible())) await file.click();
  await route.click({ button: 'right' });
  // A menu that has just opened takes no click yet; the entry under the mouse takes a key.
  const entry = person.page.locator('.monaco-menu .action-item', { hasText: 'Execute Using Profile...' });
  await entry.hover();
  await person.page.locator('.monaco-menu .action-item.focused', { hasText: 'Execute Using' }).waitFor();
  await person.press('Enter');
  await pick(person, profile);
}
