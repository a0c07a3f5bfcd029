"""Whether an engine's answer is stored as a translation: placeholders exact or mended, then the checks."""

from collections.abc import Callable, Collection, Mapping

from diemtin.translate.checks import check
from diemtin.translate.placeholders import canonical, fault, plain
from diemtin.translate.repair import repaired
from diemtin.translate.run import Glossary, Rejection, Request


def judge(glossary: Glossary, off: Collection[str]) -> Callable[[Request, str], str | Rejection]:
    """Return what judges answers (see ``run.Accept``) under a glossary and with the checks of *off* left out."""

    def accept(request: Request, answer: str) -> str | Rejection:
        terms = glossary.get((request.source, request.target), {})
        siblings = {request.title, *request.before} - {"", request.text}
        return accepted(request.text, answer, request.source, request.target, terms, off, siblings)

    return accept


def accepted(
    source: str,
    answer: str,
    source_lang: str,
    target_lang: str,
    glossary: Mapping[str, str],
    off: Collection[str],
    siblings: Collection[str] = (),
) -> str | Rejection:
    """Return the text to store for *answer*, or why it is no translation of *source* (a msgid).

    *siblings* are other texts of the story: an answer that repeats one of them belongs to another segment.
    """
    text = repaired(source, answer)
    wrong = fault(source, text)
    if wrong:
        return Rejection(f"placeholders: {wrong}")
    if not plain(text):
        return Rejection("empty")
    issues = check(source, text, source_lang, target_lang, glossary=glossary, off=off, siblings=siblings)
    if issues:
        return Rejection("; ".join(f"{issue.name}: {issue.evidence}" for issue in issues[:3]))
    return canonical(text)
