operation = client.models.generate_videos(
    model='veo-3.0-fast-generate-001', #'veo-2.0-generate-001', #veo-3.0-generate-001
    # model="veo-3.1-fast-generate-preview",
    prompt=prompt,
)
PRICES = {"Google / Veo 3 Fast": ("comet", "veo3-fast"), "Veo 3.1": ("google", "veo-3.1-generate-001")}
MAPPING = {"veo3_fast": make_veo3_fast, "veo3_lite": make_veo3_lite}
task = {"provider": "kie", "model": "veo3", "name": "test_veo3_fast_task", "file": f"{stamp}_veo3_fast.mp4"}
print(f"-> {MAPPING['veo3_fast']} // veo-2.0-generate-001")
