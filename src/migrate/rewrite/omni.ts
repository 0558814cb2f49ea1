// What Omni takes of a request, whatever its language.
import type { SyntaxNode } from '../../routes/syntax/tree.ts';
import type { Entry } from './entries.ts';
import { refuse } from './refusal.ts';

/** What becomes of a configuration. */
export interface Config {
  readonly entries: readonly Entry[];
  /** The duration that the old surface took, where the request gives none. */
  readonly usual: readonly string[];
  readonly seed: string | null;
  readonly negative: SyntaxNode | null;
}

/** A duration as Omni takes it: `8s`. @throws NotUnderstood */
export function omniSeconds(seconds: number): string {
  if (!(seconds >= 3 && seconds <= 10)) refuse('Its duration is not one that Omni makes.');
  return `${seconds}s`;
}

/** Why a parameter has to be moved by hand, in the spelling of either SDK. */
export function whyKept(key: string, said: string): string {
  switch (key.replaceAll('_', '').toLowerCase()) {
    case 'numberofvideos':
      return 'It asks for several videos: each needs a request of its own.';
    case 'generateaudio':
      return 'It may ask for a video without audio, which Omni does not make.';
    case 'persongeneration':
      return `Omni has no field for ${key}, which is ${said} here.`;
    default:
      return `${key} has no known counterpart.`;
  }
}
