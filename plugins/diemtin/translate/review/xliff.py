"""XLIFF, which every translation tool reads: 1.2 is written (a ``file`` a story and language), 2 is read as well."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Final

from lxml import etree

from diemtin.findings import DiemtinError, Finding
from diemtin.translate.placeholders import key
from diemtin.translate.review.units import Unit
from diemtin.translate.review.xml_text import XLIFF_MARKS, attribute, from_xml, line_of, local_name, parse_xml, to_xml

_HEAD: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">\n'
)
_STATES: Final = {"reviewed": "final", "draft": "needs-review-translation", "machine": "needs-review-translation"}
_APPROVED: Final = frozenset({"final", "signed-off", "reviewed"})


def write_xliff(units: Iterable[Unit]) -> bytes:
    """Return *units* as an XLIFF 1.2 document."""
    out = [_HEAD]
    for (story, source, target), group in groupby(
        units, key=lambda unit: (unit.story, unit.source_lang, unit.target_lang)
    ):
        out.append(
            f'<file original={attribute(story)} datatype="html" source-language="{source}" '
            f'target-language="{target}"><body>\n'
        )
        out += [_unit(unit) for unit in group]
        out.append("</body></file>\n")
    out.append("</xliff>\n")
    return "".join(out).encode("utf-8")


def read_xliff(path: Path) -> list[Unit]:
    """Read an XLIFF file's translations. Raises DiemtinError for what is no XLIFF, or names no languages."""
    root = parse_xml(path)
    if local_name(root) != "xliff":
        raise DiemtinError(Finding(path, "no XLIFF", "export the file as XLIFF 1.2", line_of(root)))
    units = []
    for file in root.iter("{*}file"):
        source = (file.get("source-language") or root.get("srcLang") or "")[:2]
        target = (file.get("target-language") or root.get("trgLang") or "")[:2]
        if not source or not target:
            raise DiemtinError(Finding(path, "a file without languages", "name both", line_of(file)))
        story = file.get("original") or ""
        for node, approved in _nodes(file):
            text, translation = node.find("{*}source"), node.find("{*}target")
            if text is not None and translation is not None:
                state = translation.get("state") or node.get("state") or ""
                reviewed = approved or state in _APPROVED
                units.append(Unit(source, target, from_xml(text), from_xml(translation), reviewed, story))
    return units


def _unit(unit: Unit) -> str:
    note = "" if unit.place in {"", "body"} else f"<note>{unit.place}</note>\n"
    return (
        f'<trans-unit id="{key(unit.source)}" approved="{"yes" if unit.reviewed else "no"}" xml:space="preserve">\n'
        f"<source>{to_xml(unit.source, XLIFF_MARKS)}</source>\n"
        f'<target state="{_STATES.get(unit.state, "needs-translation")}">{to_xml(unit.text, XLIFF_MARKS)}</target>\n'
        f"{note}</trans-unit>\n"
    )


def _nodes(file: etree._Element) -> Iterator[tuple[etree._Element, bool]]:
    """Yield what holds a source and a target: 1.2's units (and whether they are approved), 2's segments."""
    for unit in file.iter("{*}trans-unit"):
        yield unit, unit.get("approved") == "yes"
    for segment in file.iter("{*}segment"):
        yield segment, False
