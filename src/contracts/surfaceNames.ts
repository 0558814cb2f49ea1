// Names that people write for Google's two surfaces. A gateway may have any name, but none of these.
import { distance } from 'fastest-levenshtein';

const GOOGLE = ['gemini-api', 'vertex-ai'] as const;

const OTHER_NAMES: Readonly<Record<string, (typeof GOOGLE)[number]>> = {
  vertex: 'vertex-ai',
  vertexai: 'vertex-ai',
  'google-vertex': 'vertex-ai',
  'agent-platform': 'vertex-ai',
  'gemini-enterprise-agent-platform': 'vertex-ai',
  aiplatform: 'vertex-ai',
  gemini: 'gemini-api',
  'ai-studio': 'gemini-api',
  'google-ai-studio': 'gemini-api',
  'google-ai': 'gemini-api',
  'gemini-developer-api': 'gemini-api',
  generativelanguage: 'gemini-api',
};

/** Steps that a slip of the pen is away from the name. */
const SLIP = 2;

/** The Google surface that a name means without being its name; null for all others. */
export function googleSurfaceMeant(name: string): string | null {
  const plain = name
    .trim()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');
  if (name === 'gemini-api' || name === 'vertex-ai') return null;
  if (Object.hasOwn(OTHER_NAMES, plain)) return OTHER_NAMES[plain] ?? null;
  return GOOGLE.find((surface) => distance(surface, plain) <= SLIP) ?? null;
}
