"""Makes a clip.

Usage:
    VIDEO_MODEL=veo3-fast python clip.py
    python clip.py --model veo3.1_fast
"""
import os

ROUTERS = ["runway:veo3.1_fast", "runway:gemini_omni_flash", "runway:gen4.5"]
