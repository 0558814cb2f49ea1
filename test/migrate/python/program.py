# Runs one moved program: `program.py SCRIPT [ARGUMENT …]`. It waits as long as the simulator works, which is not long.
import asyncio
import runpy
import sys
import time
import urllib.request

FASTER = 100

sleep, asleep, urlopen = time.sleep, asyncio.sleep, urllib.request.urlopen
time.sleep = lambda seconds: sleep(seconds / FASTER)
asyncio.sleep = lambda seconds, *rest: asleep(seconds / FASTER, *rest)


# Programs fetch files by https addresses; the simulator has no TLS.
def plain(address, *rest, **named):
    if isinstance(address, str):
        address = address.replace("https://127.", "http://127.")
    elif address.full_url.startswith("https://127."):
        address.full_url = address.full_url.replace("https:", "http:", 1)
    return urlopen(address, *rest, **named)


urllib.request.urlopen = plain
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
