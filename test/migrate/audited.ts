// Audits a text with its requests, as the tests of the migration need it.
import { composeAudit } from '../../src/audit/compose.ts';
import { datedReferences } from '../../src/audit/engine.ts';
import type { DocumentAudit } from '../../src/audit/types.ts';
import { requestLayer } from '../../src/audit/withRoutes.ts';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { createRouteReader } from '../../src/routes/reader.ts';
import { nodeGrammars } from '../routes/nodeGrammars.ts';

export const CATALOG = bundledCatalog();
export const TODAY = '2026-11-24';

const reader = createRouteReader({ catalog: CATALOG, grammars: nodeGrammars });

/** The audit of one text, alone in its workspace. */
export async function audited(path: string, text: string, asOf: string = TODAY): Promise<DocumentAudit> {
  const options = { catalog: CATALOG, asOf };
  const document = { path, text };
  const references = datedReferences(document, options);
  const layer = await requestLayer(document, references, reader, options, async () => undefined);
  return composeAudit(layer, [], options);
}
