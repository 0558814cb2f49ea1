// A saved answer as a snapshot: our own record, or a gateway's answer as it came.
import { isDay } from '../catalog/days.ts';
import type { Day } from '../catalog/types.ts';
import { fieldsOf, readJson, UnreadableAnswerError } from './answer.ts';
import { GATEWAY_FORMATS } from './parse.ts';
import type { GatewayCatalog, GatewayKind, GatewaySnapshot } from './types.ts';

export const SNAPSHOT_SCHEMA = 'veo-route-audit/gateway/1';

/** What is known of an answer beside its text. */
export interface AnswerOrigin {
  readonly gateway: string;
  readonly kind: GatewayKind;
  readonly day: Day;
  /** Where it came from, without secrets. */
  readonly from: string;
}

/** The snapshot in a text. @throws UnreadableAnswerError with a sentence where there is none. */
export function snapshotOf(text: string, { gateway, kind, day, from }: AnswerOrigin): GatewaySnapshot {
  const saved = fieldsOf(readJson(text));
  if (saved.schema === SNAPSHOT_SCHEMA) return recordOf(saved, kind, from);
  return { schema: SNAPSHOT_SCHEMA, gateway, day, from, catalog: GATEWAY_FORMATS[kind].parse(text) };
}

/** A record that this tool wrote. People may touch it, so what readers rely on is looked at. */
function recordOf(
  saved: Readonly<Record<string, unknown>>,
  kind: GatewayKind,
  from: string,
): GatewaySnapshot {
  const catalog = fieldsOf(saved.catalog);
  const lists = [catalog.rows, catalog.otherLabels];
  const sound =
    typeof saved.day === 'string' &&
    isDay(saved.day) &&
    typeof saved.gateway === 'string' &&
    lists.every(Array.isArray) &&
    (catalog.rows as readonly unknown[]).every((row) => Array.isArray(fieldsOf(row).amounts));
  if (!sound) throw new UnreadableAnswerError(`The snapshot ${from} is damaged.`);
  if (catalog.kind !== kind)
    throw new UnreadableAnswerError(
      `The snapshot ${from} is of a ${String(catalog.kind)} gateway, not of ${kind}.`,
    );
  return {
    schema: SNAPSHOT_SCHEMA,
    gateway: String(saved.gateway),
    day: String(saved.day),
    from: typeof saved.from === 'string' ? saved.from : from,
    catalog: saved.catalog as GatewayCatalog,
  };
}
