def job = client.fetch("0a1b2c3d-1111-4222-8333-0123456789ab:google/veo-3.1/image-to-video")
def other = client.fetch("queue:veo-3.1")
