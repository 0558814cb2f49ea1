/** Models of the video endpoint; `veo-2.0-generate-001` is the oldest. */
export type VideoModelId = 'veo-2.0-generate-001' | 'veo-3.0-generate-001' | 'veo-3.0-fast-generate-001';
export declare const DEFAULT: 'veo-3.1-generate-001';
export interface EndpointTypeMap {
  'fal-ai/veo3': Veo3Input;
  'fal-ai/veo3/fast': Veo3FastInput;
  'fal-ai/veo3.1/lite': Veo31LiteInput;
}
export interface Veo3Input { prompt: string }
export interface Veo3FastInput { prompt: string }
export interface Veo31LiteInput { prompt: string }
