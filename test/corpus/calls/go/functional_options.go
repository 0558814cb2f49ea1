package veo

import (
	"context"
	"os"

	"google.golang.org/genai"
)

const (
	ModelStandard = "veo-3.0-generate-001"
	ModelFast     = "veo-3.0-fast-generate-001"
)

func envOr(key, fallback string) string {
	if v := os.Getenv(key); v != "" {
		return v
	}
	return fallback
}

func Generate(ctx context.Context, prompt string, vertical bool) (*genai.GenerateVideosOperation, error) {
	client, err := genai.NewClient(ctx, &genai.ClientConfig{Backend: genai.BackendVertexAI, Project: os.Getenv("PROJECT"), Location: "us-central1"})
	if err != nil {
		return nil, err
	}
	ratio := "16:9"
	if vertical {
		ratio = "9:16"
	}
	model := envOr("VEO_MODEL", ModelFast)
	return client.Models.GenerateVideos(ctx, model, prompt, nil, &genai.GenerateVideosConfig{
		AspectRatio:     ratio,
		DurationSeconds: genai.Ptr[int32](8),
		NumberOfVideos:  1,
		Resolution:      "1080p",
		GenerateAudio:   genai.Ptr(false),
	})
}

func Standard(ctx context.Context, client *genai.Client, prompt string) error {
	_, err := client.Models.GenerateVideos(ctx, ModelStandard, prompt, nil, nil)
	return err
}
