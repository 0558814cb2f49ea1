"""Agents that are told their model once and asked for a video afterwards."""
from filmkit import Agent, ChatAgent, VideoAgent, Writer

agent = VideoAgent(llm="gemini/veo-3.0-generate-preview")
video = agent.generate("Waves in the evening")

vertex = VideoAgent(llm="vertex_ai/veo-3.1-generate-001", verbose=True)
clip = vertex.generate("A kite", seconds=8)

# An agent that chats about a model, and one that nobody asks for anything.
writer = Writer(topic="veo-3.0-generate-preview")
text = writer.generate("What is new?")
idle = VideoAgent(llm="gemini/veo-3.1-generate-preview")
chat = ChatAgent(llm="gemini/gemini-3-pro")
answer = chat.generate("Compare it with veo-3.0-generate-001")
