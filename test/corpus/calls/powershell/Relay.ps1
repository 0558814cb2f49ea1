$ErrorActionPreference = 'Stop'
$Models = @{ fast = 'google/veo-3.1-fast'; full = 'google/veo-3.1' }

$payload = @{
    model      = $Models.full
    prompt     = 'a tram in snow'
    duration   = 8
    resolution = '1080p'
}
$json = $payload | ConvertTo-Json
$r = Invoke-WebRequest -Uri 'https://openrouter.ai/api/v1/videos' -Method POST -Body $json -Headers @{ Authorization = "Bearer $env:OPENROUTER_API_KEY" }
Write-Host $r.StatusCode

foreach ($id in @('veo-3.1-generate-001', 'veo-2.0-generate-001')) { Write-Host "known: $id" }
