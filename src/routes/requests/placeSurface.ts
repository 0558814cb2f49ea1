// What surface the folder of a file and the types in it speak for, where a request shows no other evidence.
import { hostOf } from '../../detect/places.ts';
import { type SurfaceClaim, surfaceOfHost } from '../../detect/surface.ts';
import { surfaceOfName } from '../surfaces/clients.ts';
import type { Reading } from './reading.ts';

/** A type of the surface's own package (`GoogleVertexVideoModelId`). */
const VERTEX_TYPE = /\b(?:GoogleVertex|VertexAI?)\w*(?:Video|Veo|Model|Provider)\w*\b/;

/** Folders that hold one provider each, the last one of a path. */
const PROVIDER_FOLDER =
  /(?:^|\/)(?:packages|providers?|adapters?|connectors?|integrations?|backends)\/([\w.-]+)\//;

/** The surface by folder or type; null where neither names one, or where an address in the file goes to nobody known. */
export function surfaceOfPlace({ path, evaluator, catalog }: Reading): SurfaceClaim | null {
  const { text } = evaluator.program.lowering;
  const hosts = [...text.matchAll(/https?:\/\/[\w.-]{1,200}/g)].map(([address]) => hostOf(`${address}/`));
  if (hosts.some((host) => host !== null && surfaceOfHost(catalog, host) === undefined)) return null;
  const folder = PROVIDER_FOLDER.exec(path)?.[1] ?? '';
  const named = surfaceOfName(catalog, folder);
  if (named !== null) return { surface: named.id, evidence: { kind: 'folder', detail: folder } };
  const type = VERTEX_TYPE.exec(text)?.[0];
  return type === undefined ? null : { surface: 'vertex-ai', evidence: { kind: 'type', detail: type } };
}
