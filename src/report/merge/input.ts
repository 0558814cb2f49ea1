// One of the reports that are merged: what it takes of the JSON contract `veo-route-audit/1`. Other fields are kept.
import * as z from 'zod';
import { SEVERITIES } from '../../audit/types.ts';
import { STATUSES } from '../../catalog/types.ts';
import { expectReport } from '../reportSchema.ts';

const usdRange = z.object({ min: z.number(), max: z.number() });
const parameter = z.union([z.string(), z.number(), z.boolean(), z.null()]).default(null);
const range = { line: z.number(), column: z.number(), endLine: z.number(), endColumn: z.number() };

const referenceSchema = z.looseObject({
  file: z.string(),
  ...range,
  text: z.string(),
  model: z.string().nullable(),
  surface: z.string(),
});

const routeSchema = z.looseObject({
  file: z.string(),
  line: z.number(),
  column: z.number(),
  name: z.string().nullable(),
  model: z.string().nullable(),
  surface: z.string(),
  /** Reports of version 0.1.0 do not hold it; a word of a later version says nothing here. */
  status: z.enum(STATUSES).catch('unknown'),
  durationSeconds: parameter,
  resolution: parameter,
  sampleCount: parameter,
  aspectRatio: parameter,
  generateAudio: parameter,
  cost: z
    .looseObject({
      usdPerRequest: usdRange,
      usdPerSecond: usdRange.nullish(),
      assumptions: z.array(z.string()).default([]),
    })
    .nullable(),
});

const edit = z.looseObject({ file: z.string(), ...range, newText: z.string() });

const findingSchema = z.looseObject({
  file: z.string(),
  ...range,
  rule: z.string(),
  severity: z.enum(SEVERITIES),
  message: z.string(),
  fix: z.looseObject({ title: z.string(), edits: z.array(edit) }).nullable(),
  suppressed: z.union([
    z.literal(false),
    z.looseObject({ reason: z.string(), until: z.string().nullable().default(null) }),
  ]),
});

const contractSchema = z.looseObject({
  name: z.string(),
  environment: z.string().nullable(),
  owner: z.string().nullable(),
  requestsPerMonth: z.number().nullable(),
  usdPerMonth: usdRange.nullable(),
});

const inputSchema = z.looseObject({
  schema: z.string(),
  asOf: z.string(),
  catalog: z.looseObject({ checkedOn: z.string() }),
  references: z.array(referenceSchema),
  routes: z.array(routeSchema),
  findings: z.array(findingSchema),
  contracts: z.array(contractSchema).default([]),
  summary: z.looseObject({ files: z.number() }),
});

export type MergeReport = z.infer<typeof inputSchema>;
export type MergeRoute = MergeReport['routes'][number];
export type MergeFinding = MergeReport['findings'][number];

/** A report under the name of what it audits. */
export interface MergeInput {
  readonly name: string;
  readonly report: MergeReport;
}

/** Takes a report. @throws Error whose message says in a clause why the value is none */
export const parseMergeReport = (value: unknown): MergeReport => expectReport(value, inputSchema);
