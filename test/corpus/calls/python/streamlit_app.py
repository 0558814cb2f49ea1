import os
import time

import streamlit as st
from google import genai
from google.genai import types

MODELS = ["veo-3.1-fast-generate-preview", "veo-3.1-generate-preview"]

st.title("Clip maker")
model = st.selectbox("Model", MODELS)
seconds = st.slider("Seconds", 4, 8, 8, step=2)
hd = st.checkbox("1080p")
prompt = st.text_area("Prompt")


@st.cache_resource
def get_client():
    return genai.Client(api_key=os.environ["GOOGLE_API_KEY"])


if st.button("Go") and prompt:
    client = get_client()
    with st.spinner("rendering"):
        op = client.models.generate_videos(
            model=model,
            prompt=prompt,
            config=types.GenerateVideosConfig(
                duration_seconds=seconds,
                resolution="1080p" if hd else "720p",
                aspect_ratio="16:9",
            ),
        )
        while not op.done:
            time.sleep(5)
            op = client.operations.get(op)
    st.video(op.response.generated_videos[0].video.uri)

with st.sidebar:
    if st.button("Thumbnail clip"):
        get_client().models.generate_videos(model=MODELS[0], prompt="abstract loop", config={"duration_seconds": 4, "number_of_videos": 1})
