// Words in the names of keys, variables, flags and parameters that say what their value is. Data only.

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter((word) => word !== ''));

/** Words that say: the value is a model ID. Matched in one word of a key (`videoModelId`, `ENDPOINTS`, `modelid`). */
export const MODEL_WORD =
  /^(?:[a-z0-9]*models?(?:ids?|names?|keys?)?|engines?|endpoints?|deployments?|checkpoints?)$/;

/** Words after `model` that would say something else alone (`modelPath`, `endpoint_url`, `model.tag`). */
export const MODEL_TAIL: ReadonlySet<string> = words('path slug ref tag version route url uri');

/** Words that say nothing themselves: the word before them counts (`fileName`, `provider_id`). */
export const FILLER: ReadonlySet<string> = words('name names id ids key keys value values str string');

/** Last words of keys whose value speaks about a model to people or machines, but is not sent as one. */
export const OTHER_WORDS: ReadonlySet<string> = words(`
  label labels title titles heading headline subtitle description descriptions desc text caption tooltip placeholder
  tag tags topic topics keyword keywords class classname classes style href src srcset url uri link links alt slug slugs
  permalink pathname path paths route routes file files filename folder folders dir directory icon icons image images
  img thumbnail logo poster category categories badge branch ref table column collection bucket queue channel event
  events author brand family families tab tabs section anchor
  htmlfor testid namespace package repository repo homepage bin workspace prefix suffix xmlns
  stage stages status state states phase phases step steps view views page pages screen screens feature features message
  messages msg msgid msgstr error errors comment comments note notes prompt prompts suite theme preset presets filter
  filters user username owner password token secret host hostname domain container cookie session locale database db
  alert metric metrics tracking analytics integration integrations question questions answer answers
`);

/** Words that say wherever they stand in a key: it is about who makes models, or where they run. */
export const OWNER_WORDS: ReadonlySet<string> = words('provider providers vendor vendors platform platforms');

/** Last words of keys that hold names of many things: a bare `veo3` there names a tool, a longer spelling a model. */
export const NAME_WORDS: ReadonlySet<string> = words(`
  name names type types kind kinds mode modes tool tools method service services source action actions app plugin
  skill command project product group role scope context area target output via by format
`);

/** Keys that only give structure (`enum` in a schema): the name above them says what the values are. */
export const STRUCTURE_WORDS: ReadonlySet<string> = words(`
  enum default const example examples item items value values option options choice choices list oneof anyof properties
  allowed
`);

/** Words that speak of models and videos, and the names of other video models. */
export const OF_MODELS =
  /model|video|sora|kling|seedance|hailuo|minimax|runway|luma|pixverse|vidu|wan-?\d|gen-?[34]|veo[-_.]?\d[\w.]{0,20}[-_](?:fast|lite|pro|quality|generate)|aspect|resolution|duration|t2v|i2v|credits|costs?\b|price|prompt|veo \d/i;
