'use client';

const LABELS: Record<string, string> = {
  'veo-3.1-generate-001': 'Veo 3.1',
  'veo-3.1-fast-generate-001': 'Veo 3.1 Fast',
  "veo-2.0-generate-001": 'Veo 2 (silent)',
};

export default function ModelSelect(props: { value: string; onChange(v: string): void }) {
  // Never show veo-3.0-generate-preview again, see the veo3 ticket.
  const entries = Object.entries(LABELS).filter(([id]) => id !== 'veo-2.0-generate-001');
  return (
    <label htmlFor="veo3-model" className="model-select veo3">
      Veo model <small>(Veo 3.1 makes sound)</small>
      <select id="veo3-model" value={props.value} onChange={(e) => props.onChange(e.target.value)}>
        {entries.map(([id, label]) => <option key={id} value={id}>{label}</option>)}
        <option value="veo3_fast">Reseller</option>
      </select>
    </label>
  );
}
