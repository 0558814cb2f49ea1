import { useState } from 'react';

const KIE_URL = 'https://api.kie.ai/api/v1/veo/generate';

const OPTIONS = [
  { value: 'veo3_fast', label: 'Veo 3.1 Fast', hint: 'cheap' },
  { value: 'veo3', label: 'Veo 3.1 Quality', hint: 'slow' },
  { value: 'veo3_lite', label: 'Veo 3.1 Lite', hint: 'draft' },
];

export function Picker() {
  const [model, setModel] = useState<'veo3_lite' | 'veo3_fast' | 'veo3'>('veo3_lite');
  return (
    <form action={KIE_URL} className="veo3-fast picker">
      <h2>Veo 3 video</h2>
      <img src="/img/veo3_fast.png" alt="Veo 3 fast" />
      <select value={model} onChange={(e) => setModel(e.target.value as 'veo3')}>
        {OPTIONS.map((o) => <option key={o.value} value={o.value}>{o.label}</option>)}
      </select>
      <p className="text-sm">Draft quality uses Veo 3 Fast.</p>
    </form>
  );
}
