from openai import AsyncOpenAI, OpenAI

proxy = OpenAI(api_key="sk-local", base_url="http://localhost:4000")  # litellm proxy
new_api = AsyncOpenAI(base_url="https://new-api.example.com/v1", api_key="sk-x")


def landscape(prompt: str):
    return proxy.videos.create(model="gemini/veo-3.0-generate-001", prompt=prompt, seconds="8", size="1920x1080")


async def relay(prompt: str):
    video = await new_api.videos.create_and_poll(model="veo3.1-fast", prompt=prompt, seconds="8", size="720x1280")
    return await new_api.videos.download_content(video.id)


def chat(prompt: str):
    return proxy.chat.completions.create(
        model="veo-3.1-fast",
        messages=[{"role": "user", "content": prompt}],
    )
