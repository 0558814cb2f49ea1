// veo-audit.yaml: what a team decides. The schema is strict, so that a slip of the pen is found.
import * as z from 'zod';
import { RULE_METAS } from '../audit/engine.ts';

const ruleIds = RULE_METAS.map((meta) => meta.id) as [string, ...string[]];
const level = z.enum(['error', 'warning', 'info', 'hint', 'off']);

export const configSchema = z.strictObject({
  rules: z
    .partialRecord(z.enum(ruleIds), level)
    .optional()
    .describe('The severity of a rule in this workspace, or off.'),
  ignore: z
    .array(z.string().min(1))
    .optional()
    .describe('Files and folders that are not audited, in the syntax of .gitignore.'),
});

export type Config = Readonly<z.infer<typeof configSchema>>;
