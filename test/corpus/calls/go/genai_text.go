package main

import (
	"context"
	"fmt"
	"log"
	"os"
	"time"

	"google.golang.org/genai"
)

const defaultModel = "veo-3.1-fast-generate-preview"

func main() {
	ctx := context.Background()
	client, err := genai.NewClient(ctx, &genai.ClientConfig{
		APIKey:  os.Getenv("GEMINI_API_KEY"),
		Backend: genai.BackendGeminiAPI,
	})
	if err != nil {
		log.Fatal(err)
	}

	operation, err := client.Models.GenerateVideos(ctx, defaultModel, "A paper boat in the rain", nil, &genai.GenerateVideosConfig{
		NumberOfVideos:  1,
		DurationSeconds: genai.Ptr(int32(8)),
		Resolution:      "1080p",
		AspectRatio:     "16:9",
	})
	if err != nil {
		log.Fatal(err)
	}
	for !operation.Done {
		time.Sleep(10 * time.Second)
		operation, err = client.Operations.GetVideosOperation(ctx, operation, nil)
		if err != nil {
			log.Fatal(err)
		}
	}
	fmt.Println(operation.Response.GeneratedVideos[0].Video.URI)

	op2, _ := client.Models.GenerateVideos(ctx, "veo-2.0-generate-001", "A tin boat", nil, nil)
	fmt.Println(op2.Name)
}
