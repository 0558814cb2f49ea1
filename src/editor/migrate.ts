// Moving a request off a model that is shut down, in the editor: offered at its finding, shown as a comparison, then applied and proved.
import * as vscode from 'vscode';
import type { MigrationTarget, RequestPlan } from '../migrate/types.ts';
import type { Grammars } from '../routes/syntax/grammars.ts';
import { type AuditedResource, type AuditStore, shownFindings } from './auditStore.ts';
import { ANY_DOCUMENT } from './documents.ts';
import { MigrationPages } from './migratePages.ts';
import { workspaceEdit } from './quickFixes.ts';
import { targetsOf } from './smoke/targets.ts';

const COMMAND = 'veoAudit.migrateRequest';

/** Which request, and where to; without it the one at the cursor, or one that is picked. */
interface Asked {
  readonly uri: string;
  readonly start: number;
  readonly model: string;
}

interface Way {
  readonly request: RequestPlan;
  readonly target: MigrationTarget;
}

/** Registers the quick fix, the command and the pages behind both. */
export function registerMigration(store: AuditStore, grammars: () => Promise<Grammars>): vscode.Disposable {
  const pages = new MigrationPages();
  return vscode.Disposable.from(
    pages,
    vscode.languages.registerCodeActionsProvider(
      ANY_DOCUMENT,
      { provideCodeActions: (document, range) => offered(store.of(document), range, grammars) },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
    vscode.commands.registerCommand(COMMAND, (asked?: Asked) => migrate(asked, store, grammars, pages)),
  );
}

/** One action for each way to Gemini Omni; what an edit of the ID settles is offered as a fix already. */
async function offered(
  resource: AuditedResource | undefined,
  range: vscode.Range,
  grammars: () => Promise<Grammars>,
): Promise<vscode.CodeAction[]> {
  if (resource === undefined) return [];
  const here = shownFindings(resource.audit).filter(
    (finding) =>
      finding.deprecates && finding.fix === null && resource.range(finding).intersection(range) !== undefined,
  );
  if (here.length === 0) return [];
  const ways = await waysOf(resource, grammars);
  const { migrationPrice, toTheCent } = await import('../report/migration/formats.ts');
  return ways
    .filter(({ request, target }) => target.goal === 'omni' && isAt(request, here, resource))
    .map(({ request, target }) => {
      const title = vscode.l10n.t(
        'Migrate to {0} ({1})…',
        target.model,
        migrationPrice(request, target, toTheCent),
      );
      const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
      const asked: Asked = { uri: resource.uri.toString(), start: request.start, model: target.model };
      action.command = { title, command: COMMAND, arguments: [asked] };
      return action;
    });
}

/** Whether a finding stands in a request, or at the ID that the request sends. */
function isAt(
  { start, end }: RequestPlan,
  findings: readonly { readonly start: number; readonly end: number }[],
  { audit }: AuditedResource,
): boolean {
  const route = audit.routes.find((one) => one.start === start && one.end === end);
  return findings.some(
    (finding) => (start <= finding.start && finding.end <= end) || route?.reference?.start === finding.start,
  );
}

async function waysOf(resource: AuditedResource, grammars: () => Promise<Grammars>): Promise<readonly Way[]> {
  const { planMigration } = await import('../migrate/plan.ts');
  const { catalog, asOf, audit } = resource;
  const question = { catalog, asOf, goal: null, grammars: await grammars() };
  const { requests } = await planMigration([audit], question);
  return requests.flatMap((request) => request.targets.map((target) => ({ request, target })));
}

async function migrate(
  asked: Asked | undefined,
  store: AuditStore,
  grammars: () => Promise<Grammars>,
  pages: MigrationPages,
): Promise<void> {
  await store.settled();
  const editor = vscode.window.activeTextEditor;
  const uri = typeof asked?.uri === 'string' ? vscode.Uri.parse(asked.uri) : editor?.document.uri;
  const resource = uri && store.get(uri);
  const ways = resource === undefined ? [] : await waysOf(resource, grammars);
  const way = await chosen(ways, asked, editor, resource);
  if (way === undefined || resource === undefined) {
    if (ways.length === 0)
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Veo Audit: no request in this file has to be moved.'),
      );
    return;
  }
  if (way.target.edits === null) return pages.showPlan(way.request, way.target, resource);
  await pages.showChange(way.request, way.target, resource);
  await askToApply(way, resource, store, pages);
}

