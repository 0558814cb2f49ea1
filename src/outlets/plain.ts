// Text that others wrote, for outlets that show plain text: terminals, CI logs, dialogs and notifications.

/** What moves the cursor, repaints, reorders or is no character at all. */
const UNSHOWABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;

/** Every kind of line break; blanks around it are trimmed apart, so that no pattern meets itself. */
const LINE_BREAKS = /[\n\v\f\r\u0085\u2028\u2029]+/g;

/** How the logs of GitHub, Azure Pipelines and TeamCity begin a command anywhere in a line. */
const COMMAND_INSIDE = /##(?=\w{0,20}\[)/g;

/** How a line of a GitHub log begins one. */
const COMMAND_AHEAD = /^([ \t+-]*)::/gm;

/** A text as one line that can only be read: no control character, no command of a CI log. */
export function plainLine(text: string): string {
  return inert(text.replaceAll(LINE_BREAKS, ' ').replaceAll('\t', ' ').replaceAll(UNSHOWABLE, spelled));
}

/** The same for a text of several lines; its line feeds and tabs stay. */
export function plainText(text: string): string {
  return inert(
    text.replaceAll(UNSHOWABLE, (character, at: number) =>
      character === '\n' || character === '\t' || (character === '\r' && text[at + 1] === '\n')
        ? character
        : spelled(character),
    ),
  );
}

/** The same for a notification of the editor, which makes links, to commands too, of `[words](address)`. */
export function notice(text: string): string {
  return plainLine(text).replaceAll('](', '] (');
}

/** The first characters of a text, with a sign where some were left out; no character is cut in two. */
export function clipped(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = text.slice(0, most - 1);
  return `${/[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept}…`;
}

function inert(text: string): string {
  return text.replaceAll(COMMAND_INSIDE, '#\\#').replaceAll(COMMAND_AHEAD, '$1\\::');
}

/** ESC as `\u{1b}`. */
function spelled(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
