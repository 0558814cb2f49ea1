// What failed, and what a component keeps.
export function check(key?: string) {
  if (!key) throw new VideoProviderError('veo-3.1-fast', 'no credentials are set');
  throw new VideoProviderError(lite ? 'veo-3.1-lite' : 'veo-3.1-fast', 'the image could not be fetched');
}
export const Panel = () => {
  const [settings] = useState(() => {
    const saved = localStorage.getItem('veo3-settings');
    return saved ? JSON.parse(saved) : { quality: 'veo3-fast', aspectRatio: '16:9' };
  });
  throw new Error('veo3 failed');
};
