// The JSON contract `veo-route-audit/1`, written from its description: nothing missing, nothing more.
import * as z from 'zod';

const day = z.iso.date();
const position = { line: z.int().min(1), column: z.int().min(1) };
const range = { ...position, endLine: z.int().min(1), endColumn: z.int().min(1) };
const file = z.string().regex(/^(?!\.\/)[^\\]+$/);
const usd = z.strictObject({ min: z.number().min(0), max: z.number().min(0) });
const parameter = <T extends z.ZodType>(value: T) => z.union([value, z.null(), z.literal('dynamic')]);

const status = z.enum(['active', 'preview', 'deprecated', 'retirement-window', 'shut-down', 'unknown']);

/** What a file is for. */
const place = z.enum(['production', 'test', 'docs', 'sample', 'generated', 'recorded']);

const reference = z.strictObject({
  file,
  ...range,
  text: z.string().min(1),
  model: z.string().nullable(),
  kind: z.enum(['official', 'alias', 'unknown']),
  role: z.enum(['code', 'config', 'comment', 'prose']),
  place,
  use: z.enum(['request', 'setting', 'constant', 'listing', 'comparison', 'handle', 'text']),
  surface: z.string().min(1),
  status,
});

const route = z.strictObject({
  file,
  ...position,
  name: z.string().nullable(),
  place,
  model: z.string().nullable(),
  modelFrom: z.enum(['literal', 'constant', 'default', 'environment', 'unknown']),
  surface: z.string().min(1),
  status,
  durationSeconds: parameter(z.number()),
  resolution: parameter(z.string()),
  sampleCount: parameter(z.number()),
  aspectRatio: parameter(z.string()),
  generateAudio: parameter(z.boolean()),
  cost: z
    .strictObject({
      usdPerSecond: usd,
      usdPerRequest: usd,
      assumptions: z.array(z.string()),
      source: z.string(),
      checkedOn: day,
    })
    .nullable(),
});

const edit = z.strictObject({ file, ...range, newText: z.string() });

const finding = z.strictObject({
  rule: z.string().min(1),
  severity: z.enum(['error', 'warning', 'info', 'hint']),
  place,
  message: z.string().min(1),
  file,
  ...range,
  fix: z.strictObject({ title: z.string().min(1), edits: z.array(edit).min(1) }).nullable(),
  choices: z.array(z.strictObject({ title: z.string().min(1), edits: z.array(edit).min(1) })),
  suppressed: z.union([
    z.literal(false),
    z.strictObject({ reason: z.string().min(1), until: day.nullable() }),
  ]),
});

const count = z.int().min(0);

export const reportSchema = z.strictObject({
  schema: z.literal('veo-route-audit/1'),
  asOf: day,
  catalog: z.strictObject({ version: z.string().min(1), checkedOn: day }),
  references: z.array(reference),
  routes: z.array(route),
  findings: z.array(finding),
  contracts: z.array(
    z.strictObject({
      name: z.string().min(1),
      environment: z.string().nullable(),
      owner: z.string().nullable(),
      requestsPerMonth: z.number().nullable(),
      usdPerMonth: usd.nullable(),
      terms: z.record(z.string(), z.unknown()),
    }),
  ),
  fallbacks: z.array(
    z.strictObject({
      file,
      line: z.int().min(1),
      from: z.string().min(1),
      to: z.string().min(1),
      on: z.array(z.string()),
    }),
  ),
  evidence: z.array(
    z.strictObject({
      route: z.string().nullable(),
      model: z.string().nullable(),
      surface: z.string().nullable(),
      state: z.enum(['passed', 'stale', 'failed', 'other-model', 'simulated']),
      day,
      tested: z.string().min(1),
      record: file,
    }),
  ),
  summary: z.strictObject({
    files: count,
    bytes: count,
    references: count,
    routes: count,
    errors: count,
    warnings: count,
    infos: count,
    hints: count,
    usdPerRequestTotal: usd,
  }),
});

export type JsonReport = z.infer<typeof reportSchema>;
