// What a rule says of a file, as it is kept beside its fixtures: where, the message, what it offers, where else to look.
import type { DocumentAudit } from '../../../src/audit/types.ts';
import { positionCounter } from '../../../src/detect/lines.ts';

export function said(rule: string, file: string, { document, findings }: DocumentAudit): readonly string[] {
  const positionAt = positionCounter(document.text);
  return findings
    .filter((finding) => finding.rule === rule && finding.suppressed === false)
    .flatMap(({ start, end, message, fix, choices = [], related = [] }) => {
      const { line, column } = positionAt(start);
      const [marked] = document.text.slice(start, end).split('\n', 1);
      return [
        `${file}:${line}:${column} ${marked}`,
        `  ${message}`,
        ...(fix === null ? [] : [`  fix: ${fix.title}`]),
        ...choices.map(({ title }) => `  choice: ${title}`),
        ...related.map((place) => `  line ${positionAt(place.start).line}: ${place.message}`),
      ];
    });
}
