"""Where plugins meet beyond Pelican's own signals. Connect module-level functions: blinker holds weak references."""

from typing import Final

from blinker import signal

#: Sent with Pelican's settings and ``paths`` (absolute paths of scrapes) before any of them is read, so that they can
#: be cleaned together, in a pool, instead of one by one. ``complete=True``: these are all.
stories_found: Final = signal("diemtin_stories_found")

#: Sent with the Pelican object by ``diemtin build`` before pages are built, unless the build is offline.
build_started: Final = signal("diemtin_build_started")
