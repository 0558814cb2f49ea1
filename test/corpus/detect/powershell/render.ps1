<#
.SYNOPSIS
  Renders with veo-3.0-generate-001.
#>
param(
    [ValidateSet('veo-3.0-generate-001', 'veo-3.0-fast-generate-001')]
    [string]$Model = "veo-3.0-fast-generate-001", # or veo-2.0-generate-001
    [string]$OutFile = "veo3-result.mp4"
)

$uri = "https://us-central1-aiplatform.googleapis.com/v1/projects/$env:GCP/locations/us-central1/publishers/google/models/veo-3.0-generate-001:predictLongRunning"
$body = @{ model = 'veo3_fast'; prompt = 'a `"kite`" # veo-2.0-generate-001' } | ConvertTo-Json
Import-Module Veo3Tools
Invoke-RestMethod -Method Post -Uri $uri -Body $body
