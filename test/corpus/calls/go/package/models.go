package reel

const VeoFast = "veo-3.0-fast-generate-001"
const DefaultRatio = "9:16"
