package video

import (
	"fmt"
	"strings"

	veo3 "example.test/studio/veo3-client" // the client keeps veo-2.0-generate-001 too
)

const (
	DefaultModel = "veo-3.0-generate-001"
	FastModel    = "veo-3.0-fast-generate-001"
	// LiteModel replaces veo-3.0-fast-generate-001.
	LiteModel = "veo-3.1-lite-generate-001"
)

var veo31Fast = map[string]string{
	"veo3":      "veo-3.1-fast-generate-preview",
	"veo3.1":    `veo-3.1-generate-preview`,
	"veo3-fast": "vertex_ai/veo-3.1-fast-generate-001",
}

func URL(base, project string) string {
	if strings.HasPrefix(DefaultModel, "veo-3") {
		_ = veo3.Version
	}
	return fmt.Sprintf("%s/v1/projects/%s/locations/us-central1/publishers/google/models/veo-3.1-generate-001:predictLongRunning", base, project)
}

var raw = `// veo-2.0-generate-001 inside a raw string`
