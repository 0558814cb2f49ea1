// One side of a comparison: what it takes of the JSON report `veo-route-audit/1`.
import * as z from 'zod';
import { expectReport } from '../reportSchema.ts';

const usdRange = z.object({ min: z.number(), max: z.number() });
const parameter = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const routeSchema = z.object({
  file: z.string(),
  line: z.number(),
  name: z.string().nullable(),
  model: z.string().nullable(),
  surface: z.string(),
  /** Reports of version 0.1.0 do not hold it. */
  status: z.string().default('unknown'),
  durationSeconds: parameter,
  resolution: parameter,
  sampleCount: parameter,
  aspectRatio: parameter,
  generateAudio: parameter,
  cost: z.object({ usdPerRequest: usdRange }).nullable(),
});

const findingSchema = z.object({
  file: z.string(),
  line: z.number(),
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'info', 'hint']),
  message: z.string(),
  suppressed: z.union([z.literal(false), z.object({ reason: z.string() })]),
});

/** What a contract says of one thing: a value, a list, or either of them by name. */
const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const list = z.array(z.union([value, z.record(z.string(), z.union([value, z.array(value)]))]));
const term = z.union([value, list, z.record(z.string(), z.union([value, list]))]);

/** What a month of a contract's requests costs, in US dollars; null where that is not known. */
const contractSchema = z.object({
  name: z.string(),
  environment: z.string().nullable(),
  owner: z.string().nullable(),
  requestsPerMonth: z.number().nullable(),
  usdPerMonth: usdRange.nullable(),
  /** The contract as `veo-audit.yaml` has it. */
  terms: z.record(z.string(), term).default({}),
});

/** A step of a gateway's configuration; `on` is empty where it is for any failure. */
const fallbackSchema = z.object({
  file: z.string(),
  line: z.number(),
  from: z.string(),
  to: z.string(),
  on: z.array(z.string()),
});

/** What smoke tests say of a contract or a named route; `route` is null where only its model and surface are known. */
const evidenceSchema = z.object({
  route: z.string().nullable(),
  model: z.string().nullable(),
  surface: z.string().nullable(),
  /** `passed`: a real run counts today. */
  state: z.string(),
  day: z.string(),
  /** The model that was tested. */
  tested: z.string(),
  record: z.string(),
});

const sideSchema = z.object({
  asOf: z.string(),
  routes: z.array(routeSchema),
  findings: z.array(findingSchema),
  contracts: z.array(contractSchema).default([]),
  fallbacks: z.array(fallbackSchema).default([]),
  evidence: z.array(evidenceSchema).default([]),
});

export type DiffRoute = z.infer<typeof routeSchema>;
export type DiffFinding = z.infer<typeof findingSchema>;
export type DiffContract = z.infer<typeof contractSchema>;
export type DiffFallback = z.infer<typeof fallbackSchema>;
export type DiffEvidence = z.infer<typeof evidenceSchema>;
export type DiffSide = z.infer<typeof sideSchema>;

/** Takes a side from a report. @throws Error whose message says in a clause why the value is none */
export const parseSide = (report: unknown): DiffSide => expectReport(report, sideSchema);
