require 'json'
require 'net/http'

def film(prompt)
  http = Net::HTTP.new('yunwu.ai', 443)
  http.use_ssl = true
  http.post('/v1/video/create', { model: 'veo3-fast', prompt: prompt }.to_json, 'Content-Type' => 'application/json')
end

def page
  Net::HTTP.new('yunwu.ai', 443).get('/models/veo3-fast')
end
