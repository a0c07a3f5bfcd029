"""Scrapes that no cache knows are cleaned together before they are read, in processes of their own.

Which process cleans a story makes no difference to it. A story that crashes its process or takes too long is left
out and named; the others are cleaned all the same.
"""

import contextlib
import dataclasses
import multiprocessing
import os
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from diemtin import settings
from diemtin.clean.cache import StoryCache, story_cache
from diemtin.clean.cleaned import Cleaned
from diemtin.clean.reader import clean_file, key_of, read_bytes, site_zone
from diemtin.findings import DiemtinError, Finding

Work = Callable[[Path, ZoneInfo], Cleaned | Finding]
#: Seconds. The largest page that is taken needs a tenth of it.
PATIENCE: Final = 60.0
_A_WORKERS_WORTH: Final = 8  # stories; fewer are done before another process has started
_WAITING: Final = 4  # stories that wait for each worker
_AT_ONCE: Final = 200  # stories written into the cache at a time


@settings.keys
@dataclass(frozen=True, slots=True)
class PoolSettings:
    """``DIEMTIN_WORKERS``: how many processes clean stories (default: one for each processor; 0: none but this one)."""

    workers: int | None = None


def clean_misses(site_settings: dict[str, Any], paths: Iterable[Path], complete: bool = False) -> None:
    """Clean those of *paths* that the site's cache does not hold, and put them there (signal ``stories_found``).

    Where *paths* are the *complete* stories of the site, what the cache holds of others may be forgotten.
    """
    workers = settings.parse(PoolSettings, site_settings).workers
    zone = site_zone(site_settings)
    cache = story_cache(Path(site_settings["CACHE_PATH"]))
    keys = dict(_keys(paths, zone, cache))
    wanted = cache.missing(keys.values())
    misses = {path: key for path, key in keys.items() if key in wanted and key not in cache.failures}
    if workers == 0:
        return  # the reader cleans them one by one
    finished: list[tuple[bytes, Cleaned]] = []
    for path, outcome in clean_together(list(misses), zone, workers or os.cpu_count() or 1):
        if isinstance(outcome, Finding):
            cache.failures[misses[path]] = outcome
        else:
            finished.append((misses[path], outcome))
        if len(finished) >= _AT_ONCE:
            cache.put(finished)
            finished = []
    cache.put(finished)
    if complete:
        cache.forget_others(keys.values())


def clean_together(
    paths: Sequence[Path], zone: ZoneInfo, workers: int, patience: float = PATIENCE, work: Work | None = None
) -> Iterator[tuple[Path, Cleaned | Finding]]:
    """Yield each of *paths* with its story, or with what is wrong with it, as they are done.

    *patience* is in seconds; *work* cleans one story (a function that another process can import).
    """
    work = work or clean_one
    left = list(paths)
    workers = max(1, min(workers, -(-len(left) // _A_WORKERS_WORTH)))
    while left:
        done = set()
        for path, outcome in _until_trouble(left, zone, workers, patience, work):
            done.add(path)
            yield path, outcome
        left = [path for path in left if path not in done]
        # Some of the first that are left were under way when a process died or hung: each of them alone shows which.
        suspects, left = left[: 2 * workers + 1], left[2 * workers + 1 :]
        for path in suspects:
            yield path, _alone(path, zone, patience, work)


def _until_trouble(
    paths: Sequence[Path], zone: ZoneInfo, workers: int, patience: float, work: Work
) -> Iterator[tuple[Path, Cleaned | Finding]]:
    """Clean *paths* in order until all are done, or a process dies, or nothing happens for as long as *patience*."""
    coming = iter(paths)
    waiting: dict[Future[Cleaned | Finding], Path] = {}
    with _Processes(workers) as pool, contextlib.suppress(BrokenProcessPool):
        while True:
            # Only a few wait at a time: `wait` looks at all of them whenever one is done.
            for path in islice(coming, _WAITING * workers - len(waiting)):
                waiting[pool.submit(work, path, zone)] = path
            done, _ = wait(waiting, timeout=patience, return_when=FIRST_COMPLETED)
            if not done:  # all are done, or nothing happened
                return
            for future in done:
                yield waiting.pop(future), future.result()


def _alone(path: Path, zone: ZoneInfo, patience: float, work: Work) -> Cleaned | Finding:
    remedy = "save the story alone, without the page around it, or remove the file"
    with _Processes(1) as pool:
        future = pool.submit(work, path, zone)
        done, _ = wait([future], timeout=patience)
        if not done:
            return Finding(path, f"cleaning it takes longer than {patience:g} s", remedy)
        try:
            return future.result()
        except BrokenProcessPool:
            return Finding(path, "the process that cleaned it died", remedy)


class _Processes(ProcessPoolExecutor):
    """A pool that is gone, whatever its processes are at, when it is left."""

    def __init__(self, workers: int) -> None:
        import_module("diemtin.clean.pipeline")  # once here, not in every process
        # A fork of a process with several threads may hang; a fresh server does not, but needs half a second.
        method = (
            "fork" if multiprocessing.get_start_method() == "fork" and threading.active_count() == 1 else "forkserver"
        )
        super().__init__(workers, mp_context=multiprocessing.get_context(method))

    def __exit__(self, *exception: object) -> None:
        for process in (self._processes or {}).values():
            process.kill()
        self.shutdown(cancel_futures=True)


def clean_one(path: Path, zone: ZoneInfo) -> Cleaned | Finding:
    """Return the story of the scrape at *path*, without what only a report needs, or why there is none."""
    try:
        data, _ = read_bytes(path)
        return dataclasses.replace(clean_file(path, data, zone), kept=(), dropped=(), evidence=())
    except DiemtinError as error:
        return error.finding
    except OSError as error:
        return Finding(path, error.strerror or str(error), "give read permission, or remove the file")
    except MemoryError:
        return Finding(path, "cleaning it needs more memory than there is", "save the story alone, or remove the file")


def _keys(paths: Iterable[Path], zone: ZoneInfo, cache: StoryCache) -> Iterator[tuple[Path, bytes]]:
    for path in paths:
        try:
            yield path, key_of(path, zone, cache)
        except (DiemtinError, OSError):
            continue  # the reader says what is wrong with it
