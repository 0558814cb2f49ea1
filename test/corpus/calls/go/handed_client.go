package main

import (
	"context"

	"google.golang.org/genai"
)

func withClient(ctx context.Context, run func(c *genai.Client, model string) error) error {
	client, err := genai.NewClient(ctx, &genai.ClientConfig{APIKey: "x", Backend: genai.BackendGeminiAPI})
	if err != nil {
		return err
	}
	return run(client, "veo-3.0-generate-001")
}

func start(ctx context.Context, prompt string) error {
	return withClient(ctx, func(c *genai.Client, model string) error {
		_, err := c.Models.GenerateVideos(ctx, model, prompt, nil, nil)
		return err
	})
}
