CREATE TABLE clips (
  api_provider VARCHAR(50), -- 'veo2', 'veo3', 'replicate', 'runway'
  model TEXT -- 'veo3' or 'veo3_fast'
);
