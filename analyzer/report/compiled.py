"""Compiled templates, kept from run to run beside other results: compiling them takes a fifth of a second.

They are marshalled code, as dear to a damaged byte as packs are, so each carries its digest. Their number is bounded:
a template that has changed takes the place of the old one.
"""

from contextlib import suppress
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket, BytecodeCache
from xxhash import xxh3_64_digest

from analyzer.language import Language
from analyzer.report.render import environment, write

_SEAL = 8  # bytes of the digest


def keep_compiled(folder: Path, language: Language) -> None:
    """Let the pages in a language be compiled at most once for all runs that share a folder."""
    environment(language).bytecode_cache = _Compiled(folder / f"{language.value}-{jinja2.__version__}")


class _Compiled(BytecodeCache):
    """One file a template. Jinja looks whether its source is still the same."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            sealed = (self._folder / bucket.key).read_bytes()
            if sealed[:_SEAL] == xxh3_64_digest(sealed[_SEAL:]):
                bucket.bytecode_from_string(sealed[_SEAL:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        code = bucket.bytecode_to_string()
        with suppress(OSError):
            write(self._folder / bucket.key, xxh3_64_digest(code) + code)
