"""Results as bytes: packed where they are made, carried and kept as they are, opened only where they are read.

Frozen dataclasses with slots are packed as a class and its values, and opened by their slots' own setters: three times
as fast as pickle's own way, which asks for the fields of every object anew. Nothing is compressed: zlib at its fastest
took a twentieth of a whole run to halve what lies on disk (docs/scale.md).
"""

import io
import pickle
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any


class DamagedError(ValueError):
    """Bytes that hold no result, or only half of one."""


def freeze(value: object) -> bytes:
    """Return a value as bytes. Everything below it must be picklable."""
    packed = io.BytesIO()
    _Packer(packed, protocol=5).dump(value)
    return packed.getvalue()


def thaw(content: bytes) -> Any:
    """Return the value that was frozen. Raises DamagedError."""
    try:
        return pickle.loads(content)  # noqa: S301 - written by this program, for itself
    except Exception as error:  # whatever is wrong with it, it is made again
        raise DamagedError(str(error)) from error


class _Packer(pickle.Pickler):
    def reducer_override(self, obj: Any) -> Any:
        kind: type = type(obj)
        getters = _getters(kind)
        return (_made, (kind, *[get(obj) for get in getters])) if getters else NotImplemented


@cache
def _slots(kind: type) -> tuple[Any, ...]:
    """Return the slots of a dataclass in the order of its fields, or nothing where it keeps its values elsewhere."""
    if not is_dataclass(kind) or "__slots__" not in vars(kind) or "__reduce__" in vars(kind):
        return ()
    slots = [getattr(kind, f.name, None) for f in fields(kind)]
    return tuple(slots) if all(hasattr(s, "__set__") for s in slots) else ()


@cache
def _getters(kind: type) -> tuple[Callable[[Any], Any], ...]:
    return tuple(slot.__get__ for slot in _slots(kind))


@cache
def _setters(kind: type) -> tuple[Callable[[Any, Any], None], ...]:
    return tuple(slot.__set__ for slot in _slots(kind))


def _made(kind: type, *values: Any) -> Any:
    made: Any = object.__new__(kind)
    for put, value in zip(_setters(kind), values, strict=False):  # as many as were packed, by the same fields
        put(made, value)
    return made
