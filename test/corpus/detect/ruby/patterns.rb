def lengths(id)
  case id
  when /veo-2.0-generate-001/ then %w[5 6 8]
  when /veo-3/ then %w[4 6 8]
  end
end
