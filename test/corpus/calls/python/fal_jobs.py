import fal_client


def on_queue_update(update):
    if isinstance(update, fal_client.InProgress):
        for log in update.logs:
            print(log["message"])


def text_clip(prompt):
    return fal_client.subscribe(
        "fal-ai/veo3/fast",
        arguments={"prompt": prompt, "aspect_ratio": "16:9", "duration": "8s", "resolution": "720p", "generate_audio": False},
        with_logs=True,
        on_queue_update=on_queue_update,
    )


async def reference_clip(prompt, urls):
    handler = await fal_client.submit_async(
        "fal-ai/veo3.1/reference-to-video",
        arguments={"prompt": prompt, "image_urls": urls, "duration": "8s"},
    )
    return await handler.get()


ENDPOINT = "fal-ai/veo2/image-to-video"


def old(image_url, prompt="make it move"):
    arguments = {"prompt": prompt, "image_url": image_url}
    arguments["duration"] = "5s"
    arguments["aspect_ratio"] = "auto"
    return fal_client.run(ENDPOINT, arguments=arguments)
