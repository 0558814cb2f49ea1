# frozen_string_literal: true

module Studio
  MODELS = %w[veo3 veo3_fast veo3.1-lite].freeze
  FILES = %w[veo3 kling.rb].freeze

  def self.check!(id)
    raise ArgumentError, "Please use 'veo-3.1-generate-001' instead" unless MODELS.include?(id)
  end
end

RSpec.describe Studio do
  it 'offers nothing old' do
    expect(Studio.ids).not_to include('veo-3.0-generate-001')
  end
end
