// The whole engine over one text, as a scan and the editor run it.

import { composeAudit } from '../../src/audit/compose.ts';
import { type AuditOptions, datedReferences } from '../../src/audit/engine.ts';
import type { DocumentAudit } from '../../src/audit/types.ts';
import { requestLayer } from '../../src/audit/withRoutes.ts';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { createRouteReader } from '../../src/routes/reader.ts';
import { nodeGrammars } from '../routes/nodeGrammars.ts';

const catalog = bundledCatalog();
const options: AuditOptions = { catalog, asOf: '2026-11-24' };
const reader = createRouteReader({
  catalog,
  grammars: nodeGrammars,
  readSibling: () => Promise.resolve(null),
});

/** The audit of a text with its requests. */
export async function auditOf(path: string, text: string): Promise<DocumentAudit> {
  const document = { path, text };
  const references = datedReferences(document, options);
  const layer = await requestLayer(document, references, reader, options, () => Promise.resolve(undefined));
  return composeAudit(layer, [], options);
}
