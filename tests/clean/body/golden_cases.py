"""The golden pages of the body, and what the cleaner makes of them."""

import re
import tomllib
from pathlib import Path

from diemtin.clean.body import extract_body
from diemtin.clean.facts.model import Facts
from diemtin.clean.parsing import parse

GOLDEN = Path(__file__).parent / "golden"
_BLOCK_END = re.compile(r"(?<=</p>)|(?<=</figure>)|(?<=</li>)|(?<=</h[2-6]>)|(?<=</tr>)|(?<=</pre>)")


def cases() -> list[Path]:
    """Return the folders of all cases, in order."""
    return sorted(path for path in GOLDEN.iterdir() if path.is_dir())


def produced(case: Path) -> str:
    """Return the body of the case's page, a block a line."""
    known = tomllib.loads((case / "expected.toml").read_text("utf-8"))
    tree = parse((case / "source.html").read_text("utf-8"))
    facts = Facts(
        headlines=(known["headline"],),
        authors=tuple(known.get("authors", ())),
        url=known["url"],
        base=known.get("base"),
        lang=known["lang"],
    )
    body = extract_body(tree, facts)
    return "\n".join(filter(None, _BLOCK_END.split(body.html))) + "\n"
