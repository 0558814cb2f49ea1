BODY = "name=\"model\"\r\n\r\nveo-3.1-generate-preview\r\n"
LINES = "a\nveo-3.0-generate-001\n\tveo-3.0-fast-generate-001\n"
SINGLE = 'model=\'veo-2.0-generate-001\'&x=1'
QUERY = "https://api.studio.test/v1/jobs?model=veo-3.0-generate-001&limit=5"
ENCODED = "https://api.studio.test/op?name=models%2Fveo-3.0-fast-generate-001%2Foperations%2F7"
JSON_TEXT = "{\"model\": \"veo-3.1-fast-generate-preview\", \"file\": \"veo3.mp4\"}"
TWICE = "{\\\"model\\\": \\\"veo-3.0-generate-001\\\"}"
CONCAT = ("veo-2.0-generate-001" "," "veo-3.0-generate-001")
BYTES = b"veo-3.1-lite-generate-preview"
