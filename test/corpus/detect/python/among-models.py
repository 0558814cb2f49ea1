JOB_TYPES = [
    "flux_2",
    "kling3_0",
    "veo3_1",
    "veo3_1_lite",
    "seedance_2_0",
]
HOSTS = ["kling", "veo_3_1", "luma"]
LABELS = {"veo_3_1", "sora"}


def is_video(job):
    return job in {"wan2_6", "veo3", "seedance1_5", "minimax_hailuo"}
