// Tells a JSON report of this program from everything else.
import * as z from 'zod';

const SCHEMA = 'veo-route-audit/1';

/** A JSON report as `schema` has it. @throws Error whose message says in a clause why the value is none */
export function expectReport<T>(value: unknown, schema: z.ZodType<T>): T {
  const named = z.object({ schema: z.string() }).safeParse(value).data?.schema ?? '';
  if (/^veo-route-audit\/\d+$/.test(named) && named !== SCHEMA)
    throw new Error(`it was written by a newer version of veo-audit (${named})`);
  const { success, data } = schema.safeParse(value);
  if (named !== SCHEMA || !success) throw new Error('it is not a JSON report of veo-audit');
  return data;
}
