from google import genai

client = genai.Client(vertexai=True, project="reels", location="global")


def film(item: str):
    prompt = f"A short film about {item.strip()}, " "well lit"
    return client.interactions.create(model="gemini-omni-flash-preview", input=prompt)


def pictures(item: str, images: list):
    parts = [{"type": "image", "data": one} for one in images]
    return client.interactions.create(
        model="gemini-omni-flash-preview",
        input=parts if images else item,
        response_format={"type": "video", "aspect_ratio": "9:16", "duration": "6s"},
    )
