// Command preview renders one draft.
package main

import (
	"context"
	"fmt"
	"log"

	"google.golang.org/genai"
)

// The surface is Vertex AI: see the client's backend.
const draftModel = "veo-3.2-generate-001"

func main() {
	ctx := context.Background()
	client, err := genai.NewClient(ctx, &genai.ClientConfig{Backend: genai.BackendVertexAI, Project: "studio-demo", Location: "us-central1"})
	if err != nil {
		log.Fatal(err)
	}
	operation, err := client.Models.GenerateVideos(ctx, draftModel, "a lighthouse at dawn", nil, nil)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(operation.Name)
}
