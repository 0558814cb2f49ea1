// Files of variables: .env, .properties, TOML and INI sections, Dockerfiles.

import { languageOfPath } from '../../detect/documents/languages/fileNames.ts';
import { joinReadings } from './combine.ts';
import { commandVariables } from './commandLine.ts';
import { readVariables, type Variable, variableOf } from './setting.ts';
import { entriesOf, type Node } from './tree.ts';
import type { ConfigFormat } from './types.ts';

const VARIABLE_FILES = new Set(['env', 'properties', 'toml', 'ini', 'dockerfile']);

export const variables: ConfigFormat = {
  id: 'variables',
  hint: /[=:]/,
  recognises: ({ document, roots }) =>
    VARIABLE_FILES.has(languageOfPath(document.path).id) || roots.some(isEnvironment),
  read(source) {
    const scopes = source.roots.flatMap((root) => [variablesOf(root), ...commands(root)]);
    const readings = scopes.map((scope) => readVariables(scope, source));
    return joinReadings(readings);
  },
};

/** Whether the keys are spelled as environment variables are. */
function isEnvironment(root: Node): boolean {
  const keys = entriesOf(root).map(({ key }) => key);
  return keys.length > 0 && keys.every((key) => /^[A-Z][A-Z\d_]*$/.test(key));
}

/** All of them, also those that a later one with the same name replaces. */
function variablesOf(root: Node) {
  const earlier = root.kind === 'map' ? root.shadowed.map(({ entry }) => entry) : [];
  return [...earlier, ...entriesOf(root)].flatMap(variableOf);
}

/** What commands among the settings set (`startCommand = "python main.py --model ID"`). */
function commands(root: Node): readonly (readonly Variable[])[] {
  return entriesOf(root).flatMap(({ key, value }) =>
    value.kind === 'scalar' && /(?:^|[_-])(?:command|cmd)$|Command$/.test(key)
      ? commandVariables(value, true)
      : [],
  );
}
