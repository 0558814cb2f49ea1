package main

import (
	"context"
	"log"

	"google.golang.org/genai"
)

type Tier int

const (
	Draft Tier = iota
	Final
)

var models = map[Tier]string{
	Draft: "veo-3.1-fast-generate-001",
	Final: "veo-3.1-generate-001",
}

func run(ctx context.Context, tier Tier) {
	client, err := genai.NewClient(ctx, nil)
	if err != nil {
		log.Fatalf("client: %v", err)
	}
	cfg := genai.GenerateVideosConfig{DurationSeconds: genai.Ptr[int32](8), AspectRatio: "16:9"}
	op, err := client.Models.GenerateVideos(ctx, models[tier], "clouds", nil, &cfg)
	if err != nil {
		log.Fatal(err)
	}
	log.Println(op.Name)

	src := genai.GenerateVideosSource{Prompt: "clouds, again"}
	client.Models.GenerateVideosFromSource(ctx, models[Draft], &src, &genai.GenerateVideosConfig{Seed: genai.Ptr(int32(3))})
}
