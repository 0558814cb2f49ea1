package main

import "google.golang.org/genai"

func main() {
	client, _ := genai.NewClient(ctx, &genai.ClientConfig{APIKey: key, Backend: genai.BackendGeminiAPI})
	client.Interactions.Create(ctx, &genai.CreateInteractionConfig{
		Model:          "gemini-omni-1.1-flash",
		Input:          "a kite",
		ResponseFormat: &genai.VideoFormat{Duration: "8s", AspectRatio: "9:16"},
	})
}
