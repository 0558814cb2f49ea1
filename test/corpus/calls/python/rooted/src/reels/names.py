FILM = "veo-3.1-generate-001"
SECONDS = 6
