FILM_MODEL = "veo-3.1-generate-001"
FILM_SECONDS = 6
