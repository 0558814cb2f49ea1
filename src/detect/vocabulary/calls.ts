// Calls, statements and tags that say what their literal is. Data only; each pattern ends where the literal begins.

/** Calls that test a part of an ID (`id.startsWith('veo-3')`): routing logic, not a route. */
export const PARTIAL_TEST =
  /\b(?:startsWith|startswith|starts_with|start_with\?|endsWith|endswith|ends_with|end_with\?|includes|include\?|contains|Contains|containsString|HasPrefix|HasSuffix|hasPrefix|hasSuffix|StartsWith|EndsWith|indexOf|IndexOf|index|find|search|match|strpos|str_contains|str_starts_with|strncmp|split|replace|removeprefix|TrimPrefix|like|LIKE)(?:\s*|(?:\s+|\s*\(\s*)(?:[\w$.[\]]+\s*,\s*)?)$/;

/** Last words of names that hold one text: what is looked for in them is a part of it. */
export const TEXT_WORDS: ReadonlySet<string> = new Set(
  (
    'model name id key value text url uri path str string line slug engine lower content response result output ' +
    'body prompt message msg error html stdout stderr s m x n e v id'
  ).split(' '),
);

/** What stands before the quote of an import in most languages: a statement, never words inside a string. */
export const IMPORT_BEFORE =
  /^\s*(?:import\b[^"'`=(]*|export\s[^"'`=(]*\sfrom\s+|[\w\s{},*$]*\}\s*from\s+|@import\s+|require_relative\s*(?:\(\s*)?)$|(?:^|[=(,;{>!?:&|]|\b(?:await|return|typeof|new))\s*(?:import|require(?:_once)?|jest\.mock|vi\.mock)\s*(?:\(\s*)?$/;

/** Statements that only some languages have, by the language. */
export const IMPORT_STATEMENTS: Readonly<Record<string, RegExp>> = {
  php: /^\s*(?:use|include(?:_once)?|require(?:_once)?)\s*(?:\(\s*)?$/,
  perl: /^\s*(?:use|require)\s+(?:lib\s+)?$/,
  css: /^\s*@(?:use|forward|import)\s+$/,
  c: /^\s*#\s*include\s*$/,
  elixir: /^\s*(?:use|import)\s+$/,
  dart: /^\s*(?:part|library)(?:\s+of)?\s+$/,
  makefile: /^\s*-?include\s+$/,
};

const FIRST_ARGUMENTS = String.raw`\s*\(\s*(?:[^()\n"'\`]*,\s*)?$`;

/** Calls whose argument is a name for people or for the program's own parts. */
export const NAMING_CALL = new RegExp(
  String.raw`(?:^|[^\w])(?:describe|it|test|scenario|namespace|t|i18n|\$t|__|useTranslations?|getTranslations|getElementById|querySelector(?:All)?|getByText|getByTestId|findByText|getByLabel|classList\.\w+|addClass|hasClass|navigate|redirect|router\.\w+|Route|route|path|path\.\w+|Path|join|getLogger|createLogger|channel|emit|once|addEventListener|app\.(?:get|post|put|delete|use)|mkdir|makedirs|readFile|writeFile|existsSync|label|title|heading|localStorage\.\w+|sessionStorage\.\w+|setItem|getItem|removeItem|add_parser|add_command|Database|from|table|collection|bucket)${FIRST_ARGUMENTS}`,
);

/** Calls that take names of all kinds: a bare `veo3` in them is a tool, a log line, a queue. */
export const BARE_NAMING_CALL = new RegExp(
  String.raw`(?:^|[^\w])(?:suite|context|stage|step|job|task|group|resolve|logger|router|on|open|tag|tags|track|capture|command|Command|(?:\w*[lL]ogger|log|console|logging)\.\w+|print|println|printf|Println|puts|echo|\w*Error|\w*Exception|queue\.\w+|cookies\(\)\.\w+)${FIRST_ARGUMENTS}`,
);

/** Names of calls that take a model, be its name as bare as `veo3`. */
export const MODEL_CALL =
  /model|video|veo|engine|credit|cost|price|pricing|rate|quote|duration|seconds|estimate|supports?|capabilit|catalog|entry|variant|useState|useRef|^Some$|^default$|^value$|^add$|^push$|^has$|^toBe$|^toEqual$|^toContain$|^equal$|^assert|^expect|^Set$|^of$|^listOf$/i;

/** Calls whose first argument is a title, whatever it says. */
export const TEST_BLOCK = /^(?:describe|it|test|suite|context|group|section|scenario)$/;

/** JSX tags whose value names a part of the page. */
export const PAGE_TAG = /<(?:Tabs?\w*|Link|NavLink|Route|Step|Nav\w*|Badge|Trans|Accordion\w*)\b[^<>]*$/;

/** Terraform blocks and the like: `resource "type" "name"`. */
export const BLOCK_LABEL =
  /^\s*(?:resource|data|module|variable|output|provider|locals?|job|group|task)\s+(?:"[\w.-]*"\s+)*"$/;

/** `Path(root) / "veo3"`: folders in Python. */
export const PATH_JOIN = /[\w)\]"']\s+\/\s+$/;

/** A field's name in a struct tag (`json:"veo3_fast"`). */
export const STRUCT_TAG =
  /[`\s"](?:json|yaml|xml|toml|bson|db|gorm|mapstructure|form|query|env|validate|binding|protobuf):\\*"$/;
