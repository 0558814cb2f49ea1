// Says in a few words why a surface is known.
import type { SurfaceEvidence, SurfaceSign } from '../detect/evidence.ts';
import { t } from '../words/words.ts';

const WORDS: Readonly<Record<SurfaceSign, (detail: string) => string>> = {
  prefix: (detail) => t('the prefix {0}', detail),
  spelling: (detail) => t('the spelling {0}', detail),
  host: (detail) => t('the host {0}', detail),
  'host-in-file': (detail) => t('the host {0} in this file', detail),
  'base-url': (detail) => t('the base URL {0}', detail),
  path: (detail) => t('the path {0}', detail),
  'only-surface': (detail) => t('{0} was only ever served there', detail),
  client: (detail) => t('the client {0}', detail),
  provider: (detail) => t('the provider {0}', detail),
  import: (detail) => t('the import of {0}', detail),
  binding: (detail) => t('the SDK {0}', detail),
  setting: (detail) => t('the setting {0}', detail),
  environment: (detail) => t('the environment variable {0}', detail),
  folder: (detail) => t('the folder {0}', detail),
  type: (detail) => t('the type {0}', detail),
  node: (detail) => t('the node {0}', detail),
};

/** A short clause (`the setting vertexai=true in line 2`), as plain text. */
export function evidenceWords({ kind, detail, line, file }: SurfaceEvidence): string {
  const words = WORDS[kind](detail);
  if (file !== undefined) return t('{0} in {1}', words, file);
  return line === undefined ? words : t('{0} in line {1}', words, line);
}
