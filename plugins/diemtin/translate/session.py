"""One run of translation over a site: what is missing is asked, what is good is stored, what is known is remembered."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from pelican import Pelican

from diemtin.files import remove_leftovers
from diemtin.findings import Finding, advise
from diemtin.settings import parse
from diemtin.terms import read_terms
from diemtin.translate.acceptance import judge
from diemtin.translate.backlog import Story, languages
from diemtin.translate.committing import Translated, commit
from diemtin.translate.engines import chosen
from diemtin.translate.engines.protocol import Engine
from diemtin.translate.glossary import glossary_of
from diemtin.translate.naming import accept_name, add_names, unnamed
from diemtin.translate.naming import requests_for as naming_requests
from diemtin.translate.placeholders import plain
from diemtin.translate.provenance import Refusal
from diemtin.translate.run import Accept, Answer, Glossary, Request, Summary, translate_all
from diemtin.translate.segments import Segment
from diemtin.translate.settings import TranslateSettings
from diemtin.translate.survey import Survey

_T = TypeVar("_T")
#: Texts right before a segment that an engine may read for context.
_BEFORE = 2
#: Stories that a line names.
_NAMED = 5


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run did: segments asked and answered, requests by engine, what was refused and why, by catalog."""

    asked: int = 0
    answered: int = 0
    requests: dict[str, int] = field(default_factory=dict)
    refused: dict[Path, list[str]] = field(default_factory=dict)
    unasked: int = 0


@dataclass(frozen=True, slots=True)
class Wanted:
    """A story and the segments of it that have no translation."""

    story: Story
    segments: tuple[Segment, ...]


def translate_site(
    pelican: Pelican, only: Collection[Path] | None = None, *, by_hand: bool = False, progress: bool = False
) -> Outcome:
    """Translate what has no translation yet in the stories of the site, or in those of *only* (absolute paths).

    *by_hand*: somebody asked for it. Then segments that were refused today are asked again, and stories get a catalog
    also where no engine answers, so that people can translate in it.
    """
    settings = parse(TranslateSettings, pelican.settings)
    engines = engines_of(pelican.settings)
    if not engines and not by_hand:
        return Outcome()
    today = dt.datetime.now(ZoneInfo(pelican.settings["TIMEZONE"])).date()
    remove_leftovers(Path(pelican.settings["PATH"]))
    survey = Survey(pelican, None if by_hand else today, create=by_hand)
    wanted = [Wanted(story, segments) for story, segments in survey.missing(only)]
    outcome = Outcome()
    if wanted and engines:
        terms = glossary_of(read_terms(Path(pelican.settings["PATH"]) / "terms.csv"))
        accept = judge(terms, settings.checks_off)
        outcome = _ask(wanted, engines, accept, terms, settings, survey, today, progress=progress)
        survey.look_again(item.story for item in wanted)
    survey.save()
    if engines and not outcome.unasked:  # an engine that has been given up is not waited for again
        _name_topics(pelican, survey, settings, answered=outcome.answered > 0, progress=progress)
    return outcome


def engines_of(settings: dict[str, Any]) -> tuple[Engine, ...]:
    """Return the engines that a site's settings name. Raises DiemtinError for one that cannot be used."""
    return chosen(parse(TranslateSettings, settings), Path(settings["CACHE_PATH"]) / "models")


def requests_for(wanted: Sequence[Wanted]) -> list[Request]:
    """Return a request for every missing segment; its key is the story's place in *wanted* and the segment's place."""
    requests = []
    for place, item in enumerate(wanted):
        story = item.story
        texts = [segment.msgid for segment in story.segments]
        position = {msgid: index for index, msgid in enumerate(texts)}
        for number, segment in enumerate(item.segments):
            at = position[segment.msgid]
            title = plain(story.title) if story.title and segment.msgid != story.title else ""
            before = tuple(map(plain, texts[max(1, at - _BEFORE) : at]))
            requests.append(Request(f"{place}/{number}", segment.msgid, story.source, story.target, title, before))
    return requests


