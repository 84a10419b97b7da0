"""The options of a run, from defaults, a TOML file and the command line; flags win."""

from dataclasses import dataclass
from pathlib import Path

from analyzer.language import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How a run behaves. ``keep_rules`` are cleaning rules to switch off, ``keep_texts`` passages never to remove.

    ``decisions`` is the editors' decisions file, ``since`` an earlier report folder to compare with, ``exports`` the
    extra files to write (names in analyzer/report/formats), ``all_pages`` writes a page for every article and case.
    """

    language: Language = Language.ZH
    workers: int = 1
    keep_rules: frozenset[str] = frozenset()
    keep_texts: tuple[str, ...] = ()
    cache: Path | None = None
    site_lists: tuple[Path, ...] = ()
    letter_template: str = ""
    decisions: Path | None = None
    since: Path | None = None
    exports: frozenset[str] = frozenset()
    all_pages: bool = False
