unit VeoUnit; // veo-2.0-generate-001
const
  DefaultModel = 'veo-3.0-generate-001';
  Gateway = 'veo3_fast';
  Custom = 'aa_veo-3.0-generate-preview';
{ veo-3.0-fast-generate-001 }
end.
