// What live smoke tests still need, asked for in one go before anything is sent: project, location, credentials.
import * as vscode from 'vscode';
import { FAMILIES } from '../../smoke/endpoints/index.ts';
import { hostOf } from '../../smoke/keys.ts';
import type { SmokeTask } from '../../smoke/together.ts';
import { SECTION } from '../settings.ts';
import { type HostKeys, typedKeyFault } from './hostKeys.ts';
import type { SmokeRuns } from './runs.ts';
import { smokeSettings } from './settings.ts';
import { NotTestable, type SmokeTarget } from './targets.ts';

interface AskParts {
  readonly runs: SmokeRuns;
  readonly keys: HostKeys;
}

/** Another window may open while a person looks something up: it must not take the question away. */
const STAYS = { ignoreFocusOut: true } as const;

/** Asks for everything that is missing. False where a person leaves a question open: then nothing is complete. */
export async function askMissing(targets: readonly SmokeTarget[], parts: AskParts): Promise<boolean> {
  const lacksProject = targets.some((target) => taskNow(target, parts) === 'no project');
  if (lacksProject && !(await askProject())) return false;
  const asked = new Set(await parts.keys.hosts());
  for (const target of targets) {
    const task = taskNow(target, parts);
    if (task === null || task === 'no project') continue;
    const { host } = new URL(task.route.baseUrl);
    if (asked.has(host)) continue;
    asked.add(host);
    const isComplete =
      task.route.family !== 'vertex-ai'
        ? await askKey(host, parts.keys, whoNames(host, task))
        : !lacksProject || (await askCredentials(host, parts.keys));
    if (!isComplete) return false;
  }
  return true;
}

/** The task as things are; null where something is missing that no question can add. */
function taskNow(target: SmokeTarget, { runs }: AskParts): SmokeTask | 'no project' | null {
  try {
    return runs.taskOf(target, false);
  } catch (error) {
    if (!(error instanceof NotTestable)) throw error;
    return error.missing === 'project' ? 'no project' : null;
  }
}

/** A file of the workspace may name any host: whoever gives a key for it has to know. */
function whoNames(host: string, { route }: SmokeTask): string {
  const isPublic = hostOf(FAMILIES[route.family].publicBaseUrl(route.location) ?? '') === host;
  return isPublic ? '' : `${vscode.l10n.t('veo-audit.yaml names this host.')} `;
}

async function askProject(): Promise<boolean> {
  const project = await vscode.window.showInputBox({
    title: vscode.l10n.t('Live Smoke Test: Google Cloud Project'),
    prompt: vscode.l10n.t('Vertex AI bills this project. Kept in your settings as veoAudit.smoke.project.'),
    placeHolder: 'my-project-123',
    validateInput: (text) =>
      /^(?:[a-z0-9.-]+:)?[a-z][a-z0-9-]+$/.test(text.trim())
        ? null
        : vscode.l10n.t('A project ID: lower-case letters, digits and dashes.'),
    ...STAYS,
  });
  if (project === undefined) return false;
  const location = await vscode.window.showInputBox({
    title: vscode.l10n.t('Live Smoke Test: Location'),
    prompt: vscode.l10n.t('Where Vertex AI is asked. Kept in your settings as veoAudit.smoke.location.'),
    value: smokeSettings().location,
    validateInput: (text) =>
      /^[a-z0-9-]+$/.test(text.trim()) ? null : vscode.l10n.t('A location such as us-central1.'),
    ...STAYS,
  });
  if (location === undefined) return false;
  const section = vscode.workspace.getConfiguration(SECTION);
  await section.update('smoke.project', project.trim(), vscode.ConfigurationTarget.Global);
  await section.update('smoke.location', location.trim(), vscode.ConfigurationTarget.Global);
  return true;
}

/** Google's own credentials need no key: which of the two is used is the person's choice. */
async function askCredentials(host: string, keys: HostKeys): Promise<boolean> {
  const own = {
    label: `$(account) ${vscode.l10n.t('Application default credentials')}`,
    detail: vscode.l10n.t('What "gcloud auth application-default login" left on this machine.'),
  };
  const token = {
    label: `$(key) ${vscode.l10n.t('An access token…')}`,
    detail: vscode.l10n.t("Kept in the editor's secret storage, for {0} alone.", host),
  };
  const choice = await vscode.window.showQuickPick([own, token], {
    title: vscode.l10n.t('Live Smoke Test: Credentials for Vertex AI'),
    ...STAYS,
  });
  if (choice === undefined) return false;
  return choice === own || askKey(host, keys);
}

/** Asks for the key of a host and keeps it. False where the person leaves. `note` says who names the host. */
export async function askKey(host: string, keys: HostKeys, note = ''): Promise<boolean> {
  const key = await vscode.window.showInputBox({
    title: vscode.l10n.t('Set Key for {0}', host),
    prompt: `${note}${vscode.l10n.t("The key goes to {0} alone and is kept in the editor's secret storage.", host)}`,
    password: true,
    validateInput: (text) => typedKeyFault(text.trim()),
    ...STAYS,
  });
  if (key === undefined) return false;
  await keys.set(host, key.trim());
  vscode.window.setStatusBarMessage(vscode.l10n.t('Veo Audit: key for {0} kept', host), 4000);
  return true;
}
