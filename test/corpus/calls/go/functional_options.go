package clips

import (
	"flag"

	"example.com/kie"
	"google.golang.org/genai"
)

var model = flag.String("model", "veo-3.0-fast-generate-001", "which model makes the clip")

func WithOptions(ctx context.Context) error {
	job, err := kie.NewClient(key).Video.Generate(ctx,
		kie.WithModelName("veo3_fast"),
		kie.WithPrompt("a tide pool"),
		kie.WithDuration(8),
		kie.WithAspectRatio("9:16"),
		kie.WithResolution("720p"),
	)
	return err
}

func (s *Studio) FromStruct(ctx context.Context) error {
	req := &VideoRequest{
		Model:       "veo-3.1-generate-preview",
		Prompt:      s.prompt,
		Duration:    6,
		AspectRatio: "16:9",
	}
	job, err := s.provider.Submit(ctx, req)
	return err
}

func FromFlags(ctx context.Context, prompt string) error {
	client, err := genai.NewClient(ctx, &genai.ClientConfig{APIKey: key, Backend: genai.BackendGeminiAPI})
	seconds := int32(6)
	config := genai.GenerateVideosConfig{DurationSeconds: &seconds}
	_, err = client.Models.GenerateVideos(ctx, *model, prompt, nil, &config)
	return err
}
