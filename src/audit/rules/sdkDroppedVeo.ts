// sdk-dropped-veo: the installed SDK throws on this call before it sends anything.
import { gte, minVersion, validRange } from 'semver';
import { requestsIn } from '../../routes/requestsIn.ts';
import type { Rule } from '../rule.ts';
import { headOf } from './requestPlaces.ts';

/** The release that took `generateVideos` out of the Gemini API's half of the SDK. */
const DROPPED = { package: '@google/genai', major: 3, minor: 1 } as const;

const IMPORT = /(?:\bfrom\s*|\b(?:require|import)\s*\(\s*|\bimport\s+)["']@google\/genai(?:\/[\w-]+)*["']/;

export const sdkDroppedVeo: Rule<'document'> = {
  scope: 'document',
  meta: {
    id: 'sdk-dropped-veo',
    severity: 'error',
    summary: 'The installed @google/genai throws on generateVideos outside Vertex AI.',
    fixable: false,
    deprecates: false,
  },
  *check({ document, routes, project }) {
    const version = project?.packages[DROPPED.package];
    if (version === undefined || !isAtLeastDropped(version) || !IMPORT.test(document.text)) return;
    const throwing = routes.filter(
      ({ shape, surface }) => shape === 'google-sdk' && surface === 'gemini-api',
    );
    for (const [route] of requestsIn(throwing)) {
      yield {
        ...headOf(document.text, route),
        message: `${DROPPED.package} ${version} throws here: since ${DROPPED.major}.${DROPPED.minor}.0 it supports Veo only on Vertex AI. Use a Vertex AI client, or move to Gemini Omni.`,
        fix: null,
      };
    }
  },
};

/**
 * Whether every version that this one or this range stands for has dropped Veo. A range that also admits an
 * older version (`^3.0.0`, `>=2`, `*`) does not tell which one is installed.
 */
function isAtLeastDropped(version: string): boolean {
  const range = validRange(version);
  if (range === null || range === '*') return false;
  const lowest = minVersion(range);
  return lowest !== null && gte(lowest, `${DROPPED.major}.${DROPPED.minor}.0-0`);
}
