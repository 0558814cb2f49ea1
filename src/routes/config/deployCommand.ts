// Shell scripts and build files: the variables that deployments set on their command lines.
import { joinReadings } from './combine.ts';
import { commandVariables } from './commandLine.ts';
import { readVariables } from './setting.ts';
import { scalar } from './tree.ts';
import type { ConfigFormat } from './types.ts';

export const deployCommand: ConfigFormat = {
  id: 'deploy-command',
  hint: /model/i,
  recognises: ({ roots }) => roots.some((root) => root.kind === 'scalar'),
  read(source) {
    const scopes = source.roots.flatMap((root) => {
      const text = scalar(root);
      return text === undefined ? [] : commandVariables(text, false);
    });
    const readings = scopes.map((scope) => readVariables(scope, source));
    return joinReadings(readings);
  },
};
