"""Plain-text dumps: a story copied or scraped as text, told apart from the page around it by the form of its lines."""

from diemtin.clean.dumps.facts import dump_facts
from diemtin.clean.dumps.paragraphs import paragraphs
from diemtin.clean.dumps.records import unpack
from diemtin.clean.dumps.render import dump_body
from diemtin.clean.dumps.story import read_story

__all__ = ["dump_body", "dump_facts", "paragraphs", "read_story", "unpack"]
