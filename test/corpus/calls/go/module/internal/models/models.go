package models

const (
	Film    = "veo-3.1-generate-001"
	Seconds = 6
)
