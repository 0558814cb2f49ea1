#!/usr/bin/env python3
"""Makes reels. Needs GOOGLE_API_KEY; VEO3_OUT names the folder."""
import argparse
import asyncio
import json
import logging
import os

from google import genai

log = logging.getLogger("reelbot.veo3")
VEO_MODELS = {
    "veo3 fast": "veo-3.0-fast-generate-001",  # cheapest with sound
    "best": "veo-3.1-generate-preview",
    "old": "veo-2.0-generate-001",  # silent, unlike veo-3.0-generate-001
}


async def run(args: argparse.Namespace) -> None:
    client = genai.Client(api_key=os.environ["GOOGLE_API_KEY"])
    name = VEO_MODELS.get(args.tier, os.getenv("VEO_MODEL", "veo-3.0-generate-001"))
    log.info("using %s (default veo-3.0-generate-001)", name)
    op = await client.aio.models.generate_videos(model=name, prompt=args.prompt)
    out = os.path.join(os.getenv("VEO3_OUT", "out"), f"veo3_{args.tier}.mp4")
    with open("state/veo-3.0-generate-001.json", "w", encoding="utf-8") as state:
        json.dump({"op": op.name, "model": name, "clip": out, "via": "veo3_fast" if args.kie else None}, state)


if __name__ == "__main__":
    cli = argparse.ArgumentParser()
    cli.add_argument("--tier", default="best", help="veo3 fast, best or old")
    cli.add_argument("--kie", action="store_true")
    asyncio.run(run(cli.parse_args()))
