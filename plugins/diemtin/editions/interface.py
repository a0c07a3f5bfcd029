"""What a template of an edition can say: interface words, dates and numbers in its language, addresses."""

import datetime as dt
import functools
import gettext
import io
import math
import re
from collections.abc import Callable, Mapping, MutableMapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from babel import Locale
from babel.dates import format_date, format_skeleton, format_time
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from babel.numbers import format_decimal
from jinja2 import Environment, FileSystemBytecodeCache
from markupsafe import Markup

from diemtin.editions.bodies import fit
from diemtin.findings import DiemtinError, Finding
from diemtin.remote import link_remote_pictures
from diemtin.sanitize import without_originals
from diemtin.stories import Source

_TAG: Final = re.compile(r"<[^>]*>")
_NOTHING: Final = Markup("")
# Silent reading of news: 238 words a minute in English (Brysbaert 2019, meta-analysis). Vietnamese is written in
# syllables, about 1.5 of them a word.
WORDS_A_MINUTE: Final = {"en": 238, "vi": 330}


@functools.cache
def interface_words(path: Path, mtime_ns: int) -> gettext.NullTranslations:
    """Read an interface catalog (``theme/translations/<lang>.po``), once for each state of the file."""
    del mtime_ns  # part of the cache's key only
    try:
        with path.open("rb") as file:
            catalog = read_po(file, locale=path.stem, abort_invalid=True)
    except (PoFileError, UnicodeDecodeError) as error:
        raise DiemtinError(Finding(path, str(error), "mend the catalog")) from None
    compiled = io.BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def load_words(theme: Path, lang: str) -> gettext.NullTranslations:
    """Return the interface words of *lang*; a theme without a catalog for it speaks English."""
    path = theme / "translations" / f"{lang}.po"
    return interface_words(path, path.stat().st_mtime_ns) if path.is_file() else gettext.NullTranslations()


def furnish(env: Environment, lang: str, words: gettext.NullTranslations, siteurl: str) -> None:
    """Give a Jinja environment the interface of one edition; everything but declared HTML is escaped."""
    env.autoescape = True
    env.add_extension("jinja2.ext.i18n")
    env.install_gettext_callables(words.gettext, words.ngettext, newstyle=True, pgettext=words.pgettext)  # type: ignore[attr-defined]
    env.globals["_"] = say(words)
    env.filters.update(date_filters(lang))
    env.filters["absolute"] = functools.partial(absolute, siteurl)
    env.filters["fit"] = fit
    env.filters["lang_attribute"] = lang_attribute
    env.filters["link_remote_pictures"] = link_remote_pictures
    env.filters["in_language"] = functools.partial(in_language, words)
    env.filters["publisher"] = publisher
    env.globals["link"] = functools.partial(link, base_path(siteurl))
    env.globals["once"] = once_a_build()
    env.globals["reading_minutes"] = reading_minutes


def say(words: gettext.NullTranslations) -> Callable[..., Markup]:
    """Return what ``_("text", name=value)`` calls: as Jinja's own, but each text is looked up once a build."""
    translated = functools.cache(lambda text: Markup(words.gettext(text)))
    bare = functools.cache(lambda text: translated(text) % {})

    def said(text: str, **values: object) -> Markup:
        return translated(text) % values if values else bare(text)

    return said


def once_a_build() -> Callable[[str, Callable[[], Markup]], Markup]:
    """Return what ``{% call once("name") %}…{% endcall %}`` calls: a part is rendered the first time, then remembered.

    For parts that are the same on many pages. What makes a difference in one belongs into its name.
    """
    made: dict[str, Markup] = {}

    def once(name: str, caller: Callable[[], Markup]) -> Markup:
        if name not in made:
            made[name] = caller()
        return made[name]

    return once


def in_language(words: gettext.NullTranslations, lang: str) -> str:
    """Return how a sentence says that a text is in *lang*."""
    return {"vi": words.gettext("in Vietnamese"), "en": words.gettext("in English")}.get(lang, lang)


