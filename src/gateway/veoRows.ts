// Which rows of a catalog speak of the models that this tool is about.
import type { GatewayCatalog, GatewayRow } from './types.ts';

const VEO = /veo[\W_]?\d|\bveo\b|gemini-omni/i;

/** The rows of Veo and Omni models, and the labels of the others. */
export function splitByVeo(rows: readonly GatewayRow[]): Pick<GatewayCatalog, 'rows' | 'otherLabels'> {
  const isVeo = ({ label, upstream }: GatewayRow): boolean => VEO.test(`${label} ${upstream ?? ''}`);
  return {
    rows: rows.filter(isVeo),
    otherLabels: [...new Set(rows.filter((row) => !isVeo(row)).map(({ label }) => label))],
  };
}
