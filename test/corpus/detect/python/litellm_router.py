from litellm import Router

router = Router(
    model_list=[
        {"model_name": "video-main", "litellm_params": {"model": "vertex_ai/veo-3.1-generate-001"}},
        {"model_name": "video-draft", "litellm_params": {"model": "gemini/veo-3.0-generate-preview"}},
        {"model_name": "video-runway", "litellm_params": {"model": "runwayml/veo3.1"}},
    ],
    fallbacks=[{"video-main": ["video-draft"]}],
)

COSTS = {
    "vertex_ai/veo-2.0-generate-001": 0.35,
    "vertex_ai/veo-3.1-lite-generate-001": 0.05,
    "gemini/veo-3.1-fast-generate-preview": 0.10,
}
