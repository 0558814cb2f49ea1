// Words by which a list, a table or a call says what it does with the IDs in it. Data only.

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter((word) => word !== ''));

/** Words in the names of lists and tables that only speak of models: what is known, allowed, priced, gone. */
export const LISTING_WORDS: ReadonlySet<string> = words(`
  deprecated deprecations retired retirements legacy sunset removed obsolete dead defunct shutdown known supported
  allowed valid available whitelist allowlist allow blocklist blocked denylist price prices pricing cost costs rates
  usd credits limits limit quota quotas capabilities capability caps features label labels names aliases alias renames
  renamed migrations migration replacements replaced replaces redirects normalize expected choices enum enums options
  catalog catalogue registry inventory excluded ignored unsupported tests cases fixtures examples example docs
  durations resolutions ratios multipliers
`);

/** Words in the names of objects that hold what a program is set to. */
export const SETTING_WORDS: ReadonlySet<string> = words(`
  default defaults config configs configuration settings setting env environment params parameters request payload body
  preset presets profile override overrides fallback
`);

/** Words in the names of lists that are tried one after the other. */
export const TRIED_WORDS: ReadonlySet<string> = words(`
  fallback fallbacks candidate candidates priority priorities preference preferences preferred order chain attempts try
  cascade
`);

/** Keys beside an ID that describe a model to people: the object is an entry of a catalog. */
export const DESCRIPTIVE_KEYS: ReadonlySet<string> = words(`
  label title displayname description desc price pricing prices cost costs costpersecond pricepersecond credits badge
  icon tagline tooltip maxduration minduration maxdurationseconds durations durationoptions resolutions aspectratios
  supports supportsaudio supportedresolutions supportedaspectratios supporteddurations capabilities features released
  releasedate status deprecated provider vendor family bestfor strengths tags category ownedby object created type tier
  speed quality recommended isdefault contextlength contextwindow inputmodalities outputmodalities modalities name
  costperunit costpervideo creditcost usd
`);

/** Keys beside an ID that only a request has. */
export const REQUEST_KEYS: ReadonlySet<string> = words(`
  prompt instances contents negativeprompt textprompt imageurl image videoconfig generationconfig prompttext
  durationseconds personGeneration generateaudio numberofvideos samplecount
`);

/** Keys beside an ID that only a finished job has: the object records what was made. */
export const RESULT_KEYS: ReadonlySet<string> = words(`
  videourl resulturl outputurl downloadurl completedat finishedat generatedat latencyms elapsedms tookms responsetime
  processingtime generationtime costusd actualcost creditsused creditscharged operationname filepath filesize
`);

/** Keys that name an entry. */
export const NAMING_KEYS: ReadonlySet<string> = words('id value name slug key code text const');

/** Keys whose value only shows or says something. */
export const SAYING_KEYS: ReadonlySet<string> = words(`
  example examples placeholder description desc label title help helptext message text tooltip hint note notes summary
  comment caption reason error detail details subtitle prompt
`);

/** Calls that say or expect something: what they are given is not sent. */
export const SAYING_CALL =
  /(?:^|\.|\b)(?:print|println|printf|sprintf|puts|echo|log|debug|info|warn|warning|error|fatal|trace|write|fail|panic|format|raise|throw|exit|\w*Error|\w*Exception|describe|it|test|track|capture|t|Text|Label|Paragraph|help|comment|Errorf|Sprintf|Println|Printf)!?$/;

/** Calls that hold a value against another one. */
export const EXPECTING_CALL =
  /(?:^|\.|\b)(?:assert\w*|expect\w*|toBe|toBeCalledWith|toEqual|toStrictEqual|toContain\w*|toInclude\w*|objectContaining|calledWith\w*|toMatch\w*|toHave\w*|should\w*|equals?|equalsIgnoreCase|Equal\w*|isEqual\w*|eq|eql|ne|strcmp|verify|XCTAssert\w*|Assert\w*|require\.\w+|compareTo|is|matches|includes|contains|has|startsWith|startswith|endsWith|endswith|HasPrefix|indexOf|find|filter|in_array|str_contains)!?$/;

/** Calls that make a list, a set or a type of what they are given. */
export const LISTING_CALL =
  /(?:^|\.|\b)(?:[sS]et|[lL]ist|frozenset|tuple|[aA]rray|vec|\w*[sS]etOf|\w*[lL]istOf|\w*[aA]rrayOf|of|asList|enum|Enum|nativeEnum|oneOf|union|literal|picklist|choices|Choice|Literal|In|isIn|IsIn|oneof|HashSet|from|freeze|OneOf)!?$/;

/** Calls that give a value where nothing else is set. */
export const DEFAULT_CALL =
  /(?:^|\.|\b)(?:getenv|env|get|getOrDefault|getProperty|getString|setdefault|default|defaultValue|Default|optional|StringVar\w*|String|StringP?|Field|Value|unwrap_or\w*|orElse\w*|fetch|config|secret|var|pick|coalesce|COALESCE|useState|ref|signal|GetEnv\w*|getEnv\w*|envOr\w*|lookup|option|Option|add_argument|arg|Arg|Argument|Query|Header)!?$/;

/** Calls that take a model to send it. */
export const SENDING_CALL =
  /model|video|veo|generat|predict|submit|run|invoke|request|fetch|post|create|endpoint|use|with|set|subscribe|animate|extend/i;

/** Types whose square brackets list what a value may be. */
export const TYPE_NAME = /\b(?:Literal|Union|Optional|Enum|Annotated|Final)$/;

/** What beside an ID says that a job is done: its object records one. */
export const FINISHED =
  /^[\s{]*["']?(?:(?:status|state)["']?\s*(?::|=>?)\s*["'](?:completed?|succeeded|success|done|finished|failed)["']|done["']?\s*(?::|=>?)\s*true\b)/i;

/** The same in JSON that is written as text. */
export const FINISHED_AS_TEXT =
  /\\?["'](?:(?:status|state)\\?["']\s*:\s*\\?["'](?:completed?|succeeded|success|done|finished|failed)\\?["']|done\\?["']\s*:\s*true\b)/i;
