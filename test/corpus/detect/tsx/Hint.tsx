import { Veo3Badge } from '@/components/veo3-badge';

export function Hint({ model }: { model: string }) {
  const isFast = model === 'veo-3.1-fast-generate-preview';
  return (
    <div className="veo3 hint" data-testid="veo3-hint">
      ⚠️ Only <strong>veo-3.1-generate-preview</strong> takes frames (e.g. <em>veo-3.0-generate-001</em>).
      {isFast ? "veo-3.1-fast-generate-preview" : 'veo-2.0-generate-001'}
      <Veo3Badge model="veo3_fast" endpoint={'fal-ai/veo3.1'} label="Veo 3.1" />
      <input placeholder={isFast ? 'gpt' : 'veo-3.0-fast-generate-001'} /> {/* veo-2.0-generate-001 */}
    </div>
  );
}
