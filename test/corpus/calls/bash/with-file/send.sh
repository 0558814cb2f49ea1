#!/bin/bash
curl -X POST \
  -H "Authorization: Bearer $(gcloud auth print-access-token)" \
  -d @veo_request.json \
  "https://us-central1-aiplatform.googleapis.com/v1/projects/$PROJECT/locations/us-central1/publishers/google/models/veo-3.1-generate-001:predictLongRunning"
