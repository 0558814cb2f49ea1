import { GoogleGenAI } from '@google/genai';

export enum VeoTier {
  Draft = 'veo-3.1-lite-generate-001',
  Fast = 'veo-3.1-fast-generate-001',
  Final = 'veo-3.1-generate-001',
}

const LABELS: Record<VeoTier, string> = {
  [VeoTier.Draft]: 'Draft',
  [VeoTier.Fast]: 'Fast',
  [VeoTier.Final]: 'Final',
};

class Studio {
  private readonly ai: GoogleGenAI;
  constructor(project: string) {
    this.ai = new GoogleGenAI({ enterprise: true, project, location: 'us-central1' });
  }

  draft(prompt: string) {
    return this.ai.models.generateVideos({
      model: VeoTier.Draft,
      source: { prompt },
      config: { durationSeconds: 4, aspectRatio: '9:16' },
    });
  }

  final(prompt: string, tall: boolean) {
    console.log(`rendering ${LABELS[VeoTier.Final]}`);
    return this.ai.models.generateVideos({
      model: VeoTier.Final,
      source: { prompt },
      config: {
        durationSeconds: 8,
        resolution: '4k',
        aspectRatio: tall ? '9:16' : '16:9',
        numberOfVideos: 1,
        generateAudio: true,
      },
    });
  }

  any(tier: VeoTier, prompt: string) {
    return this.ai.models.generateVideos({ model: tier, prompt, config: { durationSeconds: 6 } });
  }
}

export { Studio };
