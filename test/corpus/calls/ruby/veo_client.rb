require "net/http"
require "json"

class VeoClient
  BASE = "https://generativelanguage.googleapis.com/v1beta".freeze
  MODEL = "veo-3.1-fast-generate-preview".freeze

  def initialize(key = ENV.fetch("GEMINI_API_KEY"))
    @key = key
  end

  def submit(prompt, seconds: 8)
    uri = URI("#{BASE}/models/#{MODEL}:predictLongRunning")
    req = Net::HTTP::Post.new(uri, "x-goog-api-key" => @key, "Content-Type" => "application/json")
    req.body = {
      instances: [{ prompt: prompt }],
      parameters: { durationSeconds: seconds, aspectRatio: "16:9", resolution: "720p" }
    }.to_json
    res = Net::HTTP.start(uri.host, uri.port, use_ssl: true) { |http| http.request(req) }
    raise "veo: #{res.code}" unless res.is_a?(Net::HTTPSuccess)

    JSON.parse(res.body)["name"]
  end

  def tall(prompt)
    uri = URI.parse(BASE + "/models/veo-3.0-generate-001:predictLongRunning")
    Net::HTTP.post(
      uri,
      JSON.generate("instances" => [{ "prompt" => prompt }], "parameters" => { "aspectRatio" => "9:16", "durationSeconds" => 8 }),
      "x-goog-api-key" => @key
    )
  end
end
