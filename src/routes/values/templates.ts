// Texts from templates with places to fill (`%s`, `{}`, `{name}`).
import { flatten, isScalar, joinTexts, mapOptions, type Result, scalarResult, UNKNOWN } from './result.ts';

/** Fills the places of a template (`%s`, `{}`, `{0}`, `{name}`). */
export function fillTemplate(
  template: Result,
  values: readonly Result[],
  named: (name: string) => Result | undefined = () => undefined,
): Result {
  return mapOptions(template, (option) => {
    const source = flatten(option);
    if (source === null) return UNKNOWN;
    const parts: Result[] = [];
    let from = 0;
    let next = 0;
    const place = isScalar(option) ? option.at : null;
    const origin = isScalar(option) ? option.from : 'literal';
    const literal = (to: number): void => {
      if (to > from)
        parts.push(
          scalarResult(
            source.slice(from, to),
            place === null ? null : { start: place.start + from, end: place.start + to },
            origin,
          ),
        );
    };
    for (const match of source.matchAll(/%(?:(\d+)\$)?[+-]?[\d.]*[svdqxf]|\{(\w*)(?::[^{}]*)?\}(?!\})/g)) {
      literal(match.index);
      const name = match[2] ?? '';
      const numbered =
        match[1] !== undefined ? Number(match[1]) - 1 : /^\d+$/.test(name) ? Number(name) : null;
      parts.push(
        (numbered !== null ? values[numbered] : name !== '' ? named(name) : values[next++]) ?? UNKNOWN,
      );
      from = match.index + match[0].length;
    }
    if (from === 0) return option;
    literal(source.length);
    return joinTexts(parts, place);
  });
}
