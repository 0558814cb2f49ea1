// The words by which detection tells a model ID from its look-alikes. Data only.

/** Names of keys, variables, flags and parameters whose value is a model ID. Matched on the last word(s). */
export const MODEL_KEY =
  /(?:model|models|engine|endpoint|deployment)(?:[_-]?(?:id|ids|name|names|key|slug|version|path|default|list|alias|t2v|i2v))?$|^(?:default|fast|lite|quality|fallback|primary)?[_-]?veo(?:[_-]?\d)*(?:[_-]?(?:default|fast|lite|quality))?[_-]?model/i;

/** Names of keys whose value speaks about a model to people or machines, but is not sent as one. */
export const OTHER_KEY =
  /(?:^|[_.-])(?:label|title|heading|headline|subtitle|description|desc|text|caption|tooltip|placeholder|tag|tags|topics?|keyword|keywords|class|classname|classes|style|href|src|srcset|url|uri|link|alt|slug|permalink|pathname|path|route|routes|file|filename|file_name|files|folder|dir|directory|icon|icons|image|img|thumbnail|logo|poster|category|categories|badge|branch|ref|table|column|collection|bucket|queue|topic|channel|event|author|brand|vendor|platform|family|tab|section|anchor|htmlfor|testid|aria-label|i18nkey|namespace|package|repository|homepage|bin|workspace|prefix|suffix|xmlns)$/i;

/** A field's name in a struct tag (`json:"veo3_fast"`). */
export const STRUCT_TAG =
  /[`\s"](?:json|yaml|xml|toml|bson|db|gorm|mapstructure|form|query|env|validate|binding|protobuf):\\*"$/;

/** camelCase tails of the same words (`thumbnailUrl`, `displayLabel`). */
export const OTHER_KEY_CAMEL =
  /(?:Label|Title|Description|Text|Tooltip|Placeholder|Tags?|Keywords?|ClassName|Href|Src|Url|Uri|Link|Slug|Path|Route|File|FileName|Folder|Dir|Icon|Image|Thumbnail|Logo|Category|Badge|Branch|Brand|Vendor|Family|Tab|Section)$/;

/** Calls that test a part of an ID (`id.startsWith('veo-3')`): routing logic, not a route. */
export const PARTIAL_TEST =
  /(?:\.|->|::|\b)(?:startsWith|startswith|starts_with|start_with\?|endsWith|endswith|ends_with|end_with\?|includes|include\?|contains|Contains|containsString|HasPrefix|HasSuffix|hasPrefix|hasSuffix|StartsWith|EndsWith|indexOf|IndexOf|index|find|search|match|strpos|str_contains|str_starts_with|strncmp|split|replace|removeprefix|TrimPrefix|like|LIKE)\s*\(?\s*(?:[\w$.[\]]+\s*,\s*)?$/;

/** What stands before the quote of an import. */
export const IMPORT_BEFORE =
  /(?:(?:^|[^\w.:])(?:from|use|module|package)\s+|(?:^|[^\w.:])(?:import|require(?:_once|_relative)?|include(?:_once)?|jest\.mock|vi\.mock|@import)\s*\(?\s*)$/;

/** Calls whose argument is a name for people or for the program's own parts. */
export const NAMING_CALL =
  /(?:^|[^\w])(?:describe|it|test|suite|context|scenario|stage|step|job|task|group|namespace|t|i18n|\$t|__|getElementById|querySelector(?:All)?|getByText|getByTestId|findByText|getByLabel|classList\.\w+|addClass|hasClass|navigate|redirect|router\.\w+|Route|route|path|join|resolve|getLogger|logger|createLogger|channel|emit|on|once|addEventListener|app\.(?:get|post|put|delete|use)|router|mkdir|open|readFile|writeFile|existsSync|tag|tags|label|title|heading)\s*\(\s*(?:[^()\n"'`]*,\s*)?$/;

