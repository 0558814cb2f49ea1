package clips

import (
	"context"
	"io"

	"google.golang.org/genai"
)

// The picture may be missing; what it holds is no parameter.
func FromUpload(ctx context.Context, client *genai.Client, upload io.Reader, text string) error {
	var still *genai.Image
	if upload != nil {
		data, err := io.ReadAll(upload)
		if err != nil {
			return err
		}
		still = &genai.Image{ImageBytes: data, MIMEType: "image/png"}
	}
	seconds := int32(6)
	wanted := &genai.GenerateVideosConfig{AspectRatio: "9:16", DurationSeconds: &seconds, NumberOfVideos: 1}
	_, err := client.Models.GenerateVideos(ctx, "veo-3.1-fast-generate-001", text, still, wanted)
	return err
}
