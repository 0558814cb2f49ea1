import { backend } from './backend';

// One function of the project passes everything on to the server, which calls the method that it names.
const relay = async (method: string, args: object) => {
  const { data } = await backend.functions.invoke('media-relay', { body: { method, args } });
  return data;
};

export async function film(words: string) {
  const wanted = { model: 'veo-3.1-generate-001', prompt: words, config: { numberOfVideos: 1 } };
  const { operation } = await relay('generateVideos', wanted);
  return relay('getVideosOperation', { operation });
}

export const chat = (words: string) => relay('generateContent', { model: 'gemini-3-flash', contents: words });
