// Functions whose result can be told from their arguments: names only, the same over all languages.

/** Of those below, verbs that end a builder's chain: called by their bare name they are functions of the project. */
export const BUILDER_VERBS: ReadonlySet<string> = new Set(
  'build create generate data form final now newBuilder'.split(' '),
);

/** Give back what they are given, or the same in another form. */
export const TRANSPARENT = new Set(
  `str string String Number int Int int32 int64 Int32 Int64 float Float parseInt parseFloat Integer valueOf of Boolean bool Bool
  Ptr Pointer ToPtr String Int Int32Ptr ptr Some Ok Optional Just to_string into to_owned as_str as_ref clone toString trim strip
  freeze to_json to_s to_i
  toLowerCase ToLower ToLowerInvariant lowercased downcase strtolower to_lowercase lower ToString Trim TrimSpace
  trimIndent trimMargin dedent stripIndent addingPercentEncoding trimmingCharacters rstrip lstrip rtrim ltrim chomp trimEnd TrimEnd TrimRight TrimLeft TrimSuffix TrimPrefix trimStart TrimStart removeprefix removePrefix removesuffix removeSuffix trim_end_matches to_sym to_h to_string_lossy unwrap expect orElseThrow get_ref
  stream_context_create wp_json_encode stringify dumps dump encode jsonEncode json_encode Marshal MarshalIndent Serialize SerializeObject SerializeToUtf8Bytes
  writeValueAsString toJson toJSONString generate to_vec from data encodeToString JSONString ConvertTo-Json writeValueAsBytes
  NewReader NewBuffer NewBufferString NewBufferFromString bytes StringContent JsonContent Create ofString ofByteArray create
  URL URI Uri parse HttpUrl toHttpUrl quote encodeURI encodeURIComponent urlencode rawurlencode url_encode escape PathEscape QueryEscape EscapeDataString toRequestBody RequestBody Buffer Body StringEntity form
  freeze deepFreeze structuredClone cast cast! deepcopy copy asJson readonly reactive ref Value value useRef useMemo SecretStr Url
  GenerateVideosModel byteArrayOf getBytes toByteArray getBuffer Uint8Array utf8 toList listOf id code getId getValue getModelId getModel rawValue name lower upper
  array_filter HttpBody fromObject build final now newBuilder`.split(/\s+/),
);

/** Make a text from a template with places. */
export const FORMATTERS = new Set([
  'Sprintf',
  'sprintf',
  'format',
  'formatted',
  'Format',
  'format!',
  'Sprint',
  'f',
]);

/** Read the environment; a second argument is the value where it is not set. */
export const ENVIRONMENT =
  /(?:^|\.)(?:getenv|get_env|Getenv|LookupEnv|GetEnvironmentVariable|getProperty|env|environ|ENV|Environment|decouple|config)(?:\.(?:get|fetch|var|str|string))?$/;

/** Give the second value where the first is missing: methods of what may be missing. */
export const OR_ELSE = new Set([
  'orElse',
  'unwrap_or',
  'unwrap_or_else',
  'orElseGet',
  'or_else',
  'getOrElse',
  'GetValueOrDefault',
  'or',
  'presence',
]);

/** Look a key up with a value for where it is missing. */
export const LOOK_UP = new Set([
  'get',
  'fetch',
  'getOrDefault',
  'GetValueOrDefault',
  'pop',
  'dig',
  'GetValue',
  'getString',
  'getProperty',
  'string',
  'str',
  'input',
  'value',
  'setdefault',
]);

/** Put a further part behind the path of an address. */
export const JOINS_PATH =
  /^(?:appendingPathComponent|appending|addPathSegments?|addEncodedPathSegments?|joinpath)$/;

/** Put something behind the path of an address. */
export const ADDS_QUERY = /^(?:add(?:Encoded)?QueryParameter|setQueryParameter)$/;

/** Make an object from named arguments or from other objects. */
export const MAKES_OBJECT = new Set([
  'dict',
  'assign',
  'merge',
  'array_merge',
  'OpenStruct',
  'SimpleNamespace',
  'mapOf',
  'mutableMapOf',
  'hashMapOf',
  'linkedMapOf',
  'defaults',
  'extend',
  'H',
]);

/** Types whose objects begin as a copy of the one object or JSON text that they are made of. */
export const COPIES_OBJECT = /^(?:JSONObject|JsonObject|(?:Linked)?HashMap|TreeMap|LinkedTreeMap)$/;

/** Wrap a model's name and say whose model it is (`google.video('…')`). */
export const MODEL_WRAPPER =
  /^(?:video|videoModel|model|languageModel|image|getGenerativeModel|generativeModel|ref|modelRef|VideoModel|video_model|lookup|resolve\w*Model|get_?model|from_?pretrained)$/i;

/** Take a model where it is one of a list, or else another: a model, the list, what is taken else. */
export const PICKS_MODEL = /^_?(?:pick|choose|select|normali[sz]e|coerce|validate|ensure)_?\w*model$/i;

/** Ask a client for a model by its name: what they give back stands for it. */
export const MODEL_LOOK_UP = /(?:^|\.)models\.(?:get|retrieve|fetch)$/i;

/** Ask a person and show what is taken where nothing is typed, as their second argument. */
export const ASKS = /^(?:text_input|text_area|prompt|ask)$/;

/** Describe a parameter and give its default. */
export const HOLDS_DEFAULT = new Set([
  'Field',
  'field',
  'Option',
  'Query',
  'Form',
  'Argument',
  'Parameter',
  'Header',
  'mapped_column',
]);
