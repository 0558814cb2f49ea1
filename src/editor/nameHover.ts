// The hover over a route's name in a gateway's configuration: what it leads to, across the files of its root folder.
import * as vscode from 'vscode';
import { positionCounter } from '../detect/lines.ts';
import type { AuditedResource, AuditStore } from './auditStore.ts';
import { ANY_DOCUMENT } from './documents.ts';

/** Registers the hover. */
export function registerNameHover(store: AuditStore): vscode.Disposable {
  return vscode.languages.registerHoverProvider(ANY_DOCUMENT, {
    async provideHover(document, position) {
      const resource = store.of(document);
      if (resource === undefined || resource.audit.config === null) return undefined;
      const { nameAt } = await import('../explain/name.ts');
      const name = nameAt(resource.audit.config, document.offsetAt(position));
      if (name === null) return undefined;
      const text = await nameText(name.name, resource, store);
      return text === null
        ? undefined
        : new vscode.Hover(new vscode.MarkdownString(text), resource.range(name));
    },
  });
}

async function nameText(name: string, resource: AuditedResource, store: AuditStore): Promise<string | null> {
  const [{ nameMarkdown }, { graphOf }] = await Promise.all([
    import('../explain/name.ts'),
    import('../audit/graphAudit.ts'),
  ]);
  const folder = vscode.workspace.getWorkspaceFolder(resource.uri);
  const configs = store.within(folder).filter(({ audit }) => audit.config !== null);
  const texts = new Map(configs.map(({ audit: { document } }) => [document.path, document.text]));
  return nameMarkdown({
    name,
    file: resource.audit.document.path,
    graph: graphOf(configs.map(({ audit }) => audit)),
    catalog: resource.catalog,
    asOf: resource.asOf,
    lineOf: (file, offset) => positionCounter(texts.get(file) ?? '')(offset).line,
  });
}
