"""The documentation cannot drift from the program."""

import re
from pathlib import Path

from tests.meta.cli_reference import PAGE, describe, page

ROOT = Path(__file__).parents[2]


def test_cli_reference_is_what_the_program_says() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m tests.meta.cli_reference"


def test_each_command_has_help_and_an_example() -> None:
    bare = [entry["name"] for entry in describe() if not entry["help"] or entry["name"] not in entry["epilog"]]
    assert bare == []


def test_each_parameter_is_explained() -> None:
    bare = [
        f"{entry['name']} {parameter['name']}"
        for entry in describe()
        for parameter in entry["parameters"]
        if not parameter["help"]
    ]
    assert bare == []


def test_commands_that_the_documentation_shows_exist() -> None:
    """Each ``farmcheck …`` line in a code block or code span begins with words that are a command."""
    known = {entry["name"] for entry in describe()}
    groups = {name.rsplit(" ", 1)[0] for name in known if name.count(" ") == 2}
    unknown = []
    for file in sorted({*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")}):
        text = file.read_text(encoding="utf-8")
        shown = re.findall(r"^ {4}(farmcheck [a-z][^\n]*)|`(farmcheck [a-z][^`\n]*)`", text, re.MULTILINE)
        for words in (a or b for a, b in shown):
            parts = words.split()
            named = {" ".join(parts[:n]) for n in (2, 3)}
            if not named & (known | groups):
                unknown.append(f"{file.name}: {words}")
    assert unknown == []
