package reel

import (
	"context"
	"flag"

	"google.golang.org/genai"
)

func Reel(ctx context.Context) error {
	client, err := genai.NewClient(ctx, &genai.ClientConfig{Backend: genai.BackendVertexAI})
	if err != nil {
		return err
	}
	_, err = client.Models.GenerateVideos(ctx, VeoFast, "a kite", nil, &genai.GenerateVideosConfig{AspectRatio: DefaultRatio, NumberOfVideos: 1})
	return err
}

func main() {
	var model string
	flag.StringVar(&model, "model", "veo-3.1-fast-generate-001", "the model to ask")
	flag.Parse()
	seconds := int32(8)
	client, _ := genai.NewClient(ctx, &genai.ClientConfig{Backend: genai.BackendVertexAI})
	client.Models.GenerateVideos(ctx, model, "a kite", nil, &genai.GenerateVideosConfig{DurationSeconds: &seconds, Resolution: "1080p"})
}
