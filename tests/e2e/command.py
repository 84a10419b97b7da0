"""Start the real command in its own process, as a person would."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
FACTS = ROOT / "corpus" / "facts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What the process left behind: exit code, both streams, the report folder."""

    code: int
    stdout: str
    stderr: str
    out: Path

    @property
    def messages(self) -> str:
        """Return all that was said."""
        return self.stdout + self.stderr

    def rows(self, table: str) -> list[Mapping[str, Any]]:
        """Return the lines of one table of the report."""
        text = (self.out / "data" / f"{table}.jsonl").read_text(encoding="utf-8")
        return [json.loads(line) for line in text.splitlines()]

    def row(self, article: str) -> Mapping[str, Any]:
        """Return one article's line."""
        return {row["article"]: row for row in self.rows("articles")}[article]


def farmcheck(*words: str | Path, cwd: Path, timeout: float = 120) -> Outcome:
    """Run ``farmcheck`` with these words in ``cwd`` (an empty folder of the test), Chinese messages, UTF-8 streams."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("FARMCHECK_")}
    environment |= {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "PYTHONHASHSEED": "random"}
    done = subprocess.run(
        [sys.executable, "-m", "analyzer", *map(str, words)],
        cwd=cwd,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=timeout,
        check=False,
    )
    return Outcome(code=done.returncode, stdout=done.stdout, stderr=done.stderr, out=cwd / "out")


def run(*paths: Path, cwd: Path, facts: Path = FACTS, more: tuple[str, ...] = ()) -> Outcome:
    """Run the main job on ``paths`` into ``cwd/out``."""
    return farmcheck("run", *paths, "--facts", facts, "--out", cwd / "out", *more, cwd=cwd)
