export function clipConfig(seconds: number, ratio = '16:9') {
  return { durationSeconds: seconds, aspectRatio: ratio, resolution: '720p', generateAudio: false };
}

export const buildPrompt = (subject: string) => `A film of ${subject}`;
