param(
    [Parameter(Mandatory)] [string] $Prompt,
    [string] $Model = 'veo-3.0-fast-generate-001',
    [ValidateSet('720p', '1080p')] [string] $Resolution = '720p'
)

$base = 'https://generativelanguage.googleapis.com/v1beta'
$headers = @{ 'x-goog-api-key' = $env:GEMINI_API_KEY }
$body = @{
    instances  = @(@{ prompt = $Prompt })
    parameters = @{ aspectRatio = '16:9'; durationSeconds = 8; resolution = $Resolution }
} | ConvertTo-Json -Depth 6

$op = Invoke-RestMethod -Method Post -Uri "$base/models/${Model}:predictLongRunning" -Headers $headers -ContentType 'application/json' -Body $body

do {
    Start-Sleep -Seconds 10
    $state = Invoke-RestMethod -Uri "$base/$($op.name)" -Headers $headers
} until ($state.done)

# one fixed shot for the landing page
$landing = Invoke-RestMethod -Method Post `
    -Uri 'https://us-central1-aiplatform.googleapis.com/v1/projects/acme-media/locations/us-central1/publishers/google/models/veo-3.1-generate-001:predictLongRunning' `
    -Headers @{ Authorization = "Bearer $(gcloud auth print-access-token)" } `
    -ContentType 'application/json' `
    -Body '{"instances":[{"prompt":"skyline"}],"parameters":{"durationSeconds":4,"sampleCount":1,"generateAudio":false}}'
$landing.name
