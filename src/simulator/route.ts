// Which surface an address belongs to, also where none serves it: a client must meet errors in the shape it knows.
import { geminiGone, simulatedGemini } from './gemini.ts';
import { simulatedInteractions } from './interactions.ts';
import { simulatedNewApi } from './newApi.ts';
import { simulatedOpenai } from './openaiVideos.ts';
import { openrouterRefusal, simulatedOpenRouter } from './openrouter.ts';
import {
  type Address,
  googleRefusal,
  openaiRefusal,
  type Refusal,
  type SimulatedAnswer,
  type SimulatedRequest,
  type SimulatedSurface,
} from './surface.ts';
import { simulatedVertex } from './vertex.ts';

const SURFACES: readonly SimulatedSurface[] = [
  simulatedGemini,
  simulatedInteractions,
  simulatedVertex,
  simulatedOpenai,
  simulatedNewApi,
  simulatedOpenRouter,
];

export interface Found {
  readonly surface: SimulatedSurface;
  readonly address: Address;
  readonly parts: readonly string[];
}

/** The address that serves a request; HEAD is served as GET. */
export function findAddress(request: SimulatedRequest): Found | null {
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  for (const surface of SURFACES) {
    for (const address of surface.addresses) {
      if (address.method !== method || address.when?.(request) === false) continue;
      const match = address.path.exec(request.path);
      if (match !== null) return { surface, address, parts: match.slice(1).map(decoded) };
    }
  }
  return null;
}

/** One path for the spellings that clients use: `//`, a slash at the end, an encoded colon. */
export function plainPath(path: string): string {
  return path
    .replace(/\/{2,}/g, '/')
    .replace(/(?<=.)\/$/, '')
    .replace(/%3A/gi, ':');
}

/** A 404 in the words of the surface whose paths begin like this. */
export function unserved(request: SimulatedRequest): SimulatedAnswer {
  const plain: Refusal = {
    status: 404,
    code: 'NOT_FOUND',
    message: `The simulator serves no ${request.method} ${request.path}.`,
  };
  const call = /^\/v1(?:alpha|beta)?\/models\/([^/:]+):(\w+)$/.exec(request.path);
  if (call?.[1] !== undefined && call[2] !== undefined) return googleRefusal(geminiGone(call[1], call[2]));
  if (
    /^\/v1(?:(?:alpha|beta)1?\/|\/(?:projects|publishers|interactions|files|operations)\b)/.test(request.path)
  )
    return googleRefusal(plain);
  return request.path.startsWith('/api/') ? openrouterRefusal(plain) : openaiRefusal(plain);
}

/** A part that is no proper encoding stays as it is, and is found nowhere. */
function decoded(part: string | undefined): string {
  try {
    return decodeURIComponent(part ?? '');
  } catch {
    return part ?? '';
  }
}
