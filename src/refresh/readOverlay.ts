// Checks a workspace's facts by the catalog's own rules before one of them counts.
import * as z from 'zod';
import { integrityErrors } from '../catalog/integrity.ts';
import { rowSchemas } from '../catalog/schema.ts';
import type { CatalogData } from '../catalog/types.ts';
import { type CatalogOverlay, InvalidOverlayError, OVERLAY_SCHEMA, overlaid } from './overlay.ts';

const schema = z.strictObject({
  schema: z.literal(OVERLAY_SCHEMA),
  checkedOn: rowSchemas.day,
  listsReadOn: rowSchemas.day.nullable(),
  sources: z.record(z.string().min(1), rowSchemas.source),
  models: z.array(rowSchemas.model),
  prices: z.array(rowSchemas.price),
});

/** Reads the file's text. @throws InvalidOverlayError where it is broken, or contradicts the facts it is laid over */
export function parseOverlay(text: string, bundled: CatalogData): CatalogOverlay {
  const result = schema.safeParse(jsonOf(text));
  if (!result.success) {
    const [issue] = result.error.issues;
    const path = issue?.path.join('.') ?? '';
    throw new InvalidOverlayError(
      `${path === '' ? 'it' : path} is not valid: ${issue?.message ?? 'unknown'}`,
    );
  }
  const [error] = integrityErrors(overlaid(bundled, result.data));
  if (error !== undefined) throw new InvalidOverlayError(`it contradicts the catalog: ${error}`);
  return result.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidOverlayError('it is not valid JSON');
  }
}