/** The way that is asked for; at the cursor or among all of the file, a person picks where there are several. */
async function chosen(
  ways: readonly Way[],
  asked: Asked | undefined,
  editor: vscode.TextEditor | undefined,
  resource: AuditedResource | undefined,
): Promise<Way | undefined> {
  if (asked !== undefined)
    return ways.find(({ request, target }) => request.start === asked.start && target.model === asked.model);
  const cursor = editor?.selection.active;
  const here = ways.filter(
    ({ request }) => cursor !== undefined && resource?.range(request).contains(cursor) === true,
  );
  const among = here.length > 0 ? here : ways;
  if (among.length < 2) return among[0];
  const { migrationPrice, toTheCent } = await import('../report/migration/formats.ts');
  const items = among.map((way) => ({
    label: vscode.l10n.t('{0} on {1}', way.target.model, way.target.surface),
    description: migrationPrice(way.request, way.target, toTheCent),
    detail: way.target.whyNoEdits ?? editsInWords(way.target.edits?.length ?? 0),
    way,
  }));
  return (
    await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Move this request to which model?') })
  )?.way;
}

const editsInWords = (count: number): string =>
  count === 1
    ? vscode.l10n.t('1 edit, shown before it is made')
    : vscode.l10n.t('{0} edits, shown before they are made', count);

/** The comparison is open: what now? */
async function askToApply(
  way: Way,
  resource: AuditedResource,
  store: AuditStore,
  pages: MigrationPages,
): Promise<void> {
  const { request, target } = way;
  const [apply, andProve, plan] = [
    vscode.l10n.t('Apply'),
    vscode.l10n.t('Apply and Smoke Test'),
    vscode.l10n.t('Show the Plan'),
  ];
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t('Veo Audit: move this request to {0}? The comparison shows the change.', target.model),
    apply,
    andProve,
    plan,
  );
  if (answer === plan) return pages.showPlan(request, target, resource);
  if (answer !== apply && answer !== andProve) return;
  if (!(await applied(target, resource))) return;
  if (answer === andProve) await prove(way, resource.uri, store);
}

/** Makes the edits, unless the file has changed since they were planned. */
async function applied(target: MigrationTarget, resource: AuditedResource): Promise<boolean> {
  const document = await vscode.workspace.openTextDocument(resource.uri);
  const isCurrent = document.getText() === resource.audit.document.text;
  const isDone = isCurrent && (await vscode.workspace.applyEdit(workspaceEdit(resource, target.edits ?? [])));
  if (!isDone)
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        'Veo Audit: the file has changed since the migration was planned. Start the migration again.',
      ),
    );
  else await vscode.window.showTextDocument(document);
  return isDone;
}

/** Smoke tests the route that the request has become: it asks whether simulated or live. */
async function prove({ request, target }: Way, uri: vscode.Uri, store: AuditStore): Promise<void> {
  await store.settled();
  const resource = store.get(uri);
  const found = (resource === undefined ? [] : targetsOf(resource))
    .filter(({ route }) => route.model === target.model)
    .toSorted((a, b) => Math.abs(a.route.start - request.start) - Math.abs(b.route.start - request.start))[0];
  if (found === undefined)
    void vscode.window.showWarningMessage(
      vscode.l10n.t('Veo Audit: the moved request was not found again. Save the file first.'),
    );
  else await vscode.commands.executeCommand('veoAudit.smoke.run', { target: found.id });
}
