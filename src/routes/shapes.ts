// What counts as a request: data only. A new SDK method is a line here.
import type { SurfaceId } from '../catalog/types.ts';
import type { CallShape } from './types.ts';

/** A call that is known by its name. */
export interface MethodShape {
  readonly shape: CallShape;
  /** The dotted path of what is called, from its root on (`ai.models.generateVideos`). */
  readonly path: RegExp;
  /** True where the call is a Veo request whatever its model; else the model must be one of Veo. */
  readonly always?: boolean;
  /** What the model must be spelled like. */
  readonly spelled?: RegExp;
  /** Whether the model is only that which its client was asked for by name (`Model.from_pretrained('…')`). */
  readonly ofClient?: boolean;
  /** The surface that such a call goes to, where the method alone settles it. */
  readonly surface?: SurfaceId;
}

const GOOGLE_METHOD =
  '(?:generateVideos?|generate_videos?|GenerateVideos|GenerateVideosAsync|GenerateVideosFromSource|generateVideosFromSource|generateVideosInternal)';

export const METHOD_SHAPES: readonly MethodShape[] = [
  {
    shape: 'google-sdk',
    path: new RegExp(`(?:^|\\.)(?:models|Models|model_client)\\.${GOOGLE_METHOD}$`),
    always: true,
  },
  {
    shape: 'google-sdk',
    path: /(?:^|\.)(?:generateVideos|generate_videos|GenerateVideos|GenerateVideosAsync|generate_videos_async)$/,
  },
  { shape: 'google-sdk', path: /\.generate_video(?:_async)?$/, ofClient: true },
  { shape: 'other', path: /\.a?generate(?:_async|Async)?$/, ofClient: true },
  { shape: 'ai-sdk', path: /(?:^|\.)(?:experimental_)?generateVideo$/ },
  { shape: 'litellm', path: /(?:^|\.)a?video_(?:generation|remix|edit|extension)$/ },
  {
    shape: 'fal',
    path: /^(?=(?:.*\.)?(?:fal|fal_client|falClient|falAi|fal_ai)\b).*\.(?:subscribe|run|submit|stream|subscribe_async|run_async|submit_async|stream_async)$/,
  },
  { shape: 'gateway-rest', path: /(?:^|\.)(?:videoInference|video_inference)$/ },
  { shape: 'fal', path: /(?:^|\.)queue\.submit$/ },
  {
    shape: 'replicate',
    path: /^(?=(?:.*\.)?_?replicate).*\.(?:run|async_run|stream|create|async_create)$/i,
  },
  { shape: 'replicate', path: /(?:^|\.)predictions\.(?:create|async_create)$/ },
  {
    shape: 'gateway-rest',
    path: /(?:^|\.)(?:image_to_video|text_to_video|video_to_video|imageToVideo|textToVideo|videoToVideo)\.create$/,
  },
  {
    shape: 'openai-videos',
    path: /(?:^|\.)videos?\.(?:generations\.)?(?:with_raw_response\.)?(?:create|createAndPoll|create_and_poll|generate|remix)$/,
  },
  {
    shape: 'chat-completions',
    path: /(?:^|\.)(?:chat\.completions|completions|responses)\.(?:with_raw_response\.)?(?:create|parse|stream)$/,
  },
  {
    shape: 'chat-completions',
    path: /^(?:litellm\.)?a?completion$|(?:^|\.)(?:generateContent|generate_content|GenerateContent|generateContentStream|generateText|streamText)$/,
  },
  {
    shape: 'genkit',
    path: /(?:^|\.)(?:ai|genkit|g)\.generate(?:Stream|_stream)?$|(?:^|\.)genkit\.Generate$|^generate$/,
  },
  { shape: 'interactions', path: /(?:^|\.)interactions\.create$/i },
  { shape: 'gateway-rest', path: /(?:^|\.)env\.AI\.run$/, surface: 'cloudflare' },
  // A client under another name: the gateway's spelling of the model tells whose it is.
  {
    shape: 'other',
    path: /\.(?:run|async_run|subscribe|subscribe_async|submit|submit_async)$/,
    spelled: /^(?!models\/|publishers\/).*\//,
  },
  {
    shape: 'predict-long-running',
    path: /(?:^|\.)(?:predict_long_running|PredictLongRunning|predictLongRunning|long_running_predict)$/,
  },
];

/** Names of calls that hand their further arguments to the function they are given. */
export const CALLS_FOR_ANOTHER =
  /^(?:to_thread|partial|run_in_executor|run_sync|submit|retry|with_retry|withRetry|call_with_retry|retry_call|sync_to_async|run_in_threadpool|apply_async|create_task|pRetry)$/;

/** The last name of a call that may send an HTTP request. */
export const HTTP_CALL =
  /fetch|axios|^got$|^ky$|post|request|send|urlopen|ajax|curl|file_get_contents|invoke|^uri$|^url$|newBuilder|call|submit|^put$|^patch$|api|HttpEntity|exchange|retrieve|Utf8|execute|target|resource|needle|wretch|json$|^create(?:Job|Task|Video|Generation)$|generate|start/i;

/** Calls that name a URL without asking for it. */
export const NO_REQUEST =
  /^(?:log|info|warn|error|debug|print|println|printf|echo|expect|assert\w*|toHaveBeenCalled\w*|toBe|toEqual|describe|it|test|intercept|route|reply|mock\w*|spyOn|stub_request|nock|console|includes|startsWith|replace|match|test|get|head|delete|GetAsync|on)$/;

/** Functions that build an address, and calls that only speak of a request: assertions on what a mock was given, requests of a test to its own handler. */
export const ABOUT_REQUESTS =
  /\w(?:_url|Url|URL|_uri|Uri|URI|_endpoint|Endpoint)$|(?:^|\.)(?:toHaveBeen\w*|toHave(?:Nth|Last)\w*|toBe|toEqual|toStrictEqual|toMatch\w*|toContain\w*|assert_\w+|assert\w*With|calledWith\w*)$|^httptest\./;

/** Stand-ins of servers and of libraries that send: what they are told is what a test expects. */
export const STAND_IN =
  /^(?=\w*(?:[sS]tub|[mM]ock|[fF]ake))\w+$|^(?:nock|msw|respx|responses|aioresponses|WireMock)$/;

/** Keys that name the model. */
export const MODEL_KEY =
  /^(?:model|model_?name|model_?id|model_?version|video_?model|engine|endpoint_?id|version|ref|application|modelKey|deployment)$/i;

/** What a request does with a model of Google, behind its name. `predictLongRunning` is right, the others are tried as well. */
export const GOOGLE_VERBS = 'predictLongRunning|predict|generateVideos?|generateMedia';

/** A text that looks like an ID of Veo, or of Gemini Omni, in some spelling. */
export const VEO_ID =
  /^(?!\/)(?=@?(?:[\w.-]|\/(?!\/))*(?:veo|gemini[-_.]?omni|(?<![\w-])omni[-_]flash)|google:(?:[23]|gemini)@)[\w.:/@-]+$/i;

/** The names of the models whose requests are read. */
export const NAMES_VIDEO = /veo|gemini[-_.]?omni|(?<![\w-])omni[-_]flash|google:(?:[23]|gemini)@/i;

/** What a text must hold for a parse to be worth while. */
export const REQUEST_HINT =
  /generate_?videos?|predict_?long_?running|video_generation|fal[._]|fal-ai|\.run\(|replicate|predictions|videos?\.|completion|generate|fetch|axios|http|request|post|curl|Invoke-|urlopen|_to_video|ToVideo|submit|interactions|animate|predict|create|subscribe|infsh/i;
