// A person proves routes with simulations: lens and palette, progress, output panel, evidence; a reload in the middle; a
// route that is picked; all routes.
import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { faultsOf } from '../axe.ts';
import { temporaryFolder } from '../folders.ts';
import type { Outcome } from '../outcome.ts';
import type { Stage } from '../runSuites.ts';
import { Person, type Steps, takeWalk } from '../walk.ts';
import {
  lens,
  makeStudio,
  NO_ROUTE_LINE,
  openEvidence,
  pick,
  press,
  preview,
  SETTINGS,
  TEASER_LINE,
  toast,
} from './smokeSteps.ts';

export async function walk(stage: Stage): Promise<Outcome> {
  const folder = await temporaryFolder('smoke-walk');
  try {
    const person = await Person.open(stage, await makeStudio(folder.path), SETTINGS);
    try {
      return await takeWalk('a person proves a route with a simulation', person, {
        ...oneRoute(person),
        ...outputPanel(person, stage.host.withoutLogs),
        ...interrupted(person),
        ...severalRoutes(person),
      });
    } finally {
      await person.leave();
    }
  } finally {
    await folder.remove();
  }
}

const oneRoute = (person: Person): Steps => ({
  'sees the lens, and the command in the palette': async () => {
    await person.openFile('render.ts', TEASER_LINE);
    await lens(person).waitFor();
    await person.openPalette('Veo Audit: Smoke');
    await person.page.locator('.quick-input-list', { hasText: 'Run Simulated Smoke Test' }).waitFor();
    await person.screenshot('smoke-1-palette');
    await person.press('Escape');
  },
  'runs it, and is told of time, state and cost': async () => {
    await person.runCommand('Veo Audit: Run Simulated Smoke Test');
    await toast(person, /[1-9]\d* s · polling( \d+ %)? · simulated/);
    await person.screenshot('smoke-2-progress');
  },
  'opens the evidence from the message at the end': async () => {
    await toast(person, 'teaser: passed (simulated)');
    await person.screenshot('smoke-end-dark');
    await openEvidence(person, 'teaser: passed (simulated)');
    await preview(person).getByText('This is no evidence of production').waitFor();
    await preview(person).getByText('The route made the video').first().waitFor();
    await person.screenshot('smoke-4-evidence');
  },
  'reads it in the report, with its states and the video itself': async () => {
    await person.runCommand('View: Close All Editors');
    await person.runCommand('Veo Audit: Open Report');
    const runs = person.webview().getByRole('group', { name: 'Smoke tests, newest first' });
    await runs.locator('summary', { hasText: 'passed in' }).last().click();
    await runs.getByText(/^polling \d+ s$/).waitFor();
    const video = runs.locator('video').first();
    await video.scrollIntoViewIfNeeded();
    const page = await (await video.elementHandle())?.ownerFrame();
    assert.ok(page, 'the report has a frame');
    // What a policy or a wrong address kept out has no length.
    await page.waitForFunction(`document.querySelector('video').readyState > 0`);
    await person.screenshot('smoke-5-report');
  },
  'goes from there to the evidence, and back, by the keyboard': async () => {
    const runs = person.webview().getByRole('group', { name: 'Smoke tests, newest first' });
    await runs
      .getByRole('button', { name: /evidence\/.*\.json$/ })
      .last()
      .focus();
    await person.press('Enter');
    const title = person.webview().getByRole('heading', { level: 1, name: /^Smoke test of teaser: passed/ });
    await title.waitFor();
    await person.page.locator('.tab.active', { hasText: 'Smoke test of teaser' }).waitFor();
    await person.screenshot('smoke-5-evidence');
    const frame = await (await title.elementHandle())?.ownerFrame();
    assert.ok(frame, 'the page has a frame');
    assert.deepEqual(await faultsOf(frame), []);
    await person.webview().getByRole('button', { name: '← Report' }).focus();
    await person.press('Enter');
    await runs.waitFor();
    await person.runCommand('View: Close All Editors');
  },
});

