# frozen_string_literal: true

require "faraday"
require "replicate"

PROJECT = ENV["GOOGLE_CLOUD_PROJECT"]
VEO_MODEL = ENV.fetch("VEO_MODEL", "veo-2.0-generate-001")

def render(prompt, token)
  conn = Faraday.new(url: "https://us-central1-aiplatform.googleapis.com") do |f|
    f.request :json
    f.response :json
  end
  path = "/v1/projects/#{PROJECT}/locations/us-central1/publishers/google/models/#{VEO_MODEL}:predictLongRunning"
  parameters = { sampleCount: 1, durationSeconds: 5 }
  parameters[:aspectRatio] = "16:9"
  conn.post(path) do |req|
    req.headers["Authorization"] = "Bearer #{token}"
    req.body = { instances: [{ prompt: prompt }], parameters: parameters }
  end
end

def replicate(prompt)
  HTTParty.post(
    "https://api.replicate.com/v1/models/google/veo-3-fast/predictions",
    headers: { "Authorization" => "Bearer #{ENV['REPLICATE_API_TOKEN']}" },
    body: { input: { prompt: prompt, resolution: "1080p", generate_audio: true } }.to_json
  )
end

ALLOWED = %w[veo-2.0-generate-001 veo-3.0-generate-001].freeze
