"""A site opened for a command: its Pelican object with all plugins registered, and its stories as Articles."""

import functools
import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final, TypeVar

import click
from pelican import Pelican
from pelican.contents import Article
from pelican.readers import Readers
from pelican.settings import read_settings

from diemtin.findings import DiemtinError, Finding, report
from diemtin.scrapes import find_stories
from diemtin.signals import stories_found

DEFAULT_SETTINGS: Final = "pelicanconf.py"
_log: Final = logging.getLogger(__name__)
_Command = TypeVar("_Command", bound=Callable[..., Any])


def open_site(
    settings_file: Path | None = None,
    content: Path | None = None,
    output: Path | None = None,
    cache: Path | None = None,
    **overrides: Any,
) -> Pelican:
    """Read the settings (``pelicanconf.py`` of the working folder by default) and register the plugins.

    Paths given here are stronger than the settings, and so are *overrides* (names of Pelican's settings).
    Raises DiemtinError for a settings file that is missing or cannot be run, or a setting that is wrong.
    """
    path = Path(settings_file or DEFAULT_SETTINGS)
    if not path.is_file():
        raise DiemtinError(Finding(path, "no settings file here", "go to the site's folder or name it with --settings"))
    for key, folder in (("PATH", content), ("OUTPUT_PATH", output), ("CACHE_PATH", cache)):
        if folder is not None:
            overrides[key] = str(folder.resolve())
    if content is not None and not content.is_dir():
        raise DiemtinError(Finding(content, "no such folder", "name the folder that holds stories/ with --content"))
    try:
        settings = read_settings(str(path.resolve()), override=overrides)
    except DiemtinError:
        raise
    except SyntaxError as error:
        raise DiemtinError(Finding(path, error.msg, "mend the Python there", error.lineno)) from error
    except Exception as error:  # a settings file is a program of the user's: anything can go wrong in it
        raise DiemtinError(Finding(path, f"{type(error).__name__}: {error}", "mend the settings")) from error
    wanted = [name for name in settings["PLUGINS"] or () if isinstance(name, str)]
    pelican = Pelican(settings)
    for name in wanted:
        if name not in pelican.settings["PLUGINS"]:  # Pelican has said why, and would go on without it
            raise DiemtinError(Finding(path, f"plugin {name} does not load", "mend it, or take it out of PLUGINS"))
    return pelican


def stories_folder(settings: dict[str, Any]) -> Path:
    """Return the folder that holds the site's scrapes."""
    return Path(settings["PATH"]) / "stories"


def read_articles(pelican: Pelican, only: set[Path] | None = None) -> Iterator[Article]:
    """Yield each story of the site (or those of *only*, absolute paths) as an Article in its own language.

    What cannot be read is reported and left out.
    """
    settings = pelican.settings
    paths, findings = find_stories(stories_folder(settings), settings["IGNORE_FILES"])
    if only is None:
        for finding in findings:
            report(finding)
    else:
        paths = [path for path in paths if path in only]
    readers = Readers(settings)
    stories_found.send(settings, paths=paths, complete=only is None)
    for path in paths:
        scrape = read_scrape(path, readers)
        if scrape is not None:
            content, metadata = scrape
            yield Article(content, metadata, settings, str(path))


def read_scrape(path: Path, readers: Readers) -> tuple[str, dict[str, Any]] | None:
    """Read the body of one scrape and its metadata; report it and return None where that cannot be done.

    Pelican's own ``Readers.read_file`` is not used: it searches every body for empty alternative texts with an
    expression that takes exponential time on hostile markup.
    """
    reader = readers.readers[path.suffix[1:].lower()]
    try:
        read: tuple[str, dict[str, Any]] = reader.read(str(path))
    except DiemtinError as error:
        report(error.finding)
        return None
    except Exception as error:  # the one barrier: no page, however strange, may cost the others
        _log.debug("%s", path, exc_info=True)
        report(
            Finding(path, f"a fault of diemtin's own: {type(error).__name__}: {error}", "leave it out; tell us of it")
        )
        return None
    return read


def site_options(command: _Command) -> _Command:
    """Decorate a click command with the options that say which site is meant; it receives ``open_site``'s names."""
    for option in reversed(
        (
            click.option(
                "--settings", "settings_file", type=click.Path(path_type=Path), help="Settings file [pelicanconf.py]."
            ),
            click.option("--content", type=click.Path(path_type=Path), help="Folder with stories/ and terms.csv."),
            click.option("--output", type=click.Path(path_type=Path), help="Folder the site is written into."),
            click.option("--cache", type=click.Path(path_type=Path), help="Folder for what can be made again."),
            click.option("--debug", is_flag=True, help="Show tracebacks and Pelican's own messages."),
        )
    ):
        command = option(command)
    return command


class _Tally(logging.Handler):
    """Prints findings to standard error, one a line, each once, and counts what was left out."""

    def __init__(self) -> None:
        super().__init__()
        self.left_out = 0
        self._said: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        line = record.getMessage()
        if line in self._said:
            return
        self._said.add(line)
        self.left_out += record.levelno >= logging.ERROR
        click.echo(self.format(record), err=True)


def exit_status(command: Callable[..., None]) -> Callable[..., None]:
    """Decorate a command: findings go to standard error; exit 0 all went in, 1 something was left out, 2 wrong use.

    ``--debug`` shows the traceback of what ended the command.
    """

    @functools.wraps(command)
    def run(*args: Any, **kwargs: Any) -> None:
        debug = bool(kwargs.pop("debug", False))
        tally = _listen(debug)
        try:
            command(*args, **kwargs)
        except DiemtinError as error:
            if debug:
                raise
            click.echo(str(error.finding), err=True)
            raise SystemExit(2) from None
        except BrokenPipeError:  # who reads along has seen enough: click ends it quietly
            raise
        except OSError as error:
            if debug:
                raise
            place = error.filename or "diemtin"
            click.echo(
                str(Finding(place, error.strerror or str(error), "make room or give permission there")), err=True
            )
            raise SystemExit(1) from None
        if tally.left_out:
            raise SystemExit(1)

    return run


def _listen(debug: bool) -> _Tally:
    """Send findings to a fresh tally, and the log of Pelican and of plugins that are not ours to standard error."""
    tally = _Tally()
    ours = logging.getLogger("diemtin")
    ours.handlers = [tally]
    ours.propagate = False
    ours.setLevel(logging.DEBUG if debug else logging.WARNING)
    for name in ("pelican", "pelican.plugins"):
        logger = logging.getLogger(name)
        logger.setLevel(logging.DEBUG if debug else logging.WARNING)
        (logger.removeFilter if debug else logger.addFilter)(_without_traceback)
    return tally


def _without_traceback(record: logging.LogRecord) -> bool:
    record.exc_info = None
    return True