/** Terraform blocks and the like: `resource "type" "name"`. */
export const BLOCK_LABEL =
  /^\s*(?:resource|data|module|variable|output|provider|locals?|job|group|task)\b[^={]*$/;

/** Extensions that make a token a file name. */
export const FILE_EXTENSION =
  /\.(?:mp4|mov|webm|mkv|avi|m4v|gif|png|jpe?g|webp|avif|svg|ico|pdf|mp3|wav|ogg|srt|vtt|md|mdx|mdc|html?|txt|rst|csv|tsv|log|xml|jsonl?|ndjson|ya?ml|toml|ini|env|conf|cfg|lock|tsx?|jsx?|mjs|cjs|py|pyi|ipynb|go|rs|rb|php|java|kts?|cs|swift|dart|sh|bash|ps1|sql|vue|svelte|astro|css|scss|zip|tar|gz|tgz|db|sqlite|bak|tmp|snap|golden|d|test|spec)$/i;

/** Hosts whose paths are pages for people (`*.` stands for any subdomain). */
export const PAGE_HOST =
  /^(?:docs?|blog|help|support|learn|developers?|status|community|forum|www|news|wiki|playground|console|marketplace|discuss|platform|about)\.|(?:^|\.)(?:ai\.google\.dev|cloud\.google\.com|deepmind\.google|blog\.google|github\.com|github\.io|githubusercontent\.com|gitlab\.com|huggingface\.co|medium\.com|dev\.to|reddit\.com|x\.com|twitter\.com|youtube\.com|npmjs\.com|pypi\.org|wikipedia\.org|replicate\.com|fal\.ai|shields\.io|stackoverflow\.com|notion\.so|substack\.com|linkedin\.com|arxiv\.org|models\.dev|artificialanalysis\.ai|lmarena\.ai|poe\.com|vercel\.com|openrouter\.ai)$/i;

/** What makes a URL or path that of an API, whatever its host. */
export const API_PATH =
  /:(?:predict|fetchPredict|generate|stream|raw|count|batch|\$\{|\{)|\/v\d+(?:(?:alpha|beta)\d*)?\/|\/api\/v\d|\/publishers\/google\/models\//;

/** First segments before a gateway's spelling that are gateways or vendors, not folders. */
export const VENDOR_SEGMENT =
  /^@?(?:google|google-?deepmind|deepmind|fal-ai|fal|runwayml|runway|kie|kie-?ai|aimlapi|aiml|openrouter|replicate|together|together_?ai|poe|openai|vertex|vertex_ai|vertexai|gemini|googleai|google_ai_studio|vercel|gateway|litellm|portkey|cometapi|laozhang|apimart|crazyrouter|fastrouter|flatkey|new-api|newapi|oneapi|muapi|piapi|wavespeed-?ai|segmind|novita|veo|comfyui|lovable|inference|302ai|aihubmix|yunwu|atlascloud|eachlabs|pollo|llmgateway)$/i;

/** Keys that only give structure (`enum` in a schema): the key above them says what the values are. */
export const STRUCTURE_KEY =
  /^(?:enum|default|const|examples?|items|values?|options|choices|list|oneOf|anyOf|properties|allowed)$/i;

/** Files that list packages: what looks like an alias there is a package. */
export const MANIFEST_FILE =
  /(?:^|\/)(?:package(?:-lock)?\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|deno\.lock|cargo\.(?:toml|lock)|requirements[\w.-]*\.txt|pyproject\.toml|poetry\.lock|uv\.lock|pipfile(?:\.lock)?|go\.(?:mod|sum)|composer\.(?:json|lock)|gemfile(?:\.lock)?|pubspec\.(?:yaml|lock)|package\.resolved|\.gitmodules|[^/]*\.map|codeowners|\.gitignore|\.npmignore|\.dockerignore)$/i;

/** Files of translations: keys there name texts. */
export const TRANSLATION_FILE =
  /(?:^|\/)(?:locales?|i18n|lang|langs|languages|translations?|messages)\/[^/]*(?:\/[^/]*)*$/i;

/** The words that follow the version in spellings which gateways use. */
export const ALIAS_WORD =
  /^(?:fast|lite|pro|quality|standard|std|turbo|ultra|max|relaxed|hd|fhd|4k|1080p|720p|4s|5s|6s|8s|fl|landscape|portrait|vertical|horizontal|t2v|i2v|r2v|flf2v|v2v|fflf|text|image|images|video|reference|references|first|last|frame|frames|to|components|component|ingredients|extend|audio|noaudio|silent|official|vip|ref|multi|all|cl|free|beta|async|sync|unlimited|low|high|priority|cheap|plus|mini)$/i;

/** The words of Google's own ID grammar, beside the version. */
export const OFFICIAL_WORD =
  /^(?:generate|preview|exp|experimental|fast|lite|pro|ultra|standard|quality|flash|turbo|latest|stable|\d{2,4})$/;
