// Defaults of a class's fields: set only where the text shows that somebody reads them.
import { once } from '../../once.ts';
import { pythonClass } from '../enclosing.ts';
import { claim, type FieldReads, type Scene, type UseClaim } from './types.ts';

/** The use of a field's default; null where its class is settings by kind or something reads it. */
export function useOfField(className: string, field: string, { fields, language }: Scene): UseClaim | null {
  const name = field.split(/\W/).at(-1) ?? '';
  if (name === '' || SETTINGS_NAME.test(className)) return null;
  const { members, whole, filled, countOf } = fields();
  if (filled().has(className)) return null;
  const isRead = members.has(name) || whole || (BARE_FIELDS.has(language.id) && countOf(name) > 1);
  return isRead ? null : claim('constant', `the default of ${className}.${name}, which nothing here reads`);
}

/** The class whose field a literal of a Python text sets; null elsewhere. */
export function classOfField({ source, language }: Scene, start: number): string | null {
  return language.id === 'python' ? (pythonClass(source.text, start)?.replace(/\W/g, '') ?? null) : null;
}

/** Languages whose methods name their fields without the object. */
const BARE_FIELDS: ReadonlySet<string> = new Set([
  'java',
  'kotlin',
  'csharp',
  'swift',
  'dart',
  'scala',
  'groovy',
]);

/** Classes that are what a program is set to, by their name alone. */
const SETTINGS_NAME =
  /^(?:App|Application|Base|Default|Global|Project)?(?:Settings|Config(?:uration)?|Constants|Defaults)$/;

/** The names of the classes that a library fills from the environment or a configuration. */
function filledClasses(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { index, 1: name = '', 2: head = '' } of text.matchAll(
    /\b(?:class|record|struct|object)\s+(\w{1,80})([^\n:{]{0,120})/g,
  )) {
    const annotations = text.slice(Math.max(0, index - 300), index);
    if (/Settings|EnvConfig/.test(head) || /@Configuration|@ConfigMapping|@Value/.test(annotations))
      found.add(name);
  }
  return found;
}

/** What a text reads of objects: the members that are named, and whether it takes whole objects apart. */
export function readsIn(text: string): FieldReads {
  const members = new Set<string>();
  for (const [, name = ''] of text.matchAll(/(?:\.|->|::|[$@]\{?)(?:this\.)?([A-Za-z_]\w*)/g))
    members.add(name);
  const counts = once(() => {
    const found = new Map<string, number>();
    for (const [word] of text.matchAll(/[A-Za-z_]\w*/g)) found.set(word, (found.get(word) ?? 0) + 1);
    return found;
  });
  return {
    members,
    whole:
      /\b(?:asdict|model_dump|__dict__|vars\(|to_dict|dict\(\)|toJson|serde|Serializable|getattr)\b/.test(
        text,
      ),
    filled: once(() => filledClasses(text)),
    countOf: (name) => counts().get(name) ?? 0,
  };
}
