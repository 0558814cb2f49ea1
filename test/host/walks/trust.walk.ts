// Windows that are not the usual one: an untrusted workspace, and one without a single model ID.
import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../folders.ts';
import { type Outcome, sum } from '../outcome.ts';
import type { Stage } from '../runSuites.ts';
import { Person, takeWalk } from '../walk.ts';

export async function walk(stage: Stage): Promise<Outcome> {
  const folder = await temporaryFolder('windows');
  try {
    return sum([await untrusted(stage, folder.path), await withoutVeo(stage, folder.path)]);
  } finally {
    await folder.remove();
  }
}

async function untrusted(stage: Stage, folder: string): Promise<Outcome> {
  const workspace = join(folder, 'stranger');
  await mkdir(join(workspace, '.vscode'), { recursive: true });
  await writeFile(join(workspace, '.vscode', 'settings.json'), '{ "veoAudit.enable": false }');
  await writeFile(join(workspace, 'models.yaml'), 'film: vertex_ai/veo-3.0-generate-001\n');
  const person = await Person.open(stage, workspace, {
    'veoAudit.asOf': '2026-11-21',
    'security.workspace.trust.enabled': true,
    'security.workspace.trust.startupPrompt': 'never',
    'security.workspace.trust.banner': 'never',
  });
  try {
    return await takeWalk('a person opens a workspace that is not trusted', person, {
      'sees the squiggles that the workspace wants switched off': async () => {
        await person.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
        await person.openFile('models.yaml');
        await person.squiggles('error').first().waitFor();
        await person.screenshot('untrusted');
      },
      'trusts it, and the workspace has its way': async () => {
        await person.runCommand('Workspaces: Manage Workspace Trust');
        await person.page
          .locator('.workspace-trust-editor .monaco-button', { hasText: /^Trust/ })
          .first()
          .click();
        await person.openFile('models.yaml');
        await person.squiggles('error').first().waitFor({ state: 'detached' });
        await person.screenshot('trusted');
      },
    });
  } finally {
    await person.leave();
  }
}

async function withoutVeo(stage: Stage, folder: string): Promise<Outcome> {
  const workspace = join(folder, 'other');
  await mkdir(workspace, { recursive: true });
  await writeFile(join(workspace, 'notes.txt'), 'Nothing to see here.\n');
  const person = await Person.open(stage, workspace);
  try {
    return await takeWalk('a person opens a workspace without Veo', person, {
      'is told so when it is scanned by hand': async () => {
        await person.runCommand('Veo Audit: Scan Workspace');
        await person.page
          .locator('.notification-list-item', { hasText: 'no Veo model IDs were found' })
          .waitFor();
        await person.screenshot('empty');
      },
      'sees neither an icon nor a beaker': async () => {
        const icons = person.page.locator('.activitybar .action-label');
        for (const name of ['Veo Audit', 'Testing'])
          assert.equal(await icons.and(person.page.locator(`[aria-label^="${name}"]`)).count(), 0, name);
      },
      'sees nothing in the status bar': async () => {
        await person.page.locator('.statusbar-item', { hasText: /Veo/ }).waitFor({ state: 'detached' });
      },
      'reads the page of the extension, which has no broken picture': async () => {
        await person.runCommand('Extensions: Show Installed Extensions');
        await person.page
          .locator('.extensions-list .monaco-list-row', { hasText: 'Veo Route Audit' })
          .first()
          .click();
        await person.webview().getByText('Open Walkthrough').waitFor();
        // The page shows none that is not on the network, and broken ones look like a broken extension.
        assert.equal(await person.webview().locator('img').count(), 0);
        await person.screenshot('extension-page');
      },
    });
  } finally {
    await person.leave();
  }
}
