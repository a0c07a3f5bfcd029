"""Settings with the prefix ``DIEMTIN_``: each plugin's own keys, parsed once into its frozen dataclass."""

import dataclasses
import difflib
import os
import types
import typing
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, TypeVar

from diemtin.findings import DiemtinError, Finding

PREFIX: Final = "DIEMTIN_"
_T = TypeVar("_T")
_known: Final[set[str]] = set()


def keys(cls: type[_T]) -> type[_T]:
    """Class decorator: the fields of this frozen dataclass are the settings ``DIEMTIN_<FIELD>``."""
    _known.update(PREFIX + field.name.upper() for field in dataclasses.fields(cls))  # type: ignore[arg-type]
    return cls


def parse(cls: type[_T], settings: Mapping[str, Any]) -> _T:
    """Read *cls*'s fields from Pelican's *settings*; an environment variable of the same name is stronger.

    A list may be written as a tuple, or as one text with commas between its words. A field declared with
    ``metadata={"environment_only": True}`` (a secret) is refused in the settings file.

    Raises DiemtinError naming the key for a value of the wrong type.
    """
    hints = typing.get_type_hints(cls)
    values: dict[str, Any] = {}
    for field in dataclasses.fields(cls):  # type: ignore[arg-type]
        key = PREFIX + field.name.upper()
        if key in os.environ:
            values[field.name] = _from_text(key, os.environ[key], hints[field.name])
        elif key in settings:
            if field.metadata.get("environment_only"):
                raise _wrong(key, "a secret in the settings file", f"set it as the environment variable {key}")
            values[field.name] = _checked(key, settings[key], hints[field.name])
    return cls(**values)


def refuse_unknown(settings: Mapping[str, Any]) -> None:
    """Raise DiemtinError for the first ``DIEMTIN_`` key in *settings* that no loaded plugin declares."""
    for key in sorted(settings):
        if key.startswith(PREFIX) and key not in _known:
            close = difflib.get_close_matches(key, sorted(_known), n=1)
            remedy = f"did you mean {close[0]}?" if close else "remove it, or add the plugin that reads it to PLUGINS"
            raise _wrong(key, "no such setting", remedy)


def _wrong(key: str, found: str, remedy: str) -> DiemtinError:
    return DiemtinError(Finding(key, found, remedy))


def _alternatives(hint: Any) -> tuple[Any, ...]:
    return typing.get_args(hint) if isinstance(hint, types.UnionType) else (hint,)


def _is_list(hint: Any) -> bool:
    return any(typing.get_origin(kind) is tuple for kind in _alternatives(hint))


def _from_text(key: str, text: str, hint: Any) -> Any:
    kinds = _alternatives(hint)
    if _is_list(hint):
        return tuple(word.strip() for word in text.split(",") if word.strip())
    if bool in kinds:
        if text.lower() not in {"0", "1", "false", "true", "no", "yes"}:
            raise _wrong(key, f"{text!r} is neither yes nor no", "write true or false")
        return text.lower() in {"1", "true", "yes"}
    for kind in (int, float):
        if kind in kinds:
            try:
                return kind(text)
            except ValueError:
                raise _wrong(key, f"{text!r} is not a number", "write a number") from None
    return Path(text) if Path in kinds else text


def _checked(key: str, value: Any, hint: Any) -> Any:
    for kind in _alternatives(hint):
        origin = typing.get_origin(kind) or kind
        if origin is tuple and isinstance(value, list | tuple) and all(isinstance(item, str) for item in value):
            return tuple(value)
        if origin is Path and isinstance(value, str | Path):
            return Path(value)
        if origin is float and isinstance(value, int) and not isinstance(value, bool):
            return float(value)
        if isinstance(value, origin) and not (origin is int and isinstance(value, bool)):
            return types.MappingProxyType(dict(value)) if isinstance(value, dict) else value
    if isinstance(value, str) and _is_list(hint):
        return _from_text(key, value, hint)
    wanted = getattr(hint, "__name__", None) or str(hint)
    raise _wrong(key, f"{value!r} is a {type(value).__name__}", f"write a value of type {wanted}")
