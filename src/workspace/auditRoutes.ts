// Audits documents with their requests: parsers and configuration readers, loaded when a file first needs them.
import { resolve } from 'node:path';
import type { AuditOptions } from '../audit/engine.ts';
import { projectFinder } from '../audit/project.ts';
import type { DatedReference, DocumentAudit } from '../audit/types.ts';
import { auditWithRoutes } from '../audit/withRoutes.ts';
import type { TextDocument } from '../detect/types.ts';
import { createRouteReader } from '../routes/reader.ts';
import type { AuditFilesOptions } from './auditFiles.ts';
import { grammarsIn } from './grammarFiles.ts';
import { readText } from './readText.ts';

export type RouteAuditor = (
  document: TextDocument,
  references: readonly DatedReference[],
) => Promise<DocumentAudit>;

/** An auditor of files on the disk; what it learns of grammars and projects serves all of them. */
export function routeAuditor(
  { workingFolder, catalog, grammars }: AuditFilesOptions,
  options: AuditOptions,
): RouteAuditor {
  const readSibling = async (path: string): Promise<string | null> => {
    const read = readText(resolve(workingFolder, path));
    return read.kind === 'text' ? read.content.text : null;
  };
  const reader = createRouteReader({ catalog, grammars: grammarsIn(grammars), readSibling });
  const projectOf = projectFinder(readSibling);
  return (document, references) => auditWithRoutes(document, references, reader, options, projectOf);
}
