// A saved answer as a snapshot: our own record, or a gateway's answer as it came.
import * as z from 'zod';
import { isDay } from '../catalog/days.ts';
import type { Day } from '../catalog/types.ts';
import { GATEWAY_KINDS } from '../contracts/gatewayKinds.ts';
import { fieldsOf, readJson, UnreadableAnswerError } from './answer.ts';
import { GATEWAY_FORMATS } from './parse.ts';
import { GATEWAY_NAME, type GatewayCatalog, type GatewayKind, type GatewaySnapshot } from './types.ts';

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
  const catalog = GATEWAY_FORMATS[kind].parse(text);
  if (catalog.rows.length + catalog.otherLabels.length === 0)
    throw new UnreadableAnswerError(
      'The answer lists no models at all: a key, or another one, may see some.',
    );
  return { schema: SNAPSHOT_SCHEMA, gateway, day, from, catalog };
}

const texts = z.array(z.string()).nullable();
const isoDay = z.string().refine(isDay);
const resolution = z.enum(['360p', '480p', '720p', '1080p', '4k', 'any']);
const units = ['second', 'request', 'token', 'fixed', 'ratio', 'expression', 'unset', 'unknown'] as const;

const amount = z.strictObject({
  key: z.string(),
  amount: z.number(),
  currency: z.enum(['usd', 'cent', 'none']),
  unit: z.enum(units),
  resolution,
  audio: z.boolean().nullable(),
});

const row = z.strictObject({
  label: z.string(),
  upstream: z.string().nullable(),
  endpoints: texts,
  groups: texts,
  status: z.string().nullable(),
  endsOn: isoDay.nullable(),
  amounts: z.array(amount),
});

const catalogRecord: z.ZodType<GatewayCatalog> = z.strictObject({
  kind: z.enum(GATEWAY_KINDS),
  version: z.string().nullable(),
  rows: z.array(row),
  otherLabels: z.array(z.string()),
  groupRatios: z.record(z.string(), z.number()),
});

const record = z.strictObject({
  schema: z.literal(SNAPSHOT_SCHEMA),
  gateway: z.string().regex(GATEWAY_NAME),
  day: isoDay,
  from: z.string(),
  catalog: catalogRecord,
});

/** A record that this tool wrote. It lies in the workspace, where others may have written it. */
function recordOf(saved: unknown, kind: GatewayKind, from: string): GatewaySnapshot {
  const checked = record.safeParse(saved);
  if (!checked.success) throw new UnreadableAnswerError(`The snapshot ${from} is damaged.`);
  if (checked.data.catalog.kind !== kind)
    throw new UnreadableAnswerError(
      `The snapshot ${from} is of a ${checked.data.catalog.kind} gateway, not of ${kind}.`,
    );
  return checked.data;
}
