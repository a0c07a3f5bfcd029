"""Addresses in a body: absolute, without what only follows the reader, and safe in a Pelican page."""

import ipaddress
import re
from typing import Final
from urllib.parse import urljoin, urlsplit, urlunsplit

# Parameters that tell the publisher where a reader came from, and never what to show.
_TRACKING: Final = re.compile(
    r"(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_[ce]id|mkt_tok|_hs\w+|"
    r"zarsrc|vero_\w+|oly_\w+|wt_?mc\w*|cmpid|ns_\w+|ito|xtor|at_(?:medium|campaign)\w*|_ga|_gl|icid|smid|smtyp|"
    r"ref_?src|ref_url|s_cid|cvid|ocid|piano_\w+|guccounter|guce_\w+|spm|share_?(?:id|source))",
    re.IGNORECASE,
)
_SCHEMES: Final = frozenset({"http", "https", "mailto", "tel"})
_UNSAFE: Final = str.maketrans(
    {"{": "%7B", "}": "%7D", "|": "%7C", '"': "%22", "<": "%3C", ">": "%3E", "\\": "/", " ": "%20"}
)
_CONTROL: Final = re.compile("[\x00-\x1f\x7f]")
#: An address that is followed as it stands, but for what its query tells of the reader.
_PLAIN: Final = re.compile(r"(https?://[\w-]+(?:\.[\w-]+)+/[\w/.,:@%+~!=-]*)(?:\?([\w/.,:@%+~!=&;-]+))?", re.ASCII)

_SHORT_NAME: Final = 3  # letters of a name that a country gives to many sites
_LOCAL_NAMES: Final = re.compile(r"(?:^|\.)(?:localhost|local|internal|lan|home\.arpa)$", re.IGNORECASE)


def is_public(address: str) -> bool:
    """Say whether *address* may be asked by a reader's browser: no machine of the reader's own network is."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return False
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:  # a name
        return not _LOCAL_NAMES.search(host)


def leads_elsewhere(address: str, url: str) -> bool:
    """Say whether *address* leads to another site than *url*'s."""
    domain = domain_of(address)
    return domain != "" and domain != domain_of(url)


def domain_of(address: str) -> str:
    """Return the last names of *address*'s host, which are one publisher's: two, or three below such as ``com.vn`` and
    ``co.uk``; "" where it has none.
    """
    try:
        names = (urlsplit(address).hostname or "").split(".")
    except ValueError:
        return ""
    return ".".join(names[-3 if len(names) > 2 and len(names[-2]) <= _SHORT_NAME else -2 :])


def absolute(address: str, base: str | None) -> str | None:
    """Return *address* as it is followed from *base*, tracking parameters off; None where it leads nowhere.

    Without *base* a relative address stays relative. Braces are percent-encoded: Pelican reads ``{filename}`` and its
    like in any link.
    """
    if (plain := _PLAIN.fullmatch(address)) and "/." not in plain[1]:
        query = _without_tracking(plain[2] or "")
        return f"{plain[1]}?{query}" if query else plain[1]
    address = _CONTROL.sub("", address.strip()).translate(_UNSAFE)
    if not address or address.startswith("#"):
        return None
    try:
        address = urljoin(base, address) if base else address
        parts = urlsplit(address)
    except ValueError:  # a broken host such as "http://[x"
        return None
    if parts.scheme and parts.scheme.lower() not in _SCHEMES:
        return None
    return urlunsplit(parts._replace(query=_without_tracking(parts.query))) if parts.query else address


def _without_tracking(query: str) -> str:
    return "&".join([pair for pair in query.split("&") if not _TRACKING.fullmatch(pair.partition("=")[0])])
