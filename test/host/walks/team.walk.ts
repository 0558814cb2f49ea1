// A person looks after the team's contracts: veo-audit.yaml, the checklist, and a gateway that is asked for its catalog.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { ROOT } from '../install.ts';
import type { Outcome } from '../outcome.ts';
import type { Stage } from '../runSuites.ts';
import { Person, takeWalk } from '../walk.ts';

const WORKSPACE = join(ROOT, 'samples', 'studio');
/** No pinned day: a catalog that is fetched today says nothing of an earlier one. */
const SETTINGS = { 'breadcrumbs.enabled': false };

/** As LiteLLM answers `/model/info`: one row, priced by the second. */
const CATALOG = {
  data: [
    {
      model_name: 'film',
      litellm_params: { model: 'vertex_ai/veo-3.1-generate-001' },
      model_info: { mode: 'video_generation', output_cost_per_second: 0.5 },
    },
  ],
};

/** A gateway of this machine that counts who asks. */
async function gateway() {
  const asked: string[] = [];
  const server = createServer(({ method, url }, response) => {
    asked.push(`${method} ${url}`);
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(CATALOG));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/model/info`, asked, close: () => server.close() };
}

export async function walk(stage: Stage): Promise<Outcome> {
  const house = await gateway();
  const person = await Person.open(stage, WORKSPACE, SETTINGS);
  try {
    return await takeWalk('a person looks after the contracts', person, steps(person, house));
  } finally {
    await person.leave();
    house.close();
  }
}

const steps = (person: Person, house: Awaited<ReturnType<typeof gateway>>) => ({
  'sees where a contract is broken, and how far each is from production': async () => {
    await person.openFile('veo-audit.yaml', 16, 20);
    await person.squiggles('error').first().waitFor();
    await person.page.locator('.codelens-decoration', { hasText: 'Checklist: ' }).first().waitFor();
    await person.page.locator('.codelens-decoration', { hasText: 'Check gateway' }).waitFor();
    await person.screenshots('contracts');
  },
  'reads what a key means': async () => {
    const card = await person.hover('environment');
    await card.getByText('Production asks for more').waitFor();
    await person.screenshot('contract-key');
    await person.press('Escape');
  },
  'is offered the keys that may stand there': async () => {
    await person.goTo(22);
    await person.press('End');
    await person.press('Enter');
    await person.press('Control+Space');
    await person.page.locator('.suggest-widget:visible', { hasText: 'budgets' }).waitFor();
    await person.screenshot('contract-completion');
    await person.press('Escape');
    await person.press('Control+Z');
  },
  "reads what a route's name leads to": async () => {
    await person.openFile('gateway/litellm.yaml', 1);
    // Lenses move the lines: a mouse that came before them would rest on another one.
    await person.page.locator('.codelens-decoration', { hasText: 'shut down' }).first().waitFor();
    await person.squiggles('error').first().waitFor();
    const card = await person.hover('film-old');
    await card.getByText('leads to').waitFor();
    await person.screenshot('route-name');
    await person.press('Escape');
  },
  'reads the checklist in the view': async () => {
    await person.page.locator('.activitybar .action-label[aria-label^="Veo Audit"]').click({ force: true });
    await row(person, 'Checklist').click();
    await row(person, 'thumbnails').first().waitFor();
    const film = row(person, 'film').filter({ hasText: 'production' }).first();
    await film.locator('.monaco-tl-twistie').click();
    await row(person, 'usage proof').first().waitFor();
    await person.screenshots('checklist');
  },
  "opens a contract's row of the report from its lens": async () => {
    await person.openFile('veo-audit.yaml', 10);
    await person.page.locator('.codelens-decoration a', { hasText: 'Checklist: ' }).first().click();
    await person.page.locator('.tab.active', { hasText: 'Veo Report' }).waitFor();
    const table = person.webview().getByRole('group', { name: 'Routes by the seven questions' });
    await table.locator('tbody tr', { hasText: 'film' }).first().waitFor();
    // The filter comes after the first drawing.
    await table.locator('tbody tr', { hasText: 'thumbnails' }).first().waitFor({ state: 'detached' });
    await person.screenshot('checklist-page');
  },
  'is asked before a gateway is, and may say no': async () => {
    const config = join(person.workspace, 'veo-audit.yaml');
    const text = await readFile(config, 'utf8');
    await writeFile(config, text.replace('https://llm.studio.example/model/info', house.url));
    await person.openFile('veo-audit.yaml', 26);
    await person.page.locator('.view-line', { hasText: '127.0.0.1' }).waitFor();
    await person.runCommand('Veo Audit: Check Gateway…');
    await pick(person, 'named by veo-audit.yaml').waitFor();
    assert.equal(await pick(person, 'allowed in your settings').count(), 0);
    await person.screenshot('gateway-source');
    await pick(person, 'named by veo-audit.yaml').click();
    await person.page.locator('.monaco-dialog-box', { hasText: 'No key is sent' }).waitFor();
    await person.screenshot('gateway-question');
    await person.press('Escape');
    await person.page.locator('.monaco-dialog-box').waitFor({ state: 'detached' });
    assert.deepEqual(house.asked, []);
  },
  'has it asked once, and reads what its rows mean': async () => {
    await person.runCommand('Veo Audit: Check Gateway…');
    await pick(person, 'named by veo-audit.yaml').click();
    await person.page.locator('.monaco-dialog-box .monaco-button', { hasText: 'Ask Once' }).click();
    await person.page.locator('.tab.active', { hasText: 'Veo Report' }).waitFor();
    const rows = person.webview().getByRole('group', { name: 'Rows of house' });
    await rows.getByText('$0.50 per second').waitFor();
    await person.screenshot('gateway-page');
    assert.deepEqual(house.asked, ['GET /model/info']);
  },
  'sees at its routes what the catalog says': async () => {
    await person.openFile('gateway/litellm.yaml', 5, 20);
    await person.squiggles('warning').first().waitFor();
    const card = await person.hover('film-old');
    await card.getByText('has no row').waitFor();
    await person.screenshot('gateway-finding');
  },
});

const row = (person: Person, text: string) =>
  person.page.locator('.pane-body .monaco-list-row', { hasText: text });

const pick = (person: Person, text: string) =>
  person.page.locator('.quick-input-list .monaco-list-row', { hasText: text });
