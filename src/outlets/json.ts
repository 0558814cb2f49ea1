// JSON for programs that also may land on a terminal: what others wrote cannot steer it.

/** C1 controls begin escape sequences like ESC does; JSON leaves them as they are. */
const CONTROLS = /[\u007f-\u009f\u2028\u2029]/g;

/** A value as a JSON document in lines, every control character escaped, with a line feed at its end. */
export function jsonText(value: unknown): string {
  return `${escaped(JSON.stringify(value, null, 2))}\n`;
}

/** JSON with its control characters escaped: the same value to whoever parses it. */
export const escaped = (json: string): string =>
  json.replaceAll(CONTROLS, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
