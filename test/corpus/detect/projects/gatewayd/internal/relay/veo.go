package relay

import (
	"net/http"
	"strings"
)

// ModelList is shown in the console. veo-2.0-generate-001 stays for billing.
var ModelList = []string{
	"veo-3.0-generate-001",
	"veo-3.0-fast-generate-001",
	"veo-3.1-generate-preview",
	"veo3.1", "veo3.1-fast", "veo3.1-pro",
}

var ChannelName = "veo3-relay" // label

func upstream(r *http.Request, model string) string {
	model = strings.TrimPrefix(model, "models/")
	switch {
	case strings.HasPrefix(model, "veo3"):
		return "veo-3.1-fast-generate-preview"
	case strings.Contains(model, "veo-3.1-lite"):
		return "veo-3.1-lite-generate-preview"
	case r.URL.Path == "/api/veo3/submit":
		return "veo3-fast"
	}
	return model
}
