// A person meets the packaged extension: squiggle, hover, fix by keyboard, view, palette, pages; in every look.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { ROOT } from '../install.ts';
import type { Outcome } from '../outcome.ts';
import type { Stage } from '../runSuites.ts';
import { Person, type Theme, takeWalk } from '../walk.ts';

const WORKSPACE = join(ROOT, 'samples', 'studio');
const SETTINGS = { 'veoAudit.asOf': '2026-11-21', 'breadcrumbs.enabled': false };
const LOOKS: readonly Theme[] = ['light', 'dark', 'contrast'];

const COMMANDS = [
  'Scan Workspace',
  'Go to Next Finding',
  'Explain Model ID',
  'Fix All in Workspace…',
  'Create veo-audit.yaml',
  'Open Report',
  'Open Report as JSON',
  'Show Output',
  'Copy Diagnostics Information',
];

export async function walk(stage: Stage): Promise<Outcome> {
  const person = await Person.open(stage, WORKSPACE, SETTINGS);
  try {
    return await takeWalk('a person uses the packaged extension', person, steps(person));
  } finally {
    await person.leave();
  }
}

const steps = (person: Person) => ({
  'opens a file and sees the squiggle, the strike-through, the price': async () => {
    await person.openFile('src/models.ts', 9);
    await person.squiggles('warning').first().waitFor();
    await person.page.locator('.squiggly-inline-deprecated').first().waitFor();
    await hint(person, 'shut down 2026-04-02');
    await hint(person, '$0.20–$0.60 per second');
    await person.screenshots('models');
  },
  'sees what a request costs above it': async () => {
    await person.openFile('gateway/litellm.yaml', 1);
    await person.page.locator('.codelens-decoration', { hasText: 'per request' }).first().waitFor();
    await person.screenshots('gateway');
    await person.openFile('src/render.ts', 1);
    await person.page.locator('.codelens-decoration', { hasText: 'Vertex AI' }).first().waitFor();
    await person.screenshot('render');
  },
  'hovers a dead ID, in every look': async () => {
    await person.openFile('gateway/litellm.yaml', 7, 30);
    for (const look of LOOKS) {
      await person.setTheme(look);
      const card = await person.hover('veo-3.0-generate-001');
      await card.getByText('Last price per second').waitFor();
      await person.screenshot(`hover-dead-${look}`);
      await person.press('Escape');
    }
  },
  'hovers a living ID': async () => {
    for (const look of ['light', 'dark'] as const) {
      await person.setTheme(look);
      const card = await person.hover('veo-3.1-generate-001');
      await card.getByText('This request').waitFor();
      await person.screenshot(`hover-living-${look}`);
      await person.press('Escape');
    }
  },
  'applies the fix with the keyboard': async () => {
    await person.openFile('src/render.ts', 9, 20);
    for (const look of LOOKS) {
      await person.setTheme(look);
      await person.goTo(9, 20);
      await person.press('Control+Period');
      await person.page.locator('.action-widget', { hasText: 'Replace with veo-3.1-generate-001' }).waitFor();
      await person.screenshot(`fixes-${look}`);
      if (look !== 'contrast') await person.press('Escape');
    }
    await person.press('Enter');
    const fixed = person.page.locator('.view-line', { hasText: "'veo-3.1-generate-001'" });
    await fixed.waitFor();
    await person.setTheme('dark');
    await person.screenshot('fixed');
    await person.press('Control+Z');
    await fixed.waitFor({ state: 'detached' });
  },
  'suppresses one with a reason and a last day': async () => {
    await person.openFile('gateway/litellm.yaml', 10, 30);
    await person.press('Control+Period');
    await person.page.locator('.action-widget .monaco-list-row', { hasText: 'Suppress' }).click();
    const box = person.page.locator('.quick-input-widget:visible input');
    await box.fill('moves with the new player');
    await person.screenshot('suppress');
    await person.press('Enter');
    await person.page.locator('.quick-input-widget', { hasText: 'Until which day' }).waitFor();
    await person.press('Enter');
    await person.page.locator('.view-line', { hasText: 'moves with the new player' }).waitFor();
    await person.screenshot('suppressed');
    await person.press('Control+Z');
    await person.press('Control+Z');
  },
  'completes a living ID': async () => {
    await person.goTo(7, 24);
    await person.press('End');
    for (let back = 0; back < 'generate-001'.length; back++) await person.press('Backspace');
    await person.press('Control+Space');
    await offered(person, '$0.08–$0.30/s, may end');
    await person.screenshot('completion');
    await person.press('Escape');
    await person.press('Control+Z');
  },
  'is offered living IDs right behind a quote': async () => {
    await person.openFile('src/models.ts', 9);
    await person.page.keyboard.type("export const model = '");
    await offered(person, '$0.08–$0.30/s, may end');
    await person.screenshot('completion-quote');
    await person.press('Escape');
    // The window saves by itself, so the line is taken away by hand.
    await person.press('Shift+Home');
    await person.press('Delete');
    await person.press('Delete');
  },
  'opens the view, with its badge': async () => {
    await person.openFile('src/models.ts', 5, 40);
    await person.page.locator('.activitybar .action-label[aria-label^="Veo Audit"]').click({ force: true });
    await row(person, 'litellm.yaml').first().waitFor();
    const badge = person.page
      .locator('.activitybar .action-item', { has: person.page.locator('[aria-label^="Veo Audit"]') })
      .locator('.badge-content');
    assert.match((await badge.textContent()) ?? '', /^\d+$/);
    await person.screenshots('view');
  },
  'groups by surface and by file, from the palette': async () => {
    await person.setTheme('dark');
    await person.runCommand('Veo Audit: Group by Surface');
    await row(person, 'Vertex AI').waitFor();
    await person.screenshot('view-surface');
    await person.runCommand('Veo Audit: Group by File');
    await row(person, 'litellm.yaml').first().waitFor();
    await person.screenshot('view-file');
    await person.runCommand('Veo Audit: Group by State');
    await row(person, 'shut down').first().waitFor();
  },
  'goes to a place with a click': async () => {
    await row(person, 'Models').click();
    await row(person, 'veo-3.0-fast-generate-001').click();
    await person.page.locator('.tab.active', { hasText: 'thumbnails.py' }).waitFor();
  },
  'has a menu at each route, which opens its page in the report': async () => {
    await person.runCommand('Veo Audit: Group by File');
    await row(person, 'litellm.yaml').first().click();
    await row(person, 'film-old').click({ button: 'right' });
    const menu = person.page.locator('.monaco-menu');
    for (const label of ['Go to', 'Run Smoke Test…', 'Explain Model ID', 'Open in Report', 'Suppress…'])
      await menu.getByText(label, { exact: true }).waitFor();
    await person.screenshot('view-menu');
    await menu.getByText('Open in Report', { exact: true }).click();
    await person.webview().getByRole('heading', { name: 'What this request costs' }).waitFor();
    await person.screenshot('request-page');
  },
  'reads the worst state in the status bar': async () => {
    const item = person.page.locator('.statusbar-item', { hasText: /Veo \d+/ });
    await item.hover();
    await person.page.locator('.monaco-hover:visible', { hasText: 'Facts checked' }).waitFor();
    await person.screenshot('status');
  },
  'finds every command in the palette': async () => {
    for (const title of COMMANDS) {
      const offers = await person.openPalette(`Veo Audit: ${title}`);
      await offers.getByText(`Veo Audit: ${title}`, { exact: true }).first().waitFor();
    }
    await person.openPalette('Veo Audit');
    await person.screenshot('palette');
    await person.press('Escape');
  },
  'goes to the next finding': async () => {
    await person.openFile('worker/thumbnails.py', 1);
    await person.runCommand('Veo Audit: Go to Next Finding');
    await person.page.locator('.statusbar', { hasText: 'Ln 12,' }).waitFor();
    // Behind the last one comes the first one again.
    await person.runCommand('Veo Audit: Go to Next Finding');
    await person.page.locator('.tab.active', { hasText: '.env.example' }).waitFor();
  },
  'has an ID explained': async () => {
    await person.openFile('src/models.ts', 4, 20);
    await person.runCommand('Veo Audit: Explain Model ID');
    await person.page.locator('.tab.active', { hasText: 'veo-3.1-generate-001' }).waitFor();
    await person.webview().getByRole('group', { name: 'Limits on Vertex AI' }).waitFor();
    await person.screenshot('explained');
  },
  'fixes the whole workspace, but for the files that lose their tick': async () => {
    await person.openFile('src/render.ts', 9, 20);
    await person.runCommand('Veo Audit: Fix All in Workspace…');
    const files = person.page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row');
    await files.filter({ hasText: 'render.ts' }).waitFor();
    await files.filter({ hasText: 'runbook.md' }).click();
    await person.screenshot('fix-all');
    await person.press('Enter');
    await person.page.locator('.notification-list-item', { hasText: 'not ticked' }).waitFor();
    await person.page.locator('.view-line', { hasText: "'veo-3.1-generate-001'" }).waitFor();
    await person.screenshot('fixed-all');
  },
  'reads the walkthrough': async () => {
    await person.runCommand('Welcome: Open Walkthrough...');
    const box = person.page.locator('.quick-input-widget:visible input');
    await box.fill('Veo');
    await person.page
      .locator('.quick-input-list .monaco-list-row', { hasText: 'Audit your Veo routes' })
      .first()
      .click();
    await person.page.locator('.gettingStartedContainer', { hasText: 'Find every Veo model ID' }).waitFor();
    // Room for the pictures beside the steps.
    await person.press('Control+B');
    await person.page.locator('.getting-started-media img').first().waitFor();
    const drawn = `[...document.querySelectorAll('.getting-started-media img')].every((image) => image.naturalWidth > 0)`;
    await person.page.waitForFunction(drawn);
    await person.screenshots('walkthrough');
  },
});

const row = (person: Person, text: string) =>
  person.page.locator('.pane-body .monaco-list-row', { hasText: text });

/** Waits for a row of the suggestions with a text, and sees that none of their facts is cut. */
async function offered(person: Person, text: string): Promise<void> {
  const facts = person.page.locator('.suggest-widget:visible .details-label', { hasText: '$' });
  await facts.filter({ hasText: text }).first().waitFor();
  const cut = `[...document.querySelectorAll('.suggest-widget .details-label')].filter((label) => label.scrollWidth > label.clientWidth).map((label) => label.textContent)`;
  assert.deepEqual(await person.page.evaluate(cut), []);
}

async function hint(person: Person, text: string): Promise<void> {
  await person.page
    .locator('.view-line', { hasText: text.replaceAll(' ', '\u00a0') })
    .or(person.page.locator('.view-line', { hasText: text }))
    .first()
    .waitFor();
}
