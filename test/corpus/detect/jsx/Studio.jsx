export default function Studio({ onPick }) {
  return (
    <section>
      {/* veo-2.0-generate-001 is not offered */}
      <Select items={['veo-3.1-generate-preview', 'veo-3.1-fast-generate-preview']} onPick={onPick} />
      <code>veo-3.0-generate-001</code>
      <Link to="/studio/veo3-fast" title="Veo 3.1 Fast">Veo 3 // fast</Link>
      <Model id="fal-ai/veo3.1/fast" />
      <a href="https://deepmind.google/models/veo/">Veo 3.1</a>
    </section>
  );
}
