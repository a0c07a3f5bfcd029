from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from diemtin.findings import DiemtinError
from diemtin.settings import parse
from diemtin.translate.engines import chosen
from diemtin.translate.engines.protocol import Engine
from diemtin.translate.settings import TranslateSettings

MODELS = Path("models")


def engines_of(**own: object) -> Sequence[Engine]:
    settings = {f"DIEMTIN_{name.upper()}": value for name, value in own.items() if name != "engine_key"}
    parsed = parse(TranslateSettings, settings)
    return chosen(replace(parsed, engine_key=str(own.get("engine_key", ""))), MODELS)


def names(**own: object) -> list[str]:
    return [engine.name for engine in engines_of(**own)]


def test_google_is_asked_where_nothing_is_set_and_nobody_for_none() -> None:
    assert names() == ["google"]
    assert names(engine="none") == []
    assert names(engine=()) == []


def test_a_list_is_kept_in_its_order_however_it_is_written() -> None:
    assert names(engine="LibreTranslate, google") == ["libretranslate", "google"]
    assert names(engine=("chat", "mymemory")) == ["chat", "mymemory"]


@pytest.mark.parametrize(
    ("settings", "key"),
    [
        ({"engine": "gogle"}, "DIEMTIN_ENGINE"),
        ({"engine": "microsoft"}, "DIEMTIN_ENGINE_KEY"),
        ({"engine": "chat", "engine_url": "localhost:5000"}, "DIEMTIN_ENGINE_URL"),
        ({"engine": "chat", "engine_url": "http://host:port/"}, "DIEMTIN_ENGINE_URL"),
        ({"engine": "chat", "engine_key": "ké\n"}, "DIEMTIN_ENGINE_KEY"),
    ],
)
def test_a_setting_that_cannot_work_is_named(settings: dict[str, str], key: str) -> None:
    with pytest.raises(DiemtinError) as error:
        names(**settings)
    assert error.value.finding.file == key


def test_one_engines_key_and_address_are_never_sent_to_another() -> None:
    engines = engines_of(engine="google,libretranslate", engine_url="http://own.example", engine_key="k")
    assert [engine.address for engine in engines] == ["https://translate.google.com", "http://own.example"]
    engines = engines_of(
        engine="chat,libretranslate", engine_url="chat=http://a.example/v1, libretranslate=http://b.example"
    )
    assert [engine.address for engine in engines] == ["http://a.example/v1", "http://b.example"]


def test_rate_and_timeout_of_the_settings_hold_for_every_engine() -> None:
    (engine,) = engines_of(engine="chat", engine_rate=2.5, engine_timeout=7.0)
    assert (engine.limits.rate, engine.limits.timeout) == (2.5, 7.0)
