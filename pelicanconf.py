"""The site, readable from top to bottom. `publishconf.py` adds what only publishing needs."""

# Who publishes, and where. DIEMTIN_SITE_ID stands in every feed id: choose it once, never change it.
SITENAME = "Điểm tin"
SITEURL = "http://localhost:8000"
DIEMTIN_SITE_ID = "tag:diemtin.example,2026"
TIMEZONE = "Asia/Ho_Chi_Minh"
# What stands in for the date of a story that states none and was not fetched: its file's. A line names such a story.
DEFAULT_DATE = "fs"

# One edition a language, in the order readers see them. Any Pelican setting may stand in an edition's table.
DIEMTIN_EDITIONS = {
    "vi": {
        "NAME": "Tiếng Việt",
        "SITENAME": "Điểm tin",
        "TAGLINE": "Tin đáng đọc trong ngày, bằng hai thứ tiếng",
    },
    "en": {
        "NAME": "English",
        "SITENAME": "Điểm tin",
        "TAGLINE": "The day’s news worth reading, in two languages",
    },
}

# Which machine translates what has no translation yet: google, libretranslate, chat, firefox, … or none.
# `diemtin build --offline` and `make site` never ask it.
DIEMTIN_ENGINE = "google"

# Where things lie.
PATH = "content"
OUTPUT_PATH = "output"
CACHE_PATH = ".cache"
THEME = "theme"
PLUGIN_PATHS = ["plugins"]
PLUGINS = [
    "diemtin.clean",
    "diemtin.translate",
    "diemtin.editions",
    "diemtin.issues",
    "diemtin.feeds",
    "diemtin.publishing",
]

# Addresses. They are permanent: readers, feeds and search engines keep them.
ARTICLE_PATHS = ["stories"]
ARTICLE_URL = "{lang}/{date:%Y}/{date:%m}/{date:%d}/{slug}/"
ARTICLE_SAVE_AS = ARTICLE_URL + "index.html"
PAGE_PATHS = ["pages/{lang}"]
PAGE_URL = "{lang}/{slug}/"
PAGE_SAVE_AS = PAGE_URL + "index.html"
TAG_URL = "{lang}/tag/{slug}/"
TAG_SAVE_AS = TAG_URL + "index.html"
TAGS_URL = "{lang}/tags/"
TAGS_SAVE_AS = TAGS_URL + "index.html"
CATEGORY_URL = "{lang}/section/{slug}/"
CATEGORY_SAVE_AS = CATEGORY_URL + "index.html"
CATEGORIES_URL = "{lang}/sections/"
CATEGORIES_SAVE_AS = CATEGORIES_URL + "index.html"