def _by_story(wanted: Sequence[Wanted], values: Mapping[str, _T]) -> list[tuple[Story, dict[str, _T]]]:
    """Return *values*, by the keys of ``requests_for``, as those of each story by msgid, in the order of *wanted*."""
    by_place: dict[int, dict[str, _T]] = defaultdict(dict)
    for key, value in values.items():
        place, number = map(int, key.split("/"))
        by_place[place][wanted[place].segments[number].msgid] = value
    return [(wanted[place].story, own) for place, own in sorted(by_place.items(), key=lambda item: item[0])]


def _ask(
    wanted: Sequence[Wanted],
    engines: Sequence[Engine],
    accept: Accept,
    glossary: Glossary,
    settings: TranslateSettings,
    survey: Survey,
    today: dt.date,
    *,
    progress: bool,
) -> Outcome:
    requests = requests_for(wanted)

    def store(answers: Sequence[Answer]) -> None:
        texts = {answer.key: Translated(answer.text, answer.engine) for answer in answers}
        for story, own in _by_story(wanted, texts):
            commit(story, own, {}, today, survey.pin)

    summary = translate_all(
        requests,
        engines,
        accept,
        store,
        glossary=glossary,
        deadline=settings.engine_deadline,
        budget=settings.engine_budget,
        progress=progress,
    )
    _say_what_waits(wanted, summary)
    names = ",".join(engine.name for engine in engines)
    refused = _keep_refusals(wanted, summary, names, today, survey)
    return Outcome(len(requests), len(summary.answered), dict(summary.requests), refused, len(summary.unasked))


def _say_what_waits(wanted: Sequence[Wanted], summary: Summary) -> None:
    """Name what went wrong with the engines, and in the last line of it the stories that wait; else each by itself."""
    waiting = _by_story(wanted, summary.unasked)
    if not summary.findings:
        for story, reasons in waiting:
            count = f"{len(reasons)} {'segment' if len(reasons) == 1 else 'segments'}"
            found = f"{count} without an answer ({next(iter(reasons.values()))})"
            advise(Finding(story.catalog, found, "run diemtin translate again"))
        return
    *others, last = summary.findings
    if waiting:
        names = ", ".join(story.scrape.stem for story, _ in waiting[:_NAMED])
        more = f" and {len(waiting) - _NAMED} more" if len(waiting) > _NAMED else ""
        count = f"{len(waiting)} {'story waits' if len(waiting) == 1 else 'stories wait'}"
        last = replace(last, found=f"{last.found}, so {count} ({names}{more})")
    for finding in (*others, last):
        advise(finding)


def _keep_refusals(
    wanted: Sequence[Wanted], summary: Summary, engines: str, today: dt.date, survey: Survey
) -> dict[Path, list[str]]:
    """Note in the catalogs what no engine could translate, and name each story once."""
    refused: dict[Path, list[str]] = {}
    for story, reason_of in _by_story(wanted, summary.refused):
        refusals = {msgid: Refusal(engines, today, reason) for msgid, reason in reason_of.items()}
        commit(story, {}, refusals, today, survey.pin)
        reasons = list(dict.fromkeys(reason_of.values()))
        refused[story.catalog] = reasons
        count = len(refusals)
        found = f"{count} {'answer' if count == 1 else 'answers'} refused ({reasons[0]})"
        advise(Finding(story.catalog, found, "translate by hand, or ask again"))
    return refused


def _name_topics(
    pelican: Pelican, survey: Survey, settings: TranslateSettings, *, answered: bool, progress: bool
) -> None:
    """Have the names of sections and tags translated that one language lacks, and keep them in ``terms.csv``."""
    path = Path(pelican.settings["PATH"]) / "terms.csv"
    topics = unnamed(survey.rows.values(), read_terms(path), languages(pelican.settings))
    if not topics:
        return

    def store(answers: Sequence[Answer]) -> None:
        add_names(path, topics, {topics[int(answer.key)]: answer.text for answer in answers}, {})

    summary = translate_all(
        naming_requests(topics),
        engines_of(pelican.settings),
        accept_name,
        store,
        deadline=settings.engine_deadline,
        budget=settings.engine_budget,
        answered=answered,
        progress=progress,
    )
    add_names(path, topics, {}, {topics[int(key)]: reason for key, reason in summary.refused.items()})
    for finding in summary.findings:
        advise(finding)
