"""The tutorial, run exactly as it is written."""

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"^```(\w+) ?(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# Commands that show a mistake end with this code; all others with 0.
MISTAKES = {"farmcheck facts add 太山 所在地 泰安 --title 测试 --facts facts": 2}


def steps() -> list[tuple[str, str, list[str]]]:
    """Return (kind, command or file name, lines expected or written) in the order of the page."""
    found: list[tuple[str, str, list[str]]] = []
    for kind, name, body in BLOCK.findall((ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")):
        if kind == "text":
            found.append(("file", name, body.splitlines()))
        for line in body.splitlines() if kind == "console" else ():
            if line.startswith("$ "):
                found.append(("run", line[2:], []))
            else:
                found[-1][2].append(line)
    return found


def follow(python: Path, folder: Path, environment: Mapping[str, str]) -> int:
    """Do in ``folder`` what the page says, with the given interpreter's farmcheck; return the number of commands."""
    commands = 0
    for kind, what, lines in steps():
        if kind == "file":
            path = folder / what
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("\n".join(lines) + "\n", encoding="utf-8")
            continue
        words = shlex.split(what)
        assert words[0] == "farmcheck"
        done = subprocess.run(
            [python, "-m", "analyzer", *words[1:]],
            cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip
        output = done.stdout + done.stderr
        assert done.returncode == MISTAKES.get(what, 0), output
        for line in lines:
            assert line in output, f"{what}\n{line}\n---\n{output}"
        commands += 1
    return commands


@pytest.mark.slow
def test_the_tutorial_works_as_written(tmp_path: Path) -> None:
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    environment.pop("FARMCHECK_LANG", None)
    assert follow(Path(sys.executable), tmp_path, environment) > 10
    assert (tmp_path / "report" / "index.html").is_file()


@pytest.mark.slow
def test_the_finished_example_is_valid_and_flags_what_is_false(tmp_path: Path) -> None:
    example = ROOT / "corpus" / "examples" / "mountains"
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    words = ["run", str(example / "articles"), "--facts", str(example / "facts"), "--out", str(tmp_path)]
    done = subprocess.run(
        [sys.executable, "-m", "analyzer", *words], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    rows = [json.loads(line) for line in (tmp_path / "data" / "claims.jsonl").read_text(encoding="utf-8").splitlines()]
    flagged = {row["sentence"] for row in rows if row["verdict"] == "contradicted"}
    assert any("泰山位于河南省" in s for s in flagged)
    assert any("恒山位于湖南省" in s for s in flagged)
    subjects = {row["subject"] for row in rows if row["verdict"] == "contradicted"}
    assert not any("嵩山" in s or "庐山" in s for s in subjects)
