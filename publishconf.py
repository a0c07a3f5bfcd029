"""What only publishing adds: `diemtin build --settings publishconf.py --siteurl https://news.example`."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from pelicanconf import *  # noqa: F403

# The address readers use, with its sub-path if it has one, without a slash at the end.
SITEURL = os.environ.get("SITEURL", SITEURL)  # noqa: F405
