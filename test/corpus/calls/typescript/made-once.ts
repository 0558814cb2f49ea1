import { GoogleGenAI } from '@google/genai';

class Film {
  constructor(
    private readonly ai: GoogleGenAI,
    private readonly model: string,
    private readonly seconds = 6,
  ) {}

  make(prompt: string) {
    return this.ai.models.generateVideos({
      model: this.model,
      prompt,
      config: { durationSeconds: this.seconds },
    });
  }
}

const ai = new GoogleGenAI({ vertexai: true, project: 'studio', location: 'us-central1' });
export const film = new Film(ai, 'veo-3.1-generate-001');
