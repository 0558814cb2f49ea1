// The software and services whose catalogs are read. Apart from the schema, whose library an audit without a configuration
// does not load.

export const GATEWAY_KINDS = ['new-api', 'litellm', 'openrouter', 'portkey'] as const;
