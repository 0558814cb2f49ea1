// Dockerfiles: what `CMD`, `ENTRYPOINT` and `RUN` start, beside the variables that `ENV` and `ARG` set.
import { languageOfPath } from '../../detect/documents/languages/fileNames.ts';
import { commandVariables, variablesOfWords } from './commandLine.ts';
import { jsonTree } from './jsonTree.ts';
import { readVariables, type Variable } from './setting.ts';
import { plainScalar, scalarsOf } from './tree.ts';
import type { ConfigFormat } from './types.ts';

const COMMAND = /^[ \t]*(?:CMD|ENTRYPOINT|RUN)[ \t]+((?:\\\r?\n|[^\n])+)/gim;

export const dockerfile: ConfigFormat = {
  id: 'dockerfile',
  hint: /^[ \t]*(?:CMD|ENTRYPOINT|RUN)\s/im,
  recognises: ({ document }) => languageOfPath(document.path).id === 'dockerfile',
  read(source) {
    const scopes = [...source.document.text.matchAll(COMMAND)].flatMap(
      ({ 0: line, 1: command = '', index }) => commandScopes(command, index + line.length - command.length),
    );
    return { routes: scopes.flatMap((scope) => readVariables(scope, source).routes) };
  },
};

/** The words of the exec form (`["a", "b"]`), or a text for the shell. */
function commandScopes(command: string, start: number): readonly (readonly Variable[])[] {
  if (!/^\[.*\]\s*$/s.test(command)) return commandVariables(plainScalar(command, start), true);
  const [list] = jsonTree(command, (at) => start + at).roots;
  return [variablesOfWords(scalarsOf(list), true)];
}
