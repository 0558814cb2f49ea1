"""Where a body has a model, the task's type only says what for."""
import requests


def film(prompt):
    return requests.post(
        "https://api.piapi.ai/api/v1/task",
        json={"model": "veo3", "task_type": "veo3-video", "input": {"prompt": prompt, "duration": "8s"}},
    )


def count(day):
    return requests.post("https://stats.example.com/v1/tasks", json={"task_type": "veo3", "day": day})


def film_chosen(prompt, model):
    """The model is the caller's, whatever the task is called."""
    return requests.post(
        "https://films.example.com/v1/films", json={"model": model, "task_type": "veo3-video", "prompt": prompt}
    )
