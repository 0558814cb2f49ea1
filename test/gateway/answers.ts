// Answers of gateways as they look, cut to what matters.

const row = (fields: object): object => ({
  description: '',
  vendor_id: 3,
  owner_by: '',
  enable_groups: ['default'],
  ...fields,
});

/** new-api's `/api/pricing`. */
export const NEW_API = JSON.stringify({
  success: true,
  data: [
    row({
      model_name: 'veo-3.1-generate-preview',
      quota_type: 1,
      model_price: 0.4,
      model_ratio: 0,
      supported_endpoint_types: ['gemini', 'openai'],
      availability_status: 'unknown_failure',
    }),
    row({
      model_name: 'veo3.1-fast',
      quota_type: 0,
      model_ratio: 37.5,
      completion_ratio: 1,
      supported_endpoint_types: ['openai'],
    }),
    row({
      model_name: 'veo-3.1-lite-generate-preview',
      quota_type: 0,
      model_ratio: 1.25,
      supported_endpoint_types: ['openai-video'],
    }),
    row({ model_name: 'gpt-4o', quota_type: 0, model_ratio: 1.25, supported_endpoint_types: ['openai'] }),
    row({
      model_name: 'veo-3.1-generate-001',
      quota_type: 1,
      model_price: 0.4,
      enable_groups: ['vip', 'trial'],
      status: 1,
    }),
    row({ model_name: 'veo-3.0-generate-001', billing_mode: 'expr', billing_expr: 'seconds*0.4' }),
  ],
  group_ratio: { default: 1, vip: 0.8, trial: 1.5 },
  pricing_version: 'a42d372ccf0b5dd13ecf71203521f9d2',
});

/** LiteLLM's `/model/info`. */
export const LITELLM_PROXY = JSON.stringify({
  data: [
    {
      model_name: 'film',
      litellm_params: { model: 'vertex_ai/veo-3.1-generate-001' },
      model_info: {
        mode: 'video_generation',
        output_cost_per_second: 0.4,
        input_cost_per_token: 0,
        output_cost_per_token: 0,
      },
    },
    {
      model_name: 'draft',
      litellm_params: { model: 'vertex_ai/veo-3.1-lite-generate-001', output_cost_per_second: 0.06 },
      model_info: {
        mode: 'video_generation',
        output_cost_per_second: 0.05,
        output_cost_per_second_1080p: 0.08,
      },
    },
    {
      model_name: 'chatty',
      litellm_params: { model: 'gemini/veo-3.0-generate-001' },
      model_info: { mode: 'chat', input_cost_per_token: 0, output_cost_per_token: 0 },
    },
    {
      model_name: 'words',
      litellm_params: { model: 'openai/gpt-4o' },
      model_info: { mode: 'chat', output_cost_per_token: 0.00001 },
    },
  ],
});

/** LiteLLM's public cost map. */
export const LITELLM_MAP = JSON.stringify({
  sample_spec: { litellm_provider: 'one of the providers', mode: 'chat' },
  'vertex_ai/veo-3.1-fast-generate-001': {
    litellm_provider: 'vertex_ai-video-models',
    mode: 'video_generation',
    output_cost_per_second: 0.15,
    output_cost_per_second_480p: 0.01,
    deprecation_date: '2026-11-17',
  },
});

/** OpenRouter's `/api/v1/videos/models`. */
export const OPENROUTER = JSON.stringify({
  data: [
    {
      id: 'google/veo-3.1-lite',
      pricing_skus: {
        duration_seconds_with_audio: '0.08',
        duration_seconds_without_audio: '0.05',
        duration_seconds_with_audio_720p: '0.05',
        image_to_video_duration_seconds_720p: '9',
      },
    },
    {
      id: 'google/veo-3.1',
      pricing_skus: { cents_per_video_output_second_4k: '60', video_tokens: '0.000007' },
    },
    {
      id: 'google/veo-3',
      architecture: { output_modalities: ['text'] },
      pricing: { prompt: '0', completion: '0' },
    },
  ],
});

/** One of Portkey's pricing files. */
export const PORTKEY = JSON.stringify({
  default: { pricing_config: { currency: 'USD' } },
  'veo-3.1-generate-001': {
    pricing_config: { pay_as_you_go: { additional_units: { video_seconds: { price: 40 } } } },
  },
  'veo-3.1-fast-generate-001': {
    pricing_config: {
      pay_as_you_go: {
        additional_units: {
          video_duration_seconds_720_1280: { price: 10 },
          video_duration_seconds_1920_1080: { price: 12 },
          video_duration_seconds_1024_1792: { price: 50 },
          default_duration_seconds: { price: 8 },
        },
      },
    },
  },
  'veo-3.0-generate-001-lte-128k': {
    pricing_config: { pay_as_you_go: { response_token: { price: 0.001 } } },
  },
});
