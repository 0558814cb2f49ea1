// A person reads the report: as a file in a browser, and in the editor, in every look. axe-core finds nothing against it.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Locator, Page } from 'playwright-core';
import { faultsOf } from '../axe.ts';
import { temporaryFolder } from '../folders.ts';
import { ROOT } from '../install.ts';
import { type Outcome, sum } from '../outcome.ts';
import type { Stage } from '../runSuites.ts';
import { Person, SCREENSHOTS, type Scene, type Theme, takeWalk } from '../walk.ts';

const run = promisify(execFile);
const WORKSPACE = join(ROOT, 'samples', 'studio');
const DAY = '2026-11-21';
const MODEL = 'veo-3.1-generate-001';
const LOOKS: readonly Theme[] = ['light', 'dark', 'contrast', 'contrastLight'];
const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 700 },
] as const;
const SECTIONS = [
  'Costs',
  'Lifecycle',
  'Routes to move',
  'Findings',
  'Fallbacks',
  'Checklist',
  'Smoke tests',
  'Gateways',
  'Price history',
];

export async function walk(stage: Stage): Promise<Outcome> {
  return sum([await fromDisk(stage), await inEditor(stage)]);
}

async function fromDisk({ browser }: Stage): Promise<Outcome> {
  const folder = await temporaryFolder('report');
  const file = join(folder.path, 'report.html');
  const cli = join(ROOT, 'dist', 'cli.js');
  await run(process.execPath, [
    cli,
    'audit',
    WORKSPACE,
    '--as-of',
    DAY,
    '--format',
    'html',
    '--output',
    file,
    '--fail-on',
    'never',
  ]);
  const context = await browser.newContext();
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  try {
    return await takeWalk('a person opens the report from disk', pictureOf(page), {
      'reads every section, with nothing loaded from elsewhere': async () => {
        await page.goto(pathToFileURL(file).href);
        for (const title of SECTIONS) await page.getByRole('heading', { name: title, exact: true }).waitFor();
        assert.deepEqual(asked, [pathToFileURL(file).href]);
      },
      'reads it in light and in dark, at both sizes': async () => {
        for (const colorScheme of ['light', 'dark'] as const)
          for (const size of SIZES) {
            await page.emulateMedia({ colorScheme });
            await page.setViewportSize(size);
            await pictureOf(page).screenshot(`report-file-${colorScheme}-${size.width}`);
            assert.deepEqual(await faultsOf(page.mainFrame()), [], `${colorScheme} at ${size.width}`);
          }
      },
      'goes from a bar to its row, and from a lane to its model ID': async () => {
        await clickInChart(page.getByRole('img', { name: /^Cost of one request/ }), 'film');
        const at = await page.evaluate('document.activeElement.textContent');
        assert.match(String(at), /gateway\/litellm\.yaml:4/);
        await clickInChart(page.getByRole('img', { name: /^When each model ID/ }), `${MODEL} · Vertex AI`);
        await page.getByRole('heading', { level: 1, name: MODEL }).waitFor();
        await page.goBack();
      },
      'has all that is known of an ID by the keyboard, and comes back': async () => {
        await page.getByRole('button', { name: MODEL }).first().focus();
        await page.keyboard.press('Enter');
        const title = page.getByRole('heading', { level: 1, name: MODEL });
        await title.waitFor();
        assert.equal(await page.evaluate('document.activeElement.tagName'), 'H1', 'it has the focus');
        await page.getByRole('group', { name: 'Limits on Vertex AI' }).waitFor();
        for (const colorScheme of ['light', 'dark'] as const)
          for (const size of SIZES) {
            await page.emulateMedia({ colorScheme });
            await page.setViewportSize(size);
            await pictureOf(page).screenshot(`report-model-${colorScheme}-${size.width}`);
            assert.deepEqual(await faultsOf(page.mainFrame()), [], `${colorScheme} at ${size.width}`);
          }
        await page.reload();
        await title.waitFor();
        await page.goBack();
        await page.getByRole('heading', { name: 'Checklist' }).waitFor();
      },
    });
  } finally {
    await context.close();
    await folder.remove();
  }
}

async function inEditor(stage: Stage): Promise<Outcome> {
  const person = await Person.open(stage, WORKSPACE, { 'veoAudit.asOf': DAY });
  const heading = person.webview().getByRole('heading', { name: 'Veo Route Audit' });
  try {
    return await takeWalk('a person opens the report in the editor', person, {
      'opens it from the palette': async () => {
        // The palette lists the commands that are there when it opens.
        await person.page.locator('.statusbar-item', { hasText: /Veo \d+/ }).waitFor();
        await person.runCommand('Veo Audit: Open Report');
        await heading.waitFor();
        await person.press('Control+B');
      },
      'reads it in every look': async () => {
        for (const look of LOOKS) {
          await person.setTheme(look);
          await heading.waitFor();
          await person.screenshot(`report-${look}`);
          const frame = await (await heading.elementHandle())?.ownerFrame();
          assert.ok(frame, 'the report has a frame');
          assert.deepEqual(await faultsOf(frame), [], look);
        }
      },
      'goes from a finding to its line': async () => {
        await person.setTheme('dark');
        await person.webview().getByRole('button', { name: 'src/render.ts:9' }).first().click();
        await person.page.locator('.tab.active', { hasText: 'render.ts' }).waitFor();
        await person.page.locator('.statusbar', { hasText: 'Ln 9,' }).waitFor();
      },
      'goes from a bar of a chart to its line': async () => {
        await person.runCommand('Veo Audit: Open Report');
        await clickInChart(person.webview().getByRole('img', { name: /^Cost of one request/ }), 'film');
        await person.page.locator('.tab.active', { hasText: 'litellm.yaml' }).waitFor();
        await person.page.locator('.statusbar', { hasText: 'Ln 4,' }).waitFor();
      },
      'has an ID explained there, in every look, and comes back by the keyboard': async () => {
        await person.openFile('src/models.ts', 4, 20);
        await person.runCommand('Veo Audit: Explain Model ID');
        const title = person.webview().getByRole('heading', { level: 1, name: MODEL });
        await person.page.locator('.tab.active', { hasText: MODEL }).waitFor();
        for (const look of LOOKS) {
          await person.setTheme(look);
          await title.waitFor();
          await person.screenshot(`report-model-${look}`);
          const frame = await (await title.elementHandle())?.ownerFrame();
          assert.ok(frame, 'the page has a frame');
          assert.deepEqual(await faultsOf(frame), [], look);
        }
        await person.webview().getByRole('button', { name: '← Report' }).focus();
        await person.press('Enter');
        await heading.waitFor();
        await person.page.locator('.tab.active', { hasText: 'Veo Report' }).waitFor();
      },
    });
  } finally {
    await person.leave();
  }
}

/** Clicks the band of a chart that has this label. */
const clickInChart = (chart: Locator, label: string): Promise<void> =>
  chart
    .locator('text', { hasText: new RegExp(`^${label}\u200b*$`) })
    .first()
    .click();

const pictureOf = (page: Page): Scene => ({
  screenshot: async (name) => {
    const path = join(SCREENSHOTS, `${name}.png`);
    await page.screenshot({ path });
    return path;
  },
});
