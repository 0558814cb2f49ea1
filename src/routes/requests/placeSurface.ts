// What surface the folder of a file and the types in it speak for, where a request shows no other evidence.
import { hostOf } from '../../detect/places.ts';
import { type SurfaceClaim, surfaceOfHost } from '../../detect/surface.ts';
import { surfaceOfName } from '../surfaces/clients.ts';
import type { Reading } from './reading.ts';

/** A type of the surface's own package (`GoogleVertexVideoModelId`). */
const VERTEX_TYPE = /\b(?:GoogleVertex|VertexAI?)\w*(?:Video|Veo|Model|Provider)\w*\b/;

const GOOGLE_SDK =
  /@google\/gen|google(?:\.|\s+import\s+)genai|google\.generativeai|com\.google\.genai|golang\.org\/genai|Google\.GenAI/;

const FOLDER = String.raw`(?:^|\/)(?:packages|providers?|adapters?|connectors?|integrations?|backends|generators|gateways)\/`;

/** Folders that hold one provider each, the last one of a path. */
const PROVIDER_FOLDER = new RegExp(String.raw`${FOLDER}([\w.-]+)\/`);

/** A file in such a folder that is named after a gateway (`providers/fal-veo3.js`). */
const PROVIDER_FILE = new RegExp(String.raw`${FOLDER}([\w.-]+)\.\w+$`);

/**
 * The surface by folder, file, type or the one host that the file speaks to; null where none names one, or where an
 * address in the file goes to nobody known.
 */
export function surfaceOfPlace({ path, evaluator, catalog }: Reading): SurfaceClaim | null {
  const { text } = evaluator.program.lowering;
  const hosts = [...text.matchAll(/https?:\/\/[\w.-]{1,200}/g)].map(([address]) => hostOf(`${address}/`));
  if (hosts.some((host) => host !== null && surfaceOfHost(catalog, host) === undefined)) return null;
  const folder = PROVIDER_FOLDER.exec(path)?.[1] ?? '';
  const named = surfaceOfName(catalog, folder);
  if (named !== null) return { surface: named.id, evidence: { kind: 'folder', detail: folder } };
  const file = PROVIDER_FILE.exec(path)?.[1] ?? '';
  const gateway = surfaceOfName(catalog, file);
  if (gateway?.kind === 'gateway') return { surface: gateway.id, evidence: { kind: 'folder', detail: file } };
  const type = VERTEX_TYPE.exec(text)?.[0];
  if (type !== undefined) return { surface: 'vertex-ai', evidence: { kind: 'type', detail: type } };
  const [host, ...others] = new Set(hosts);
  // A client of Google's SDK that is handed in may be for either surface, whatever else the file speaks to.
  const isOpen = host == null || others.length > 0 || GOOGLE_SDK.test(text);
  const asked = isOpen ? undefined : surfaceOfHost(catalog, host);
  return asked?.kind === 'google'
    ? { surface: asked.id, evidence: { kind: 'host', detail: host ?? '' } }
    : null;
}
