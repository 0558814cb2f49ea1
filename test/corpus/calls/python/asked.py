import requests
import streamlit as st
from rich.prompt import Prompt

api_url = st.sidebar.text_input("API URL", "https://api.segmind.com/v1/veo-2")
topic = st.text_input("Topic", "a red panda")
model = Prompt.ask("Model", default="veo-3.1-generate-preview")

if st.button("Go"):
    body = {"prompt": topic, "duration": st.selectbox("Seconds", ["5", "8"]), "aspect_ratio": "16:9"}
    answer = requests.post(api_url, json=body, headers={"x-api-key": "k"})
    st.video(answer.content)


def by_id(key):
    return requests.post(
        f"https://generativelanguage.googleapis.com/v1beta/models/{model}:predictLongRunning?key={key}",
        json={"instances": [{"prompt": topic}], "parameters": {"durationSeconds": 8}},
    )
