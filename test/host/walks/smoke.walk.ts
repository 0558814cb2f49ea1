// A person proves a route: palette, simulated run, output panel, evidence; then a live run that asks first, answered by a
// stand-in on this machine; a reload in the middle; and a workspace that nobody trusts.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundledCatalog } from '../../../src/catalog/bundled.ts';
import { scaledClock } from '../../../src/smoke/clock.ts';
import { type RunningSimulator, startSimulator } from '../../../src/smoke/simulator/server.ts';
import { temporaryFolder } from '../folders.ts';
import { type Outcome, sum } from '../outcome.ts';
import type { Stage } from '../runSuites.ts';
import { Person, takeWalk } from '../walk.ts';

const KEY = 'typed-key-0123456789-never-to-be-seen';
const SETTINGS = {
  'veoAudit.asOf': '2026-11-21',
  'veoAudit.smoke.simulationSpeed': 5,
  'breadcrumbs.enabled': false,
};
const TRUST = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
};
const RENDER = `import { GoogleGenAI } from '@google/genai';

const ai = new GoogleGenAI({ vertexai: true, project: 'studio', location: 'us-central1' });

export async function teaser(prompt: string) {
  return ai.models.generateVideos({ model: 'veo-3.1-lite-generate-001', prompt });
}
`;

/** What the output panel says of a run, as a file. */
const LOG = `2026-11-21 21:00:00.000 [info] teaser [simulated] ▸ planned: a model on vertex-ai (Vertex AI), simulated
2026-11-21 21:00:00.100 [debug] teaser [simulated] ▸ look: 200 in 12 ms
2026-11-21 21:00:00.200 [info] teaser ▸ confirmed: at most $0.20
2026-11-21 21:00:00.300 [debug] teaser ▸ submit: 429 in 31 ms, HTTP 429: Resource has been exhausted.
2026-11-21 21:00:00.400 [warning] teaser ▸ submit rate-limited: next try in 1.4 s
2026-11-21 21:00:02.000 [info] teaser ▸ submitted: job projects/studio/locations/us-central1/operations/0a1b; its handle is on disk
2026-11-21 21:00:12.000 [info] teaser ▸ polling: 40 %
2026-11-21 21:00:40.000 [info] teaser ▸ verified: duration ok (4 s), audio WRONG (none)
2026-11-21 21:00:40.100 [info] teaser ▸ passed: The route made the video that was asked for.
2026-11-21 21:00:40.200 [error] teaser (controlled failure) ▸ failed: The surface accepted an empty prompt.
`;

export async function walk(stage: Stage): Promise<Outcome> {
  const folder = await temporaryFolder('smoke-walk');
  const catalog = bundledCatalog();
  // Stands in for a surface that bills: what it was asked is its log.
  const surface = await startSimulator({
    catalog,
    asOf: '2026-11-21',
    clock: scaledClock(40),
    random: Math.random,
  });
  try {
    const workspace = join(folder.path, 'studio');
    await mkdir(workspace);
    await writeFile(join(workspace, 'render.ts'), RENDER);
    await writeFile(join(workspace, 'smoke.log'), LOG);
    await writeFile(
      join(workspace, 'veo-audit.yaml'),
      `gateways:\n  staging: { kind: new-api, url: '${surface.origin}' }\nroutes:\n  teaser:\n    match: { file: render.ts }\n    owner: studio team\n    gateway: staging\n    surface: vertex-ai\n`,
    );
    return sum([await trusted(stage, workspace, surface), await untrusted(stage, workspace, surface)]);
  } finally {
    await surface.close();
    await folder.remove();
  }
}

async function trusted(stage: Stage, workspace: string, surface: RunningSimulator): Promise<Outcome> {
  const person = await Person.open(stage, workspace, SETTINGS);
  try {
    return await takeWalk('a person proves a route', person, {
      ...simulated(person),
      ...(writesLogs(stage) ? outputPanel(person) : {}),
      ...live(person, surface),
    });
  } finally {
    await person.leave();
  }
}