def lang_attribute(lang: str | None, around: str) -> Markup:
    """Return `` lang="…"`` for a text in *lang*, or nothing where the text *around* it is in that language too."""
    return Markup(' lang="{}"').format(lang) if lang and lang != around else _NOTHING


def publisher(source: Source) -> str:
    """Return who published a story: the outlet's name or, where its page names none, the host of its address."""
    return source.site or urlsplit(source.url or "").netloc.removeprefix("www.")


def remember_templates(env: Environment, cache: Path) -> None:
    """Keep compiled templates between builds, and do not look within a build whether a template has changed."""
    folder = cache / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    env.bytecode_cache = FileSystemBytecodeCache(str(folder))
    env.auto_reload = False
    env.cache = {}  # Jinja's own forgets the oldest, for which every include of every page takes a lock

    def one_dictionary(d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return {**env.globals, **(d or {})}

    # Jinja's own is a chain of dictionaries, which every page and every include in it walks through and copies.
    env.make_globals = one_dictionary  # type: ignore[method-assign]


def base_path(siteurl: str) -> str:
    """Return the path of the site's address, without a slash at the end: ``https://a.example/repo`` gives ``/repo``."""
    return urlsplit(siteurl).path.rstrip("/")


def link(base: str, path: str) -> str:
    """Return the address of *path* (from the site's root) without a host, so that any host and port will do.

    An address that has a host, such as a picture's, stays as it is.
    """
    return path if "://" in path else f"{base}/{path.lstrip('/')}"


def absolute(siteurl: str, path: str) -> str:
    """Return the full address of *path* (from the site's root); a full one stays as it is."""
    return path if "://" in path else f"{siteurl.rstrip('/')}/{path.lstrip('/')}"


def reading_minutes(article: Any) -> int:
    """Return how many minutes an article takes to read, at least one."""
    words = len(_TAG.sub(" ", without_originals(article.content)).split())
    return max(1, math.ceil(words / WORDS_A_MINUTE.get(article.lang, WORDS_A_MINUTE["en"])))


def date_filters(lang: str) -> Mapping[str, Callable[..., str]]:
    """Return Jinja filters that write dates, times and numbers as readers of *lang* do, by CLDR."""
    locale = Locale.parse(lang)

    def capitalised(text: str) -> str:
        # CLDR writes Vietnamese and English weekday names for the start of a line in capitals already; a locale that
        # does not gets one, since these dates stand alone.
        return text[:1].upper() + text[1:]

    @functools.cache
    def date_long(date: dt.date) -> str:
        return capitalised(format_date(date, "full", locale=locale))

    @functools.cache
    def date_short(date: dt.date) -> str:
        # CLDR's short form has two digits for the year in Vietnamese: 28/6/24 could be three dates.
        return (
            format_skeleton("yMd", date, locale=locale) if lang == "vi" else format_date(date, "medium", locale=locale)
        )

    @functools.cache
    def month_year(date: dt.date) -> str:
        return capitalised(format_skeleton("yMMMM", date, locale=locale))

    @functools.cache
    def clock(hour: int, minute: int) -> str:
        return format_time(dt.time(hour, minute), "short", locale=locale)

    def time_short(time: dt.datetime) -> str:
        # Midnight to the second is a date without a time: nothing is told that the source did not tell.
        return clock(time.hour, time.minute) if time.time() != dt.time() else ""

    return {
        "date_long": lambda value: date_long(_day(value)),
        "date_short": lambda value: date_short(_day(value)),
        "month_year": lambda value: month_year(_day(value)),
        "time_short": time_short,
        "isodate": lambda value: value.isoformat(),
        "number": functools.cache(functools.partial(format_decimal, locale=locale)),
    }


def _day(value: dt.date) -> dt.date:
    return value.date() if isinstance(value, dt.datetime) else value
