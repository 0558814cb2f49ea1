// Reads the record of a probe back, as strictly as it was written.
import * as z from 'zod';
import { PROBE_ANSWERS, PROBE_SCHEMA, type Probe } from './probe.ts';

const schema = z.strictObject({
  schema: z.literal(PROBE_SCHEMA),
  simulated: z.boolean(),
  model: z.string().min(1).max(200),
  surface: z.string().min(1).max(100),
  host: z.string().min(1).max(300),
  askedAt: z.iso.datetime(),
  answer: z.enum(PROBE_ANSWERS),
  status: z.int().nullable(),
  said: z.string().max(1_000),
});

/** Null where the text is no such record. */
export function parseProbe(text: string): Probe | null {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
