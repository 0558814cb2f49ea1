// Which rows of a catalog speak of the models that this tool is about.
import type { GatewayCatalog, GatewayRow } from './types.ts';

const OURS = /veo[\W_]?\d|\bveo\b|gemini-omni/i;

/** The rows of Veo and Omni models, and the labels of the others. */
export function sorted(rows: readonly GatewayRow[]): Pick<GatewayCatalog, 'rows' | 'otherLabels'> {
  const isOurs = ({ label, upstream }: GatewayRow): boolean => OURS.test(`${label} ${upstream ?? ''}`);
  return {
    rows: rows.filter(isOurs),
    otherLabels: [...new Set(rows.filter((row) => !isOurs(row)).map(({ label }) => label))],
  };
}
