import { queue } from './queue';

type Provider = 'veo3' | 'kling';
type Stage = 'idle' | 'veo3' | 'done';
type Model = 'veo3' | 'veo-3.1-fast' | 'kling-2';

const tabs: { id: string; label: string }[] = [{ id: 'veo3', label: 'Veo' }];
const PROVIDER_ORDER = ['veo3', 'kling'];
const [provider, setProvider] = useState<'auto' | 'veo3'>('auto');
const [model, setModel] = useState<'veo3' | 'veo3_fast'>('veo3_fast');

enum Backend {
  Provider = 'mock',
}
enum VideoModel {
  Google = 'veo3',
  Quick = 'veo31-fast',
}

export function run(job: { provider: Provider; model: Model; type: string }) {
  if (job.provider === 'veo3') queue.add('veo3', job);
  if ('veo3' === job.type) throw new Error('veo3');
  switch (job.provider) {
    case 'veo3':
      return submit({ provider: 'veo3', taskType: 'veo3', model: 'veo3' });
    default:
  }
  switch (job.model) {
    case 'veo3':
      return 8;
    case 'veo-3.1-fast':
      return 6;
  }
  localStorage.setItem('provider', 'veo3');
  onNavigateToTab('veo3');
  loader.load('veo3');
  return priceOfModel('veo3', 8) + secondsOf('veo3') + SECONDS['veo3'];
}

const SECONDS = { veo: 8, 'veo3': 8, 'veo3-frames': 8 };
const providerNames = { 'veo3': 'Google', kling: 'Kling' };
const modelLabels: Record<string, string> = { 'veo3': 'Veo 3', 'veo3-fast': 'Veo 3 Fast' };
const fallback = process.env.TOOL ?? pick('VIDEO_PROVIDER', 'veo2');
const chosen = read('VIDEO_MODEL', 'veo2');
const KNOWN = ['veo3', 'veo3_lite'].includes(chosen);
const page = <TabsTrigger value="veo3">Veo</TabsTrigger>;
const item = <SelectItem value="veo3">Veo</SelectItem>;
