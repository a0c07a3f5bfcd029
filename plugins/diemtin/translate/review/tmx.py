"""TMX 1.4, the format of translation memories."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from diemtin import __version__
from diemtin.findings import DiemtinError, Finding
from diemtin.translate.placeholders import key
from diemtin.translate.review.units import Unit
from diemtin.translate.review.xml_text import TMX_MARKS, from_xml, line_of, local_name, parse_xml, to_xml

_HEAD: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n<header creationtool="diemtin" '
    f'creationtoolversion="{__version__}" segtype="block" o-tmf="gettext" adminlang="en" srclang="*all*" '
    'datatype="html"/>\n<body>\n'
)
_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"


def write_tmx(units: Iterable[Unit]) -> bytes:
    """Return those of *units* that have a translation as a TMX document; who reads it learns each one's state."""
    out = [_HEAD]
    for unit in units:
        if unit.text:
            out.append(
                f'<tu tuid="{key(unit.source)}" srclang="{unit.source_lang}">'
                f'<prop type="x-story">{to_xml(unit.story, TMX_MARKS)}</prop>'
                f'<prop type="x-state">{unit.state}</prop>\n'
                f'<tuv xml:lang="{unit.source_lang}"><seg>{to_xml(unit.source, TMX_MARKS)}</seg></tuv>\n'
                f'<tuv xml:lang="{unit.target_lang}"><seg>{to_xml(unit.text, TMX_MARKS)}</seg></tuv></tu>\n'
            )
    out.append("</body>\n</tmx>\n")
    return "".join(out).encode("utf-8")


def read_tmx(path: Path) -> list[Unit]:
    """Read a memory's translations, each in both directions; they count as drafts, and for any story.

    Raises DiemtinError for what is no TMX.
    """
    root = parse_xml(path)
    if local_name(root) != "tmx":
        raise DiemtinError(Finding(path, "no TMX", "export the file as TMX 1.4", line_of(root)))
    units = []
    for tu in root.iter("{*}tu"):
        texts = {
            (tuv.get(_LANGUAGE) or tuv.get("lang") or "")[:2].lower(): from_xml(seg)
            for tuv in tu.iter("{*}tuv")
            if (seg := tuv.find("{*}seg")) is not None
        }
        units += [
            Unit(source, target, text, texts[target], False)
            for source, text in texts.items()
            for target in texts
            if source != target
        ]
    return units
