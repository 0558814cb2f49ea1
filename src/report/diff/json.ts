// The comparison for scripts: `veo-route-audit/diff/1`.
import { jsonText } from '../../outlets/json.ts';
import type { ReportDiff } from './compare.ts';

/** The text of the document. */
export function diffJson({ asOf, asOfBefore, base, head, ...changes }: ReportDiff): string {
  return jsonText({ schema: 'veo-route-audit/diff/1', asOf, asOfBefore, base, head, ...changes });
}