/** Without a log writer there is nothing to see, which is said and counted as nothing. */
function outputPanel(person: Person, withoutLogs: string | null): Steps {
  if (withoutLogs !== null) {
    console.log(`\n  The output panel was not looked at. ${withoutLogs}`);
    return {};
  }
  return {
    'reads every state in the output panel, in colours of its own': async () => {
      await person.runCommand('Veo Audit: Show Smoke Test Output');
      await person.runCommand('View: Toggle Maximized Panel');
      await person.page.locator('.output-view .view-lines').click();
      await person.press('Control+Home');
      const lines = person.page.locator('.output-view .view-line');
      for (const state of ['planned', 'confirmed', 'submitting', 'submitted', 'polling', 'downloading'])
        await lines
          .filter({ hasText: `teaser [simulated] ▸ ${state}` })
          .first()
          .waitFor();
      const passed = lines.filter({ hasText: '▸ passed: The route made the video' }).first();
      await passed.waitFor();
      for (const look of ['dark', 'light'] as const) {
        await person.setTheme(look);
        const plain = await colourOf(passed, 'The route made');
        for (const text of ['teaser', '[simulated]', 'passed'])
          assert.notEqual(await colourOf(passed, text), plain, `${text} in ${look}`);
        // The mouse chose the theme over a button, whose tooltip would be in the picture.
        await person.page.locator('.output-view .view-lines').click();
        await person.screenshot(`smoke-3-output-${look}`);
      }
      await person.setTheme('dark');
      await person.runCommand('View: Toggle Maximized Panel');
      await person.runCommand('View: Toggle Panel Visibility');
    },
  };
}

const interrupted = (person: Person): Steps => ({
  'reloads the window in the middle, is asked, and goes on': async () => {
    // The evidence from before would be there again after the reload.
    await person.runCommand('View: Close All Editors');
    await person.openFile('render.ts', TEASER_LINE);
    await person.runCommand('Veo Audit: Run Simulated Smoke Test');
    await toast(person, 'polling');
    await person.page.reload({ waitUntil: 'domcontentloaded' });
    const offer = await toast(person, 'The simulated smoke test of "teaser" was interrupted');
    await person.screenshot('smoke-9-interrupted-simulated');
    await press(offer, 'Resume');
    await toast(person, /Resuming simulated smoke test: teaser: .*polling.*simulated/);
    await openEvidence(person, 'teaser: passed (simulated)');
    await preview(person).getByText('The route made the video').first().waitFor();
    await preview(person).getByText('1 sent, 1 accepted').waitFor();
  },
});

const severalRoutes = (person: Person): Steps => ({
  'picks a route where the cursor is in none': async () => {
    await person.setTheme('light');
    await person.openFile('render.ts', NO_ROUTE_LINE);
    await person.runCommand('Veo Audit: Run Simulated Smoke Test');
    const rows = person.page.locator('.quick-input-list .monaco-list-row');
    await rows.filter({ hasText: 'veo-3.1-fast-generate-001' }).first().waitFor();
    await person.screenshot('smoke-13-picked');
    assert.equal(await rows.count(), 2);
    await pick(person, 'veo-3.1-fast-generate-001');
    await toast(person, /· simulated/);
    await toast(person, 'trailer: passed (simulated)');
    await person.screenshot('smoke-end-light');
    await openEvidence(person, 'trailer: passed (simulated)');
    await preview(person).getByText('veo-3.1-fast-generate-001').first().waitFor();
  },
  'runs all routes, and finds what they left in the view': async () => {
    await person.runCommand('Veo Audit: Run All Smoke Tests…');
    await pick(person, 'Simulated');
    await toast(person, /2 (polling|submitted).* simulated/);
    const summary = await toast(person, '2 of 2 smoke tests passed (simulated)');
    await person.screenshot('smoke-14-all');
    await press(summary, 'Show Evidence');
    const group = person.page.locator('.monaco-list-row', { hasText: 'Evidence' }).first();
    await group.waitFor();
    await group.click();
    await person.page.locator('.monaco-list-row', { hasText: 'passed · simulated' }).first().waitFor();
    await person.screenshot('smoke-5-view');
  },
});

/** The colour that a piece of a line is drawn in. */
async function colourOf(line: Locator, text: string): Promise<string> {
  const token = line.locator('span > span', { hasText: text }).last();
  return token.evaluate(
    (element) => element.ownerDocument.defaultView?.getComputedStyle(element).color ?? '',
  );
}
