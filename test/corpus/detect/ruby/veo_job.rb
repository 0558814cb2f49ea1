# frozen_string_literal: true

require 'veo3/client' # not veo-3.0-generate-001

class VeoJob
  MODELS = %w[veo-3.0-generate-001 veo-3.0-fast-generate-001].freeze
  DEFAULT = 'veo-3.1-generate-001'

=begin
The first release used veo-2.0-generate-001.
=end

  def payload(prompt)
    { model: DEFAULT, prompt: "#{prompt} # veo-3.1-fast-generate-001", alias: :veo3_fast }
  end

  def endpoint
    "https://fal.run/fal-ai/veo3/fast/image-to-video"
  end

  def text
    <<~TEXT
      Model: veo-3.1-generate-001
    TEXT
  end
end
