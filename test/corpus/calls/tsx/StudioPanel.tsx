'use client';
import { useCallback, useState } from 'react';
import { GoogleGenAI } from '@google/genai';

const MODELS = [
  { id: 'veo-3.1-fast-generate-preview', name: 'Fast' },
  { id: 'veo-3.1-generate-preview', name: 'Quality' },
];

export function StudioPanel({ brand }: { brand: string }) {
  const [model, setModel] = useState(MODELS[0].id);
  const [ratio, setRatio] = useState<'16:9' | '9:16'>('16:9');
  const [url, setUrl] = useState<string | null>(null);

  const demo = useCallback(async () => {
    const ai = new GoogleGenAI({ apiKey: process.env.API_KEY as string });
    let operation = await ai.models.generateVideos({
      model: 'veo-3.1-fast-generate-preview',
      prompt: `A glossy product shot for ${brand}`,
      config: { numberOfVideos: 1, resolution: '720p', aspectRatio: ratio },
    });
    while (!operation.done) {
      await new Promise((r) => setTimeout(r, 10000));
      operation = await ai.operations.getVideosOperation({ operation });
    }
    setUrl(operation.response?.generatedVideos?.[0]?.video?.uri ?? null);
  }, [brand, ratio]);

  return (
    <section>
      <select value={model} onChange={(e) => setModel(e.target.value)}>
        {MODELS.map((m) => <option key={m.id} value={m.id}>{m.name}</option>)}
      </select>
      <button onClick={() => setRatio('9:16')}>Tall</button>
      <button onClick={demo}>Demo</button>
      {url && <video src={url} controls />}
    </section>
  );
}
