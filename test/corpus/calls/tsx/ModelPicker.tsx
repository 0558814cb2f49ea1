import { useId } from 'react';

const OPTIONS = [
  { value: 'veo-3.1-generate-preview', label: 'Veo 3.1', note: '$0.40/s', durationSeconds: 8 },
  { value: 'veo-3.1-lite-generate-preview', label: 'Veo 3.1 Lite', note: '$0.05/s', durationSeconds: 4 },
];

export function ModelPicker(props: { value: string; onPick: (id: string) => void }) {
  const id = useId();
  const premium = props.value === 'veo-3.1-generate-preview';
  return (
    <fieldset id={id} data-premium={premium}>
      <legend>Model</legend>
      {OPTIONS.map((o) => (
        <label key={o.value}>
          <input type="radio" checked={props.value === o.value} onChange={() => props.onPick(o.value)} />
          {o.label} <small>{o.note}</small>
        </label>
      ))}
      <option value="veo-2.0-generate-001">Veo 2 (old)</option>
    </fieldset>
  );
}
