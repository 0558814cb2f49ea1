require 'faraday'

class Film
  BASE = 'https://generativelanguage.googleapis.com/v1beta'

  def initialize(model)
    @model = model
  end

  def make(prompt)
    Faraday.post("#{BASE}/models/#{@model}:predictLongRunning", { instances: [{ prompt: prompt }] }.to_json)
  end
end

Film.new('veo-3.1-generate-preview').make('A beach')
