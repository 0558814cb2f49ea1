package render

import (
	"cmp"
	"context"
	"os"

	"google.golang.org/genai"
)

type Worker struct {
	client *genai.Client
	model  string
}

func NewWorker(ctx context.Context, project string) (*Worker, error) {
	c, err := genai.NewClient(ctx, &genai.ClientConfig{Project: project, Location: "us-central1", Backend: genai.BackendVertexAI})
	if err != nil {
		return nil, err
	}
	return &Worker{client: c, model: cmp.Or(os.Getenv("VEO_MODEL"), "veo-3.1-generate-001")}, nil
}

func (w *Worker) Render(ctx context.Context, prompt string, image *genai.Image, seconds int32) (*genai.GenerateVideosOperation, error) {
	config := &genai.GenerateVideosConfig{
		AspectRatio:     "9:16",
		DurationSeconds: &seconds,
		GenerateAudio:   genai.Ptr(true),
		OutputGCSURI:    "gs://acme-renders/out",
	}
	config.NumberOfVideos = 2
	return w.client.Models.GenerateVideos(ctx, w.model, prompt, image, config)
}

func (w *Worker) Draft(ctx context.Context, prompt string) (*genai.GenerateVideosOperation, error) {
	var dur int32 = 4
	return w.client.Models.GenerateVideosFromSource(ctx, "veo-3.1-lite-generate-001", &genai.GenerateVideosSource{Prompt: prompt}, &genai.GenerateVideosConfig{
		DurationSeconds: &dur, Resolution: "720p", GenerateAudio: genai.Ptr(false),
	})
}

func (w *Worker) Any(ctx context.Context, model, prompt string) (*genai.GenerateVideosOperation, error) {
	return w.client.Models.GenerateVideos(ctx, model, prompt, nil, &genai.GenerateVideosConfig{NumberOfVideos: 1})
}
