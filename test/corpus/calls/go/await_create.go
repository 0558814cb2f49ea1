package reels

import (
	"context"

	"github.com/acme/xai/runway"
)

func Film(ctx context.Context, client *runway.Client, prompt string) (*runway.Task, error) {
	return client.AsyncAwaitCreate(ctx, runway.VideoParams{
		Model:      "veo3.1_fast",
		PromptText: prompt,
		Duration:   8,
	})
}

func Kept(ctx context.Context, store *Store, prompt string) error {
	return store.Create(ctx, Row{Model: "veo3.1_fast", Prompt: prompt, Duration: 8})
}
