import { GoogleGenAI, GenerateVideosParameters, GenerateVideosConfig } from '@google/genai';

export class VeoAdapter {
  static readonly MODEL = 'veo-3.1-fast-generate-preview';
  private readonly fallbackModel = 'veo-3.0-fast-generate-001';
  private readonly baseConfig: GenerateVideosConfig = { numberOfVideos: 1, aspectRatio: '16:9' };
  private client: GoogleGenAI;

  constructor(apiKey: string) {
    this.client = new GoogleGenAI({ apiKey });
  }

  async create(prompt: string) {
    const params: GenerateVideosParameters = {
      model: VeoAdapter.MODEL,
      prompt,
      config: { ...this.baseConfig, durationSeconds: 8, resolution: '1080p' },
    };
    try {
      return await this.client.models.generateVideos(params);
    } catch (error) {
      if (!String(error).includes('404')) throw error;
      return await this.client.models.generateVideos({ ...params, model: this.fallbackModel });
    }
  }

  async vertical(prompt: string) {
    const config = { ...this.baseConfig };
    config.aspectRatio = '9:16';
    return this.client.models.generateVideos({ model: VeoAdapter.MODEL, prompt, config });
  }
}
