package main

import (
	"context"
	"log"

	"github.com/firebase/genkit/go/ai"
	"github.com/firebase/genkit/go/genkit"
	"github.com/firebase/genkit/go/plugins/googlegenai"
	"google.golang.org/genai"
)

func main() {
	ctx := context.Background()
	g := genkit.Init(ctx, genkit.WithPlugins(&googlegenai.GoogleAI{}))
	operation, err := genkit.GenerateOperation(ctx, g,
		ai.WithMessages(ai.NewUserTextMessage("A kite over the sea")),
		ai.WithModelName("googleai/veo-2.0-generate-001"),
		ai.WithConfig(&genai.GenerateVideosConfig{AspectRatio: "16:9", DurationSeconds: genai.Ptr(int32(5))}),
	)
	if err != nil {
		log.Fatal(err)
	}
	log.Print(operation, genkit.LookupBackgroundModel(g, "googleai/veo-2.0-generate-001"))
}
