MODEL = "veo-3.0-generate-001"
	# veo-2.0-generate-001
NAMES = ["🎬", "veo-3.1-fast-generate-preview", "veo3_fast"]
FILE = "veo-3.0-generate-001.mp4"
LAST = 'veo-3.0-fast-generate-001'
