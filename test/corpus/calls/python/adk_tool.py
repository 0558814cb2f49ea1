from google.adk.tools import ToolContext
from google import genai
from google.genai import types

client = genai.Client(vertexai=True)


async def make_video(prompt: str, tool_context: ToolContext, model: str = "veo-3.0-fast-generate-001") -> dict:
    """Make a clip.

    Args:
        prompt: what happens.
        model: one of veo-3.0-fast-generate-001 or veo-3.0-generate-001.

    Example:
        client.models.generate_videos(model="veo-2.0-generate-001", prompt="a cat")
    """
    tool_context.state["video"] = "pending"
    config: types.GenerateVideosConfigDict = {
        "aspect_ratio": "16:9",
        "number_of_videos": 1,
        "duration_seconds": 8,
        "generate_audio": True,
    }
    if tool_context.state.get("tall"):
        config["aspect_ratio"] = "9:16"
    operation = await client.aio.models.generate_videos(model=model, prompt=prompt, config=config)
    return {"operation": operation.name}
