"""diemtin: a bilingual (Vietnamese and English) news digest from scraped pages."""

__version__ = "0.1.0"
