"""Mozilla's translation models in this process: no key, no server, nothing leaves the machine."""

import asyncio
import functools
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from diemtin.findings import DiemtinError
from diemtin.text import squeeze
from diemtin.translate.engines import models
from diemtin.translate.engines.protocol import Limits, Ok, Outcome, Refused, Segment
from diemtin.translate.placeholders import escape, plain


class Firefox:
    """The models in *folder*. They know no markup, so texts are asked by their runs."""

    name = "firefox"
    markup = False
    price = 0.0

    def __init__(self, folder: Path, limits: Limits | None = None) -> None:
        self.address = str(folder)
        self.limits = limits or Limits(texts=8, characters=20000, concurrency=1)
        self._folder = folder
        self._translators: dict[tuple[str, str], tuple[str, Any]] = {}
        self._thread: ThreadPoolExecutor | None = None

    def translates(self, source: str, target: str) -> bool:
        """Whether a model for this pair was fetched."""
        return models.installed(self._folder, source, target)

    async def translate(
        self,
        segments: Sequence[Segment],
        source: str,
        target: str,
        glossary: Mapping[str, str],  # noqa: ARG002 - the models take none
        deadline: float,  # noqa: ARG002 - a sentence takes a fraction of a second, and cannot be stopped
    ) -> Outcome:
        """Translate in the one thread that owns the models."""
        if self._thread is None:
            self._thread = ThreadPoolExecutor(1, thread_name_prefix=self.name)
        texts = [plain(segment.text) for segment in segments]
        work = functools.partial(self._translated, texts, source, target)
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    def _translated(self, texts: Sequence[str], source: str, target: str) -> Outcome:
        try:
            version, translator = self._translators.get((source, target)) or self._loaded(source, target)
            # Not translate(): that one cuts off what is longer than a sentence without a word.
            answers = tuple(escape(translator.translate_long(text)) for text in texts)
        except DiemtinError as error:
            return Refused(f"{error.finding.found}; {error.finding.remedy}", "engine")
        except (ValueError, RuntimeError) as error:
            return Refused(f"a text that the model cannot translate ({squeeze(str(error))[:80]})")
        except BaseException as error:
            if type(error).__name__ != "PanicException":  # how its Rust code gives up; no Exception, and not exported
                raise
            return Refused("the model broke down over a text")
        return Ok(answers, f"{source}{target}-{version}")

    def _loaded(self, source: str, target: str) -> tuple[str, Any]:
        from fxtranslate import Translator

        version, files = models.load(self._folder, source, target)
        try:
            vocab = files.get("vocab", b"")
            translator = Translator(
                files["model"], files.get("srcvocab", vocab), files.get("trgvocab", vocab), files.get("lex")
            )
        except (KeyError, ValueError) as error:
            reason = f"the model for {source}→{target} cannot be loaded ({squeeze(str(error))[:80]})"
            raise models.unusable(self._folder, reason) from None
        self._translators[source, target] = (version, translator)
        return version, translator

    async def close(self) -> None:
        """Let go of the models."""
        self._translators.clear()
        if self._thread is not None:
            self._thread.shutdown(wait=False)
            self._thread = None
