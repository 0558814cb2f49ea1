package main

import (
	"bytes"
	"encoding/json"
	"net/http"
	"os"
)

type videoRequest struct {
	Model   string `json:"model"`
	Prompt  string `json:"prompt"`
	Seconds string `json:"seconds,omitempty"`
	Size    string `json:"size,omitempty"`
}

func post(path string, v any) (*http.Response, error) {
	b, _ := json.Marshal(v)
	return http.Post("http://litellm:4000"+path, "application/json", bytes.NewReader(b))
}

func main() {
	if _, err := post("/v1/videos", videoRequest{Model: "vertex_ai/veo-3.1-fast-generate-001", Prompt: "gulls", Seconds: "4", Size: "1280x720"}); err != nil {
		os.Exit(1)
	}

	body, _ := json.Marshal(map[string]any{
		"model":          "google/veo-3.1-fast",
		"prompt":         "gulls",
		"duration":       8,
		"generate_audio": false,
	})
	req, _ := http.NewRequest("POST", "https://openrouter.ai/api/v1/videos", bytes.NewBuffer(body))
	req.Header.Set("Authorization", "Bearer "+os.Getenv("OPENROUTER_API_KEY"))
	http.DefaultClient.Do(req)
}