/** A VS Code server whose log writer was not compiled shows nothing in any log panel. */
function writesLogs({ host }: Stage): boolean {
  return existsSync(join(host.vscode, 'node_modules/@vscode/spdlog/build/Release/spdlog.node'));
}

const simulated = (person: Person) => ({
  'sees the lens and runs simulated from the palette': async () => {
    await person.openFile('render.ts', 6);
    await person.page.locator('.codelens-decoration', { hasText: 'Run smoke test' }).first().waitFor();
    await person.openPalette('Veo Audit: Run Simulated');
    await person.page.locator('.quick-input-list', { hasText: 'Run Simulated Smoke Test' }).waitFor();
    await person.screenshot('smoke-1-palette');
    await person.press('Escape');
    await person.runCommand('Veo Audit: Run Simulated Smoke Test');
    await toast(person, 'nothing is billed');
    await person.screenshot('smoke-2-progress');
  },
  'reloads the window in the middle and goes on': async () => {
    await toast(person, 'polling');
    await person.page.reload();
    await toast(person, 'The simulated smoke test of "teaser" was interrupted');
    await person.page.locator('.notification-list-item').getByText('Resume', { exact: true }).click();
    await page(person).getByText('The route made the video').first().waitFor();
    await page(person).getByText('1 sent, 1 accepted').waitFor();
  },
  'reads the evidence': async () => {
    await tab(person, 'Preview').waitFor();
    await page(person).getByText('This is no evidence of production').waitFor();
    await person.screenshot('smoke-4-evidence');
    await person.runCommand('View: Show Veo Audit');
    await person.page.locator('.monaco-list-row', { hasText: 'Evidence' }).first().waitFor();
    await person.page.locator('.monaco-list-row', { hasText: 'Evidence' }).first().click();
    await person.page.locator('.monaco-list-row', { hasText: 'simulated' }).first().waitFor();
    await person.screenshot('smoke-5-view');
  },
  'sees the lines of smoke tests in colours of their own': async () => {
    await person.openFile('smoke.log', 1);
    for (const look of ['light', 'dark'] as const) {
      await person.setTheme(look);
      assert.notEqual(await colourOf(person, 'passed'), await colourOf(person, 'failed'));
      assert.notEqual(await colourOf(person, '$0.20'), await colourOf(person, 'confirmed'));
      await person.screenshot(`smoke-6-log-${look}`);
    }
  },
});

const outputPanel = (person: Person) => ({
  'reads the states in the output panel': async () => {
    await person.runCommand('Veo Audit: Show Smoke Test Output');
    const lines = person.page.locator('.output-view .view-line');
    await lines.filter({ hasText: 'passed: The route made' }).last().waitFor();
    await person.screenshot('smoke-3-output');
    await person.runCommand('View: Toggle Panel Visibility');
  },
});

