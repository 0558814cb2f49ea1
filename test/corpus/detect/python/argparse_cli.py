import argparse

parser = argparse.ArgumentParser(prog="veo3-render")
parser.add_argument(
    "--model",
    default="veo-3.1-generate-preview",
    choices=["veo-3.1-generate-preview", "veo-3.1-fast-generate-preview", "veo-3.0-generate-001"],
    help="Veo model ID, e.g. veo-3.1-fast-generate-preview; see docs/veo-3.1-generate-preview.md",
)
parser.add_argument("--veo3-fast", action="store_true")
args = parser.parse_args()
