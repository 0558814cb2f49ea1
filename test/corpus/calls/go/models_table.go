package catalog

// Known models. The adaptor resolves names elsewhere.
var VideoModels = []string{
	"veo-3.1-generate-001",
	"veo-3.1-fast-generate-001",
	"veo-2.0-generate-001",
}

var ratio = map[string]float64{
	"veo-3.1-generate-001":      0.4,
	"veo-3.1-fast-generate-001": 0.1,
}

func IsVeo(m string) bool { return m == "veo-2.0-generate-001" || m == "veo-3.0-generate-001" }

func Price(m string, durationSeconds int) float64 { return ratio[m] * float64(durationSeconds) }
