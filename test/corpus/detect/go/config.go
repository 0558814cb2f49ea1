package config

type Config struct {
	Model   string `env:"VEO_MODEL" envDefault:"veo-3.0-generate-001"` // or veo-3.0-fast-generate-001
	Gateway string `yaml:"veo3_model" default:"veo3_fast"`
	Veo3Fast bool  `json:"veo3_fast"`
}

func (c *Config) fill(specs []Spec) {
	for i := range specs {
		if specs[i].Model == "" {
			specs[i].Model = "veo3"
		}
		specs[i].Path = "/submit/veo3-v2/" + c.Model
	}
}
