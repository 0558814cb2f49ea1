"""Pages of a site about a gateway's models: https://api.freepik.com/v1/ai is where it asks for stills."""
PAGES = {"veo": "/text-to-video/veo-3", "veo-new": "text-to-video/veo-3-1"}


def crumbs(render):
    return render("text-to-video/veo-3-1", {"title": "Veo 3.1", "description": "A prompt becomes a film"})


def link(href="/text-to-video/veo-3"):
    return f'<a href="/text-to-video/veo-3">{href}</a>'
