class Settings:
    model = "veo-3.1-lite-generate-001"


settings = Settings()
