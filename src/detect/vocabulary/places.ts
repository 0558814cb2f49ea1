// Hosts, files and folders by which detection tells an ID from the name of a page, a file or a package. Data only.

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

/** Files that list packages: what looks like an alias there is a package. */
export const MANIFEST_FILE =
  /(?:^|\/)(?:package(?:-lock)?\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|deno\.lock|cargo\.(?:toml|lock)|requirements[\w.-]*\.txt|pyproject\.toml|poetry\.lock|uv\.lock|pipfile(?:\.lock)?|go\.(?:mod|sum)|composer\.(?:json|lock)|gemfile(?:\.lock)?|pubspec\.(?:yaml|lock)|package\.resolved|\.gitmodules|codeowners|\.gitignore|\.npmignore|\.dockerignore)$/i;

/** Files of translations: keys there name texts. */
export const TRANSLATION_FILE =
  /(?:^|\/)(?:locales?|i18n|lang|langs|languages|translations?|messages)\/[^/]*(?:\/[^/]*)*$/i;

/** Hosts that answer programs, whatever their domain is for. */
export const API_HOST = /^(?:queue|api|gateway)\.|googleapis\.com$/;

/** Hosts of pages about an API. */
export const DOCS_HOST = /^(?:docs?|www|blog|help|learn|developers?)\./i;

/** Last folders of an API's addresses, behind its version, that say what is asked for. */
export const ASKED_FOR = /^(?:run|models?|generate|predict|videos?)$/i;
