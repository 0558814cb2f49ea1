// What an ID of a plain statement is: returned, a default behind an operator, the value of a variable or a constant.
import { pythonClass } from '../enclosing.ts';
import { keyBefore } from '../keyBefore.ts';
import { meaningOf } from '../keyMeaning.ts';
import { classOfField, useOfField } from './fields.ts';
import { namesListing, namesSetting, namesTried, spellsId } from './names.ts';
import { claim, type Literal, type Scene, type UseClaim } from './types.ts';

/**
 * The use of an ID whose string begins at `at`, outside of lists, calls and objects. `className`: the class in whose
 * braces it stands, not in one of its methods.
 */
export function useInStatement(
  { start }: Literal,
  at: number,
  scene: Scene,
  className: string | null = null,
): UseClaim {
  const { source, language } = scene;
  const { code, text } = source;
  const before = code.slice(Math.max(0, at - 200), at).replace(/[fFrRbBuU@$]{1,2}$/, '');
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (/\breturn\s*\(?\s*$/.test(before)) return claim('setting', 'what a function returns');
  if (/(?:\?\?=?|\|\|=?|:-|\bor|\?:)\s*$/.test(before)) return claim('setting', 'a default');
  if (/\?[^?;]*:\s*$|\?\s*$/.test(before) || /\belse\s*$/.test(line))
    return claim('setting', 'a value of a condition');
  if (/(?:=>|->)\s*$/.test(before)) return claim('constant', 'a value of a choice');
  if (
    /\bcase\s+\w+\s*=\s*$|\bstatic\s+let\s+\w+\s*(?::\s*\w+)?\s*=\s*$/.test(line) &&
    language.id === 'swift'
  )
    return claim('listing', 'a member of an enumeration');
  if (language.id === 'python' && isEnumClass(scene, start))
    return claim('listing', 'a member of an enumeration');
  const name = keyBefore(text, start) ?? (PROPERTY.exec(before) ?? WRAPPED.exec(before))?.[1] ?? null;
  const owner = classOfField(scene, start) ?? className;
  const field = owner === null || name === null ? null : useOfField(owner, name, scene);
  if (field !== null) return field;
  if (name === null && /[^=!<>]=\s*$/.test(before)) return claim('setting', 'the value of a variable');
  // What a shell sets is there for the programs that it starts.
  if (language.id === 'bash' && name !== null) return claim('setting', `the value of ${name}`);
  return useOfVariable(name);
}

/** `public string Model { get; set; } = `: the default of a property stands behind its accessors. */
const PROPERTY = /\b(\w+)\s*\{\s*get;[^{}]{0,40}\}\s*=\s*$/;

/** `static const String veo30FastGeneratePreview =` with its value on the next line. */
const WRAPPED = /\b(\w{1,80})[ \t]*(?::[ \t]*[\w<>.?]{1,60}[ \t]*)?=[ \t]*\r?\n\s*$/;

function isEnumClass({ source, enumClasses }: Scene, start: number): boolean {
  const className = pythonClass(source.text, start)?.replace(/\W/g, '') ?? '';
  return className !== '' && enumClasses().has(className);
}

/** The names of the classes of a Python text that list what a value may be. */
export function enumClassesIn(text: string): ReadonlySet<string> {
  const classes = text.matchAll(/\bclass\s+(\w+)\s*\(([^()]*)\)/g);
  return new Set(
    [...classes].flatMap(([, name = '', bases = '']) => (/Enum|Choices/.test(bases) ? [name] : [])),
  );
}

function useOfVariable(name: string | null): UseClaim {
  if (name === null) return claim('constant', 'a value whose use is not seen');
  if (spellsId(name)) return claim('constant', `the constant ${name}, whose use is not seen`);
  if (meaningOf(name) === 'model' || namesSetting(name) || namesTried(name))
    return claim('setting', `the value of ${name}`);
  if (namesListing(name)) return claim('listing', `the value of ${name}`);
  return claim('setting', `the value of ${name}`);
}
