"""Names shared by the workers."""
VEO_STANDARD = "veo-3.1-generate-001"
VEO_FAST = "veo-3.1-fast-generate-001"
ALL = (VEO_STANDARD, VEO_FAST)
DURATION = 8
