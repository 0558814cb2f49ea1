-- veo-3.0-generate-preview was removed in the spring
CREATE TABLE veo3_fast_jobs (id bigint primary key, model text default 'veo-3.0-generate-001');
CREATE INDEX idx_veo3_jobs ON veo3_fast_jobs (model);
INSERT INTO routes (slug, provider, upstream, price) VALUES
  ('r1', 'kie',       'veo3_fast', 0.30),
  ('r2', 'google',    'veo-3.1-fast-generate-preview', 0.10),
  ('r3', 'replicate', 'google/veo-3.1', 0.40),
  ('r4', 'fal',       'fal-ai/veo3.1/fast/image-to-video', 0.15);
UPDATE routes SET upstream = 'veo-3.1-generate-001' WHERE upstream IN ('veo-3.0-generate-001', 'veo-3.0-generate-preview');
/* keeps veo-2.0-generate-001 readable */
ALTER TABLE keys ADD CONSTRAINT known CHECK (model IN ('veo-3.1', 'veo-3.1-fast', 'veo-3.1-lite'));
UPDATE keys SET extra = '{"models": ["veo-3.1-fast", "veo3.1"]}';
SELECT count(*) FROM jobs WHERE model LIKE 'veo-3%' AND note = '-- veo-2.0-generate-001';
