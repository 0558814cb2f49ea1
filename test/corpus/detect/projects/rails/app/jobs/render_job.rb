class RenderJob < ApplicationJob
  queue_as :veo3

  MODELS = {
    standard: "veo-3.1-generate-001",
    fast: "veo-3.1-fast-generate-001", # also veo-3.0-fast-generate-001
    kie: 'veo3_fast'
  }.freeze

  def perform(clip)
    model = MODELS.fetch(clip.tier.to_sym) { "veo-3.1-lite-generate-001" }
    path = "projects/#{ENV['GCP']}/locations/us-central1/publishers/google/models/#{model}"
    legacy = "publishers/google/models/veo-2.0-generate-001:predictLongRunning"
    Rails.logger.info("veo3 #{clip.id} -> #{path} (#{legacy})")
    clip.update!(model:, file: "veo3/#{clip.id}.mp4")
  end
end
