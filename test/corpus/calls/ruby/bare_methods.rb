# frozen_string_literal: true

require "faraday"

# Makes a clip for a chapter, one at a time.
class ChapterClip
  HOST = "https://generativelanguage.googleapis.com/v1beta"

  def initialize(prompt, tall: true)
    @prompt = prompt
    @tall = tall
  end

  def start
    answer = Faraday.post(address, body.to_json, "x-goog-api-key" => key)
    JSON.parse(answer.body).fetch("name")
  end

  def done?(name)
    JSON.parse(Faraday.get("#{HOST}/#{name}", nil, "x-goog-api-key" => key).body)["done"]
  end

  private

  def address
    "#{HOST}/models/#{model}:predictLongRunning"
  end

  def model
    "veo-3.1-fast-generate-preview"
  end

  def body
    {
      instances: [{ prompt: @prompt }],
      parameters: { aspectRatio: "9:16", durationSeconds: 6, resolution: "720p" }
    }
  end

  def key = ENV.fetch("GEMINI_API_KEY")
end
