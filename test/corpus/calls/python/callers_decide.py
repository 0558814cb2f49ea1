"""A helper whose callers name the model: they are the requests."""
import argparse

import requests

URL = "https://api.aimlapi.com/v2/video/generations"


def generate(model, prompt, duration):
    return requests.post(URL, json={"model": model, "prompt": prompt, "duration": duration}).json()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--model", default="google/veo3")
    a = parser.parse_args()
    generate(a.model, "a kite", 4)


def draft():
    return generate("google/veo-3.1-fast", "a kite", 8)
