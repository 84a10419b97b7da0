"""The options of a run, from defaults, a TOML file and the command line; flags win."""

import difflib
import re
import tomllib
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from analyzer.errors import UsageError
from analyzer.language import Language, Phrase

FILE = "farmcheck.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How a run behaves. ``keep_rules`` are cleaning rules to switch off, ``keep_texts`` passages never to remove.

    ``engine`` is "local" or "ray". ``decisions`` is the editors' decisions file, ``since`` an earlier report folder
    to compare with, ``exports`` the extra files to write (names in analyzer/report/formats), ``all_pages`` writes a
    page for every article and case, ``spun_pairs`` are the editor's own (spun, plain) words; the file names their CSV.
    """

    language: Language = Language.ZH
    workers: int = 1
    engine: str = "local"
    keep_rules: frozenset[str] = frozenset()
    keep_texts: tuple[str, ...] = ()
    cache: Path | None = None
    site_lists: tuple[Path, ...] = ()
    letter_template: str = ""
    decisions: Path | None = None
    since: Path | None = None
    exports: frozenset[str] = frozenset()
    all_pages: bool = False
    spun_pairs: tuple[tuple[str, str], ...] = ()


def load_settings(given: Path | None) -> Settings:
    """Return the settings of a TOML file: ``given``, else ``farmcheck.toml`` in the current folder, else the defaults.

    Raises UsageError, naming the key and the nearest known one, for a file that cannot be used.
    """
    path = given or Path(FILE)
    if given is None and not path.is_file():
        return Settings()
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(Phrase(zh=f"读不了设置文件 {path}：{error}", en=f"cannot read {path}: {error}")) from error
    settings = Settings()
    known = [f.name for f in fields(Settings)]
    for key, value in raw.items():
        if key not in known:
            near = difflib.get_close_matches(key, known, 1)
            raise UsageError(
                Phrase(
                    zh=f"{path}：没有“{key}”这个设置" + (f"，是否想写 {near[0]}？" if near else ""),
                    en=f"{path}: no setting called {key}" + (f"; did you mean {near[0]}?" if near else ""),
                )
            )
        settings = replace(settings, **{key: _typed(key, value, path)})
    return settings


_WORD = re.compile("[\u4e00-\u9fff]{2,8}")


def spun_words(path: Path) -> tuple[tuple[str, str], ...]:
    """Return the (spun, plain) pairs of a CSV: two words a line, # begins a remark.

    Raises UsageError that names file, line and remedy.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(Phrase(zh=f"读不了换词表 {path}：{error}", en=f"cannot read {path}: {error}")) from error
    pairs = []
    for number, line in enumerate(lines, 1):
        cells = [cell.strip() for cell in line.partition("#")[0].split(",")]
        if cells == [""]:
            continue
        if len(cells) != 2 or not all(map(_WORD.fullmatch, cells)) or cells[0] == cells[1]:
            raise UsageError(
                Phrase(
                    zh=f"{path} 第 {number} 行“{line.strip()}”：要写成“换上的词,原来的词”，两个不同的词，各 2–8 个汉字",
                    en=f"{path}, line {number}: “{line.strip()}” should be “spun,plain”: two words of 2-8 characters",
                )
            )
        pairs.append((cells[0], cells[1]))
    return tuple(dict.fromkeys(pairs))


def _typed(key: str, value: Any, path: Path) -> Any:
    """Return a TOML value as the type of the setting; raises UsageError where it does not fit."""
    default = getattr(Settings(), key)
    strings = isinstance(value, list) and all(isinstance(v, str) for v in value)
    if key in ("cache", "decisions", "since") and isinstance(value, str):
        return path.parent / value
    if key == "spun_pairs" and isinstance(value, str):
        return spun_words(path.parent / value)
    if key == "site_lists" and strings and isinstance(value, list):
        return tuple(path.parent / v for v in value)
    if isinstance(default, Language) and value in tuple(Language):
        return Language(value)
    if isinstance(default, frozenset | tuple) and strings and isinstance(value, list):
        return type(default)(value)
    if type(value) is type(default):
        return value
    raise UsageError(
        Phrase(
            zh=f"{path}:“{key}”的值 {value!r} 不合适，默认值是 {default!r}",
            en=f"{path}: {value!r} does not fit {key}; its default is {default!r}",
        )
    )
