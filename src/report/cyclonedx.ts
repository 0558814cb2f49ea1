// CycloneDX 1.6: each model ID in use as a machine learning model, with where it stands as evidence. Written by hand: the
// official library's models have no occurrences; its schema checks the result in the tests.

import { createHash } from 'node:crypto';
import type { DatedReference } from '../audit/types.ts';
import { positionCounter } from '../detect/lines.ts';
import { jsonText } from '../outlets/json.ts';
import type { ReportFormat, RunAudit } from './types.ts';

interface Use {
  readonly reference: DatedReference;
  readonly occurrences: readonly {
    readonly location: string;
    readonly line: number;
    readonly offset: number;
  }[];
}

export const cyclonedxReport: ReportFormat = (run, { version }) => {
  const components = uses(run).map(component);
  const bom = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuidOf(JSON.stringify([run.asOf, run.catalog.version, components]))}`,
    version: 1,
    metadata: {
      timestamp: `${run.asOf}T00:00:00Z`,
      tools: { components: [{ type: 'application', name: 'veo-route-audit', version }] },
    },
    components,
  };
  return jsonText(bom);
};

/** The IDs in use by surface, in the order in which they are first met. */
function uses({ audits }: RunAudit): readonly Use[] {
  const found = new Map<string, Use>();
  for (const { document, references } of audits) {
    const at = positionCounter(document.text);
    for (const reference of references) {
      const key = keyOf(reference);
      const occurrence = { location: document.path, line: at(reference.start).line, offset: reference.start };
      found.set(key, { reference, occurrences: [...(found.get(key)?.occurrences ?? []), occurrence] });
    }
  }
  return [...found.values()];
}

const keyOf = ({ model, text, surface }: DatedReference): string => `${surface}/${model ?? text}`;

function component({ reference, occurrences }: Use) {
  const { model, text, surface, status, kind } = reference;
  return {
    type: 'machine-learning-model',
    'bom-ref': keyOf(reference),
    ...(model === null ? {} : { publisher: 'Google' }),
    name: model ?? text,
    evidence: { occurrences },
    properties: [
      { name: 'veo-route-audit:surface', value: surface },
      { name: 'veo-route-audit:status', value: status },
      { name: 'veo-route-audit:kind', value: kind },
    ],
  };
}

/** A UUID of version 8 that is a function of a text, so that two runs are byte-identical. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
