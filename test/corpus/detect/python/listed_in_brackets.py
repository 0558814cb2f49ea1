"""Clips by Google Veo (veo-2, veo-3, veo-3.1) or by hand.

A remark (veo-3 only), a name (veo-3) and a call such as render(veo3, veo4).
"""
HELP = "Model: veo-3.1, veo-3.1-fast"
NOTE = "use veo3 and be happy"
payload = dict(model=model, card=card, veo3=veo3)