const live = (person: Person, surface: RunningSimulator) => ({
  'types a key for a host': async () => {
    await typeKey(person, surface);
  },
  'is asked before a live test, and a no sends nothing': async () => {
    await runLive(person);
    const dialog = person.page.locator('.monaco-dialog-box', {
      hasText: 'Send the live smoke test of "teaser"',
    });
    await dialog.waitFor();
    await person.screenshot('smoke-7-confirm');
    await dialog.getByText('Cancel', { exact: true }).click();
    await page(person).getByText('The run was not confirmed').first().waitFor();
    assert.equal(submits(surface), 0);
  },
  'says yes, cancels, and is told that the bill goes on': async () => {
    await runLive(person);
    await person.page
      .locator('.monaco-dialog-box')
      .getByText(/^Send for/)
      .click();
    await toast(person, 'polling');
    const progress = person.page.locator('.notification-list-item', { hasText: 'Live smoke test' });
    await progress.getByText('Cancel', { exact: true }).click();
    await toast(person, 'that does not stop the bill');
    await person.screenshot('smoke-8-cancelled');
    assert.equal(submits(surface), 1);
  },
  'reloads the window and goes on with the job that was cancelled': async () => {
    await person.page.reload();
    await toast(person, 'was interrupted');
    await person.screenshot('smoke-9-interrupted');
    // Without a keyring of the system this VS Code forgets secrets with its window.
    await person.page.locator('.notification-list-item').getByText('Not Now', { exact: true }).click();
    await typeKey(person, surface);
    await person.runCommand('Veo Audit: Resume Smoke Tests');
    await page(person).getByText('The route made the video').first().waitFor();
    await person.screenshot('smoke-10-resumed');
    assert.equal(submits(surface), 1, 'one submit in all');
    assert.ok(!person.window.lines.some((line) => line.includes(KEY)), 'no console says the key');
  },
  'finds the routes in the Test Explorer and runs them': async () => {
    await person.runCommand('Testing: Focus on Test Explorer View');
    await person.page.locator('.test-explorer .monaco-list-row', { hasText: 'render.ts' }).first().waitFor();
    await person.runCommand('Test: Run All Tests');
    await person.page.locator('.test-explorer .codicon-testing-passed-icon').first().waitFor();
    await person.screenshot('smoke-11-explorer');
  },
});

async function untrusted(stage: Stage, workspace: string, surface: RunningSimulator): Promise<Outcome> {
  const person = await Person.open(stage, workspace, { ...SETTINGS, ...TRUST });
  const before = surface.world.log.length;
  try {
    return await takeWalk('a person opens a workspace that is not trusted', person, {
      'gets simulations only': async () => {
        await person.page.locator('.statusbar', { hasText: 'Restricted Mode' }).waitFor();
        await person.openFile('render.ts', 6);
        await person.page
          .locator('.codelens-decoration', { hasText: 'Run smoke test' })
          .getByText('Run smoke test', { exact: true })
          .click();
        await page(person).getByText('This is no evidence of production').waitFor();
        await person.screenshot('smoke-12-untrusted');
        assert.equal(surface.world.log.length, before, 'nothing reached the surface');
      },
    });
  } finally {
    await person.leave();
  }
}

function submits(surface: RunningSimulator): number {
  return surface.world.log.filter(({ step }) => step === 'submit').length;
}

async function runLive(person: Person): Promise<void> {
  await person.openFile('render.ts', 6);
  await person.runCommand('Veo Audit: Run Smoke Test for Route at Cursor…');
  await person.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Live' }).click();
}

async function typeKey(person: Person, surface: RunningSimulator): Promise<void> {
  await person.runCommand('Veo Audit: Set Key for Host…');
  await typeInto(person, 'for which host', surface.origin);
  await typeInto(person, 'Set Key for 127.0.0.1', KEY);
  await person.page.locator('.statusbar', { hasText: 'kept' }).waitFor();
}

async function toast(person: Person, text: string): Promise<void> {
  await person.page.locator('.notification-list-item', { hasText: text }).first().waitFor();
}

/** The page that a Markdown preview shows. */
function page(person: Person) {
  return person.page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
}

/** The colour of a text in the visible document. */
async function colourOf(person: Person, text: string): Promise<string> {
  const token = person.page.locator('.view-line > span > span').getByText(text, { exact: true }).first();
  return token.evaluate(
    (element) => element.ownerDocument.defaultView?.getComputedStyle(element).color ?? '',
  );
}

function tab(person: Person, text: string) {
  return person.page.locator('.tab', { hasText: text }).first();
}

async function typeInto(person: Person, title: string, text: string): Promise<void> {
  await person.page.locator('.quick-input-widget:visible', { hasText: title }).waitFor();
  await person.page.locator('.quick-input-widget:visible .quick-input-box input').fill(text);
  await person.press('Enter');
}
