package main

import (
	"context"
	"time"

	"example.org/media/sdk"
	relay "example.org/zenmux-sdk-go"
	"google.golang.org/genai"
)

func clip(ctx context.Context, model sdk.Model) (*sdk.Result, error) {
	return sdk.GenerateVideo(ctx, model.Video("veo-3.1-generate-preview"),
		sdk.WithVideoPrompt("a paper plane"),
		sdk.WithVideoAspectRatio("16:9"),
		sdk.WithVideoDuration(8*time.Second),
		sdk.WithVideoAudio(true),
		sdk.WithTimeout(2*time.Minute),
	)
}

func relayed(ctx context.Context, key string) (*genai.GenerateVideosOperation, error) {
	zenmux := relay.NewClient(key)
	return zenmux.Gemini.GenerateVideos(ctx, "google/veo-3.0-generate-preview", "a boat", nil,
		&genai.GenerateVideosConfig{AspectRatio: "9:16"})
}
