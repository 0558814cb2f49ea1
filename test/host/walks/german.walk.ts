// A person whose VS Code speaks German: the packaged extension brings its translation along.
import { join } from 'node:path';
import { ROOT } from '../install.ts';
import type { Outcome } from '../outcome.ts';
import type { Stage } from '../runSuites.ts';
import { Person, takeWalk } from '../walk.ts';

const WORKSPACE = join(ROOT, 'samples', 'studio');
const SETTINGS = { 'veoAudit.asOf': '2026-11-21', 'breadcrumbs.enabled': false };

export async function walk(stage: Stage): Promise<Outcome> {
  const person = await Person.open(stage, WORKSPACE, SETTINGS, { language: 'de' });
  try {
    return await takeWalk('a person uses the packaged extension in German', person, steps(person));
  } finally {
    await person.leave();
  }
}

const steps = (person: Person) => ({
  'reads above a request in German what it costs': async () => {
    await person.openFile('gateway/litellm.yaml', 7, 30);
    await person.page.locator('.codelens-decoration', { hasText: 'pro Anfrage' }).first().waitFor();
    const card = await person.hover('veo-3.0-generate-001');
    await card.getByText('Letzter Preis pro Sekunde').waitFor();
    await person.screenshot('german-hover');
    await person.press('Escape');
  },
  'is offered fixes in German': async () => {
    await person.goTo(7, 30);
    await person.press('Control+Period');
    await person.page.locator('.action-widget', { hasText: 'Mehr über shut-down-model' }).waitFor();
    await person.screenshot('german-fixes');
    await person.press('Escape');
  },
  'finds the commands and the view by their German names': async () => {
    await person.page.locator('.activitybar .action-label[aria-label^="Veo Audit"]').click({ force: true });
    await person.page.locator('.pane-body .monaco-list-row', { hasText: 'litellm.yaml' }).first().waitFor();
    const offers = await person.openPalette('Veo Audit: Bericht');
    await offers.getByText('Veo Audit: Bericht öffnen', { exact: true }).first().waitFor();
    await person.screenshot('german-palette');
    await person.press('Escape');
  },
  'reads the report in German': async () => {
    await person.runCommand('Veo Audit: Bericht öffnen');
    await person.webview().getByRole('heading', { name: 'Kosten', exact: true }).waitFor();
    await person.screenshot('german-report');
  },
});
