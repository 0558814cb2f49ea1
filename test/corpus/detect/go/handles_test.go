package jobs

var handles = []string{
	"projects/123/locations/us-central1/models/veo-3/operations/op-abc",
	"models/veo-3.0-generate-001/operations/op_123-456",
	"assets/models/veo-3/scene.glb",
}
