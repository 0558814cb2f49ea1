package main

import (
	"context"

	"google.golang.org/genai"

	"example.org/reels/internal/models"
)

func main() {
	ctx := context.Background()
	client, _ := genai.NewClient(ctx, &genai.ClientConfig{Project: "reels", Location: "us-central1", Backend: genai.BackendVertexAI})
	_, _ = client.Models.GenerateVideos(ctx, models.Film, "a red kite", nil, &genai.GenerateVideosConfig{
		DurationSeconds: genai.Ptr[int32](models.Seconds),
	})
}
