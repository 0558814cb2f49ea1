// The schema of veo-audit.yaml with the rules that there are.
import { RULE_METAS } from '../audit/engine.ts';
import { configSchemaFor } from '../contracts/schema.ts';

export const configSchema = configSchemaFor(RULE_METAS.map(({ id }) => id));
