export type GeminiVideoModel =
  | 'veo-2.0-generate-001'
  | 'veo-3.0-generate-001'
  | 'veo-3.1-generate-preview'
  | (string & {});

export type ResellerModel = 'veo3' | 'veo3_fast' | 'veo3.1-fast';

export type Tier = 'veo' | 'other';

export interface Job {
  model: GeminiVideoModel | ResellerModel;
  veo3FastEnabled: boolean;
  veo31Fast?: string;
}
