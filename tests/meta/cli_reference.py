"""Write ``docs/cli.md`` from the command line itself: ``python -m tests.meta.cli_reference``."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import typer

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "cli.md"
HEAD = """\
# 命令 · Commands

<!-- 由 python -m tests.meta.cli_reference 生成,不要手改。Generated, do not edit. -->

消息和帮助默认用中文;加 `--lang en` 用英文。Messages are Chinese; `--lang en` (or `FARMCHECK_LANG=en`) makes them
English. 退出码 exit codes: `0` 完成 finished · `1` 有达到 `--fail-on` 级别的发现 finding at the level · `2` 用法错误
wrong usage · `3` 事实表有错,或一篇也读不了 broken fact table, or no article could be read.
"""
Entry = Mapping[str, Any]


def commands(command: Any, words: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Yield every command below this one with the words that call it.

    The objects are of click or of a copy of it inside typer, depending on its version; so they are asked, not tested.
    """
    children = getattr(command, "commands", None)
    if children is None:
        yield words, command
        return
    for name, child in children.items():
        yield from commands(child, (*words, name))


def describe() -> list[Entry]:
    """Return what each command says of itself, in the language of this process."""
    from analyzer.cli import app

    found = []
    for words, command in commands(typer.main.get_command(app), ("farmcheck",)):
        if command.hidden:
            continue
        arguments = [
            spelled(p) + ("..." if p.nargs == -1 else "") for p in command.params if p.param_type_name == "argument"
        ]
        usage = " ".join((*words, *arguments, "[OPTIONS]"))
        parameters = [
            {"name": spelled(p), "help": (getattr(p, "help", "") or "").strip(), "default": shown_default(p)}
            for p in command.params
            if not getattr(p, "hidden", False) and p.name != "help"
        ]
        found.append(
            {
                "name": " ".join(words),
                "usage": usage,
                "help": (command.help or "").strip(),
                "epilog": (command.epilog or "").strip(),
                "parameters": parameters,
            }
        )
    return found


def spelled(parameter: Any) -> str:
    """Return how a parameter is written on the command line."""
    if parameter.param_type_name == "argument":
        return str(parameter.name).upper()
    return " ".join((*parameter.opts, *parameter.secondary_opts))


def shown_default(parameter: Any) -> str:
    """Return a default worth telling: not None, not False, not what only this machine has."""
    value = parameter.default
    plain = isinstance(value, str | int | float | os.PathLike) and not isinstance(value, bool)
    return str(value) if plain and str(value) and not Path(str(value)).is_absolute() else ""


def in_language(language: str) -> list[Entry]:
    """Return ``describe()`` as a fresh process in that language sees it."""
    code = "import json, tests.meta.cli_reference as r; print(json.dumps(r.describe()))"
    environment = os.environ | {"FARMCHECK_LANG": language, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    entries: list[Entry] = json.loads(done.stdout)
    return entries


def page() -> str:
    """Return the whole page."""
    out = [HEAD]
    for zh, en in zip(in_language("zh"), in_language("en"), strict=True):
        out.append(f"\n## {zh['name']}\n\n    {zh['usage']}\n\n{both(zh['help'], en['help'])}\n")
        if zh["parameters"]:
            out.append("\n| 参数 | 说明 | meaning | 默认 default |\n|---|---|---|---|\n")
            for one, other in zip(zh["parameters"], en["parameters"], strict=True):
                cells = (
                    f"`{one['name']}`",
                    one["help"],
                    other["help"],
                    f"`{one['default']}`" if one["default"] else "",
                )
                out.append("| " + " | ".join(c.replace("|", "\\|").replace("\n", " ") for c in cells) + " |\n")
        if zh["epilog"]:
            out.append(f"\n{both(zh['epilog'], en['epilog'])}\n")
    return "".join(out)


def both(zh: str, en: str) -> str:
    """Return a text in both languages, once if they are the same."""
    return zh if zh == en else f"{zh} · {en}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
