// Merged reports as JSON: each report whole under its name, then the totals.
import { escaped } from '../../outlets/json.ts';
import { grandTotals } from './totals.ts';
import type { MergeFormat } from './types.ts';

export const mergedJson: MergeFormat = () => {
  let separator = '';
  return {
    add: ({ name, report }) => {
      const head = separator === '' ? '{"schema":"veo-route-audit/merge/1","reports":[\n' : separator;
      separator = ',\n';
      return head + escaped(JSON.stringify({ name, ...report }));
    },
    end: (rows) => {
      const { name: _name, ...total } = grandTotals('', rows);
      return `\n],"repositories":${JSON.stringify(rows)},"total":${JSON.stringify(total)}}\n`;
    },
  };
};
