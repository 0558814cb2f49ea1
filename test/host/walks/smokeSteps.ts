// What the walks through smoke tests share: the studio that they open, and what a person looks at and types.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { bundledCatalog } from '../../../src/catalog/bundled.ts';
import { type RunningSimulator, startSimulator } from '../../../src/simulator/server.ts';
import { scaledClock } from '../../../src/smoke/clock.ts';
import type { Settings } from '../server.ts';
import type { Person } from '../walk.ts';

export const SETTINGS: Settings = {
  'veoAudit.asOf': '2026-11-21',
  'veoAudit.smoke.simulationSpeed': 3,
  'breadcrumbs.enabled': false,
};

const RENDER = `import { GoogleGenAI } from '@google/genai';

const ai = new GoogleGenAI({ vertexai: true, project: 'studio', location: 'us-central1' });

export async function teaser(prompt: string) {
  return ai.models.generateVideos({ model: 'veo-3.1-lite-generate-001', prompt });
}

export async function trailer(prompt: string) {
  return ai.models.generateVideos({ model: 'veo-3.1-fast-generate-001', prompt });
}
`;
/** A line of render.ts within each of its requests, and one outside of them. */
export const TEASER_LINE = 6;
export const TRAILER_LINE = 10;
export const NO_ROUTE_LINE = 1;

const CONTRACTS = `routes:
  teaser:
    match: { file: render.ts, model: veo-3.1-lite-generate-001 }
    owner: studio team
`;

/** A studio whose routes go to Google. */
export async function makeStudio(folder: string): Promise<string> {
  return writeStudio(folder, CONTRACTS);
}

/** The same studio with a gateway before the teaser's surface. */
export async function makeStudioBehind(folder: string, gateway: string): Promise<string> {
  const gateways = `gateways:\n  staging: { kind: new-api, url: '${gateway}' }\n`;
  return writeStudio(folder, `${gateways}${CONTRACTS}    gateway: staging\n    surface: vertex-ai\n`);
}

async function writeStudio(folder: string, yaml: string): Promise<string> {
  const workspace = join(folder, 'studio');
  await mkdir(workspace);
  await writeFile(join(workspace, 'render.ts'), RENDER);
  // The package is not installed here; without these two its import would be an error.
  await writeFile(join(workspace, 'tsconfig.json'), '{}\n');
  await writeFile(join(workspace, 'modules.d.ts'), "declare module '@google/genai';\n");
  await writeFile(join(workspace, 'veo-audit.yaml'), yaml);
  return workspace;
}

/** A surface on this machine that stands in for one that bills. */
export async function startSurface(): Promise<RunningSimulator> {
  return startSimulator({
    catalog: bundledCatalog(),
    asOf: '2026-11-21',
    clock: scaledClock(40),
    random: Math.random,
  });
}

/** The lens above the first request: once it is there, so are the extension, and its commands in the palette. */
export function lens(person: Person): Locator {
  return person.page
    .locator('.codelens-decoration', { hasText: 'Run smoke test' })
    .getByText('Run smoke test', { exact: true })
    .first();
}

/** A notification that says a text. */
export async function toast(person: Person, text: string | RegExp): Promise<Locator> {
  const found = person.page.locator('.notification-list-item', { hasText: text }).first();
  await found.waitFor();
  return found;
}

/** Presses a button of a notification. */
export async function press(notification: Locator, button: string): Promise<void> {
  await notification.getByText(button, { exact: true }).click();
}

/** Opens the evidence from the message that says how a smoke test ended. */
export async function openEvidence(person: Person, ending: string | RegExp): Promise<void> {
  await press(await toast(person, ending), 'Open Evidence');
}

/** The page that a Markdown preview shows. */
export function preview(person: Person) {
  return person.webview();
}

/** The question before a live test. */
export function question(person: Person): Locator {
  return person.page.locator('.monaco-dialog-box', { hasText: 'Send the live smoke test of "teaser"' });
}

/** Asks for a live test of the route at the cursor. */
export async function runLive(person: Person): Promise<void> {
  await person.openFile('render.ts', TEASER_LINE);
  await lens(person).waitFor();
  await person.runCommand('Veo Audit: Run Smoke Test for Route at Cursor…');
  await pick(person, 'Live');
}

/** Leaves the question that asks for something that is missing. */
export async function leaveOpen(person: Person, title: string): Promise<void> {
  const asked = person.page.locator('.quick-input-widget:visible', { hasText: title });
  await asked.waitFor();
  await person.press('Escape');
  await asked.waitFor({ state: 'hidden' });
}

/** Sets a key for a host as a person does. */
export async function typeKey(person: Person, address: string, key: string): Promise<void> {
  await person.runCommand('Veo Audit: Set Key for Host…');
  await person.page.locator('.quick-input-widget:visible', { hasText: 'for which host' }).waitFor();
  await person.page.locator('.quick-input-widget:visible .quick-input-box input').fill(address);
  await pick(person, new URL(address).host);
  await typeInto(person, `Set Key for ${new URL(address).host}`, key);
  await person.page.locator('.statusbar', { hasText: 'kept' }).waitFor();
}

/** Chooses a row of the quick pick that is open. */
export async function pick(person: Person, label: string): Promise<void> {
  await person.page.locator('.quick-input-list .monaco-list-row', { hasText: label }).first().click();
}

/** Answers a question with a text. */
export async function typeInto(person: Person, title: string, text: string): Promise<void> {
  await person.page.locator('.quick-input-widget:visible', { hasText: title }).waitFor();
  await person.page.locator('.quick-input-widget:visible .quick-input-box input').fill(text);
  await person.press('Enter');
}
