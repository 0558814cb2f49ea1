BEGIN;
-- Replaces veo-3.0-generate-001 by veo-3.1-generate-001 on Vertex.
UPDATE video_jobs SET model = 'veo-3.1-generate-001' WHERE model = 'veo-3.0-generate-001';
UPDATE video_jobs SET gateway_model = 'veo3_fast' WHERE gateway_model IN ('veo3', 'veo3-fast');
ALTER TABLE veo3_jobs RENAME TO video_jobs_v3; -- table names
INSERT INTO settings (key, value) VALUES ('veo_model', 'veo-3.1-fast-generate-001'), ('sample', 'samples/veo3.mp4');
COMMENT ON COLUMN video_jobs.model IS 'such as veo-3.1-generate-001';
COMMIT;
