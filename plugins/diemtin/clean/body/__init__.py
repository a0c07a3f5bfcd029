"""The body of a story: which blocks of a page an editor would keep, and those blocks as clean HTML and text."""

from diemtin.clean.body.extract import Body, extract_body

__all__ = ["Body", "extract_body"]
