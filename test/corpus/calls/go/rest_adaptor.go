package veo

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
)

type parameters struct {
	DurationSeconds int    `json:"durationSeconds,omitempty"`
	AspectRatio     string `json:"aspectRatio,omitempty"`
	Resolution      string `json:"resolution,omitempty"`
	SampleCount     int    `json:"sampleCount,omitempty"`
}

type payload struct {
	Instances  []map[string]any `json:"instances"`
	Parameters parameters       `json:"parameters"`
}

func Submit(key, prompt string) (io.ReadCloser, error) {
	body, _ := json.Marshal(payload{
		Instances:  []map[string]any{{"prompt": prompt}},
		Parameters: parameters{DurationSeconds: 6, AspectRatio: "9:16", Resolution: "720p", SampleCount: 1},
	})
	url := fmt.Sprintf("https://generativelanguage.googleapis.com/v1beta/models/%s:predictLongRunning", "veo-3.1-generate-preview")
	req, err := http.NewRequest(http.MethodPost, url, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	req.Header.Set("x-goog-api-key", key)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	return resp.Body, nil
}

func SubmitVertex(token, project, modelName string) (*http.Response, error) {
	if modelName == "" {
		modelName = "veo-3.0-generate-001"
	}
	raw := `{"instances":[{"prompt":"a quiet harbour"}],"parameters":{"durationSeconds":8,"generateAudio":true,"sampleCount":4}}`
	endpoint := "https://us-central1-aiplatform.googleapis.com/v1/projects/" + project + "/locations/us-central1/publishers/google/models/" + modelName + ":predictLongRunning"
	req, _ := http.NewRequest("POST", endpoint, strings.NewReader(raw))
	req.Header.Set("Authorization", "Bearer "+token)
	return http.DefaultClient.Do(req)
}
